// Prints the tree. White space is held back until a token comes, so that comments, which the tree does not have, can be put
// in between where the source has them: print.cc. What stands in columns is separated by tabs, aligned later.
// Mirrors: go/printer.
#pragma once

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "compiler/format/node.h"

namespace hood::format {

enum class Ws : char {
  Ignore = 0,
  Blank = ' ',
  Vtab = '\v',  // the end of a cell
  Newline = '\n',
  Formfeed = '\f',  // a newline after which columns start anew
  Indent = '>',
  Unindent = '<',
};

class Printer {
 public:
  explicit Printer(const TokenizedFile& file) : file_(file), sizes_(&ownSizes_) {}

  std::string file(const Node* f);

 private:
  Printer(const TokenizedFile& file, std::unordered_map<const Node*, int>* sizes) : file_(file), sizes_(sizes) {}

  // ---- print.cc: tokens and white space ----
  void print(Ws w);
  void print(Tok t);
  void text(std::string_view s, Tok kind, bool literal);
  void at(Pos p);  // where the next token is in the source
  template <class A, class B, class... More>
  void print(A a, B b, More... more) {
    print(a);
    print(b, more...);
  }
  void item(std::string_view s, bool literal, bool impliedSemicolon);
  void flush(Place next, Tok tok, bool* wroteNewline, bool* droppedFormfeed);
  void writeIndent();
  void writeByte(char c, int n);
  void writeString(Place p, std::string_view s, bool literal);
  void writeWhitespace(size_t n);
  int lineOf(Pos p) const { return p == kNoPos ? 0 : file_.lineOf(p); }
  std::string finish();

  // ---- print_comments.cc ----
  void nextComment();
  bool commentBefore(const Place& next) const;
  int commentSizeBefore(const Place& next);
  void setComment(const CommentGroup* g);
  void intersperse(const Place& next, Tok tok, bool* wroteNewline, bool* droppedFormfeed);
  const CommentGroup* documentation(const Place& next, Tok tok);
  void commentPrefix(const Place& at, const Place& next, const Comment* previous, Tok tok);
  void writeComment(const Comment& c);
  void commentSuffix(bool needsLinebreak, bool* wroteNewline, bool* droppedFormfeed);

  // ---- print_expr.cc ----
  void expr(const Node* x) { expr1(x, 0, 1); }
  void expr0(const Node* x, int depth) { expr1(x, 0, depth); }
  void expr1(const Node* x, int outer, int depth);
  void binary(const Node* x, int outer, int cutoff, int depth);
  void slice(const Node* x, int depth);
  void call(const Node* x, int depth);
  void composite(const Node* x, int depth);
  bool selector(const Node* x, int depth, bool isMethod);
  void identList(const std::vector<Node*>& names, bool indent);
  void exprList(Pos before, const std::vector<Node*>& list, int depth, bool commaTerm, bool noIndent, Pos after);

  // ---- print_type.cc ----
  void parameters(const Node* list, bool brackets, bool ofType);
  void signature(const Node* f);
  void fieldList(const Node* list, bool isStruct);
  void structFields(const Node* list);
  void interfaceElements(const Node* list);
  bool isOneLineFieldList(const std::vector<Node*>& list);

  // ---- print_stmt.cc ----
  int linebreak(int line, int least, Ws before, bool newSection);
  void statements(const std::vector<Node*>& list, int indents, bool nextIsBrace);
  void block(const Node* b, int indents);
  void stmt(const Node* s, bool nextIsBrace);
  void controlClause(bool isFor, const Node* s);
  bool shouldIndent(const std::vector<Node*>& list) const;
  void funcBody(int header, Ws separator, const Node* body);

  // ---- print_decl.cc ----
  void declarations(const std::vector<Node*>& list);
  void decl(const Node* d);
  void genDecl(const Node* d);
  void spec(const Node* s, size_t n, bool indent);
  void valueSpec(const Node* s, bool keepType);
  void funcDecl(const Node* d);
  int nodeSize(const Node* n, int most);
  int bodySize(const Node* body, int most);
  int distanceFrom(Pos start, int startColumn) const;

  const TokenizedFile& file_;
  std::unordered_map<const Node*, int> ownSizes_;
  std::unordered_map<const Node*, int>* sizes_;

  std::string output_;
  int indent_ = 0;
  int level_ = 0;              // of composite literals
  bool noExtraBlank_ = false;  // after a /* comment
  bool noExtraBreak_ = false;
  bool endAlignment_ = false;   // columns end with this line
  bool impliedSemi_ = false;    // a newline here would be a semicolon
  Tok lastTok_ = Tok::Illegal;  // Illegal after white space
  Tok prevOpen_ = Tok::Illegal;
  std::vector<Ws> pending_;

  Place pos_{0, 1, 1};  // in the source
  Place out_{0, 1, 1};  // in the output
  Place last_{};        // pos_ after the last token
  int* lineWanted_ = nullptr;

  std::vector<const CommentGroup*> comments_;
  bool nodeComments_ = false;  // comments come from the nodes: of a part of a file
  size_t nextIndex_ = 0;
  const CommentGroup* comment_ = nullptr;
  Pos commentOffset_ = kNoPos;  // kNoPos: there are no more
  bool commentNewline_ = false;
  std::deque<CommentGroup> ownComments_;  // that were formatted
  std::deque<std::string> ownTexts_;
};

// Takes trailing blanks off and escapes out.
std::string trimmed(std::string_view s);
constexpr char kEscape = '\xff';

}  // namespace hood::format
