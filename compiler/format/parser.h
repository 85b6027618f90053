// From tokens to the tree. It takes all correct Go and, knowing nothing of types, some that is not: what is wrong with a
// file is for the compiler to say.
// Mirrors: go/parser.
#pragma once

#include "compiler/format/node.h"

namespace hood::format {

class Parser {
 public:
  Parser(const TokenizedFile& file, Nodes* nodes) : tokens_(file.tokens), nodes_(nodes) {}

  // nullptr: *badAt is the offset of a token that cannot stand there.
  Node* parseFile(size_t* badAt);

 private:
  // ---- tokens ----
  const Token& tok() const { return tokens_[at_]; }
  const Token& peek(size_t n = 1) const { return tokens_[std::min(at_ + n, tokens_.size() - 1)]; }
  bool is(Tok t) const { return tok().kind == t; }
  void next() {
    if (at_ + 1 < tokens_.size()) at_++;
  }
  bool got(Tok t);
  Pos expect(Tok t);
  void fail();
  void semicolon();
  Node* start(Kind kind) { return nodes_->make(kind, tok().pos); }
  Node* startAt(Kind kind, const Node* from) { return nodes_->make(kind, from->pos); }
  Node* finish(Node* n) {
    n->end = at_ > 0 ? tokens_[at_ - 1].end : 0;
    return n;
  }
  // Where a list that is closed by a bracket may end: after a comma on the line before, too.
  bool comma(Tok close);

  // ---- parse_decl.cc ----
  Node* declaration();
  Node* genDecl();
  Node* importSpec();
  Node* valueSpec();
  Node* typeSpec();
  Node* funcDecl();

  // ---- parse_type.cc ----
  Node* type();
  Node* tryType();
  Node* typeName();
  Node* typeArguments(Node* x);
  Node* arrayType();
  Node* typeWithMembers(Kind kind, Node* (Parser::*member)());
  Node* structType();
  Node* structField();
  Node* interfaceType();
  Node* interfaceElement();
  Node* typeElement();
  Node* funcType(Pos pos);
  void signature(Node* f);
  Node* parameters(Tok open, Tok close);
  Node* parameter(bool typeParameter);
  void groupParameters(Node* list, bool typeParameters);
  Node* chanType();
  Node* mapType();
  bool looksLikeTypeParameters();

  // ---- parse_expr.cc ----
  Node* ident();
  Node* expression() { return binary(1); }
  Node* binary(int precedence);
  Node* unary();
  Node* primary();
  Node* operand();
  Node* indexOrSlice(Node* x);
  Node* call(Node* fun);
  Node* compositeLit(Node* type);
  Node* element();
  Node* funcLitOrType();
  std::vector<Node*> expressionList();

  // ---- parse_stmt.cc ----
  Node* block();
  std::vector<Node*> statements();
  Node* statement();
  Node* simpleStatement(bool rangeAllowed, bool labelAllowed);
  Node* ifStatement();
  Node* switchStatement();
  Node* selectStatement();
  template <class Head>
  Node* clauses(Kind kind, Head head);
  Node* forStatement();

  const std::vector<Token>& tokens_;
  Nodes* nodes_;
  size_t at_ = 0;
  int level_ = 0;  // < 0: in a control clause, where { opens the body
  // How deep expressions may nest in each other, and blocks: each level takes some of the C++ stack.
  static constexpr int kMostNesting = 2000, kMostBlocks = 1000;
  int depth_ = 0;  // of both
  size_t bad_ = SIZE_MAX;
};

}  // namespace hood::format
