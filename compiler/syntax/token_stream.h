// The token stream between lexer and parser: inserts semicolons, drops blanks and comments, collects //go: lines, and
// retypes tokens (GoLexer.g4 lists the types it makes) so that the parser needs one token of lookahead.
//
// Tokens are made declaration by declaration: memory is bounded by the largest declaration, not by the file.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "compiler/syntax/error_sink.h"
#include "compiler/syntax/lexer_base.h"
#include "compiler/syntax/token.h"

namespace hood::syntax {

// A //go: comment.
struct Pragma {
  uint32_t off;
  std::string_view text;  // "//go:noinline"
};

class GoTokenStream final {
 public:
  GoTokenStream(const SourceFile& file, ErrorSink& errors);

  // For the generated parser. REQUIRES: which == 1.
  size_t LA(int which) const { return static_cast<size_t>(cur_->type); }

  const Token& current() const { return *cur_; }
  const Token& previous() const { return cur_ == tokens_.data() ? *cur_ : cur_[-1]; }
  uint32_t index() const { return static_cast<uint32_t>(cur_ - tokens_.data()); }
  const Token* tokens() const { return tokens_.data(); }
  void consume() {
    if (++cur_ == end_) fill();
  }

  // Between declarations: forgets the tokens before the current one.
  void dropConsumed();
  // Steps over the current token, which ended a declaration, and forgets it and all before.
  void nextDeclaration();

  std::vector<Pragma>& pragmas() { return pragmas_; }

 private:
  enum class FrameKind : uint8_t {
    File,
    Paren,
    TypeGroup,
    Receiver,
    Params,
    Results,
    Brack,
    TypeDeclBrack,
    Brace,
    Interface,
    Header
  };
  // An open bracket, or the header of an if, for, switch or select whose body has not started.
  struct Frame {
    FrameKind kind;
    bool funcPending = false;  // a func came whose body may follow at this level
    bool typeLiteral = false;  // Header: at the end of a literal's type, so that { opens the literal
    bool structBody = false;   // Brace: of a struct type
    bool isCall = false;       // Paren: of a call or conversion
    bool typeBracket = false;  // Brack: of an array, slice or map type
    uint32_t open = 0;         // index of the bracket's token
    uint32_t lastBracket = 0;  // index of the last [ closed at this level
  };
  // Where we are in a function declaration's head (only at file level).
  enum class FuncHead : uint8_t { None, Func, Receiver, Name };

  void fill();
  bool scan();
  void newlineBefore(const char* at);
  void endOfFile();
  void comment(const char* from, const char* to);
  void lineDirective(std::string_view text, uint32_t textOff, uint32_t after);

  void emit(Tok t, const char* from, const char* to, uint8_t detail = 0);
  Tok retype(Tok t);
  Tok openBrace();
  bool afterTypeBracket() const;
  Tok openParen();
  Tok openBracket();
  void closeBracket(Tok t);
  void sawFunc();
  void noteHeaderToken(Tok t);
  void popHeaders();
  bool opensTypeParams(uint32_t open) const;
  bool isTypeElement(uint32_t from, uint32_t to) const;
  Tok last(uint32_t back = 0) const;
  Frame& top() { return frames_.back(); }
  void push(FrameKind k);

  const SourceFile& file_;
  ErrorSink& errors_;
  const char* begin_;
  const char* p_;
  const char* limit_;

  std::vector<Token> tokens_;
  const Token* cur_ = nullptr;
  const Token* end_ = nullptr;
  std::vector<Frame> frames_;
  std::vector<Pragma> pragmas_;
  FuncHead funcHead_ = FuncHead::None;
  bool signatureClosed_ = false;  // the last token closed a function's parameters
  size_t closedTypeBracket_ = 0;  // index of the last ] of an array, slice or map type
  bool afterCall_ = false;        // the last token is the ) of a call
  std::string lineFile_;          // file name of the last //line directive
  bool needSemi_ = false;
  bool declDone_ = false;
};

}  // namespace hood::syntax
