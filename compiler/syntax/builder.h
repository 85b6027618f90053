// From the flat parse tree of a declaration to the syntax tree, and the checks of what the grammar over-accepts.
// One file per kind of construct: build_decl.cc, build_type.cc, build_expr.cc, build_stmt.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "compiler/ast/ast.h"
#include "compiler/syntax/error_sink.h"
#include "compiler/syntax/flat_tree.h"
#include "compiler/syntax/token_text.h"

namespace hood::syntax {

class Builder {
 public:
  Builder(const SourceFile& file, Arena& arena, ErrorSink& errors) : file_(file), arena_(arena), errors_(errors) {}

  ast::Ident* packageClause(Cursor c);
  // The declarations of one ImportDecl, ConstDecl, TypeDecl, VarDecl or FuncDecl. `c` stands at the rule.
  void declaration(Cursor& c, std::vector<ast::Decl*>& out);

 private:
  // ---- declarations: build_decl.cc ----
  void importDecl(Cursor c, std::vector<ast::Decl*>& out);
  void constDecl(Cursor c, std::vector<ast::Decl*>& out);
  void typeDecl(Cursor c, std::vector<ast::Decl*>& out);
  void varDecl(Cursor c, std::vector<ast::Decl*>& out);
  ast::FuncDecl* funcDecl(Cursor c);
  ast::ImportDecl* importSpec(Cursor c);
  ast::ConstDecl* constSpec(Cursor c);
  ast::TypeDecl* typeSpec(Cursor c);
  ast::VarDecl* varSpec(Cursor c);
  Slice<ast::Expr*> initializer(Cursor c);
  ast::Field* receiver(Cursor c);

  // ---- types: build_type.cc ----
  ast::Expr* type(Cursor& c);  // c stands at a type's rule, and steps over it
  ast::Expr* typeName(Cursor c);
  ast::Expr* qualified(Cursor& c, ast::Ident* name);  // the rest of name.name[args]
  ast::Expr* instance(ast::Expr* generic, Cursor typeArgs);
  ast::Expr* bracketType(Cursor c);
  ast::Expr* arrayRest(Cursor& c, Pos at);
  ast::Expr* chanType(Cursor c);
  ast::StructType* structType(Cursor c);
  ast::InterfaceType* interfaceType(Cursor c);
  ast::FuncType* funcType(Cursor c);
  ast::FuncType* signature(Cursor c, Pos at);
  Slice<ast::Field*> result(Cursor c);
  void fieldDecl(Cursor c, std::vector<ast::Field*>& out);
  ast::Field* interfaceElem(Cursor c);
  ast::Expr* typeUnion(Cursor c);
  ast::Expr* term(Cursor c);
  // `name [ … ]` and perhaps a type: an array type (*isArray), or name instantiated.
  ast::Expr* arrayOrArgs(Cursor c, ast::Ident* name, bool* isArray);
  Slice<ast::Field*> params(Cursor c);
  ast::Field* param(Cursor c);
  void distribute(std::vector<ast::Field*>& list, size_t from);
  // `closing` is the position of the ] after them.
  Slice<ast::Field*> tparams(Cursor c, Pos closing);
  void checkEmbedded(const ast::Expr* type);

  // ---- expressions: build_expr.cc ----
  ast::Expr* expr(Cursor c);
  Slice<ast::Expr*> exprList(Cursor c);
  ast::Expr* unary(Cursor c);
  ast::Expr* applyUnary(const Token& op, ast::Expr* x, const Token& after);
  ast::Expr* receive(Pos at, ast::Expr* x, const Token& after);
  ast::Expr* primary(Cursor& c);
  ast::Expr* operand(Cursor c);
  ast::Expr* suffix(ast::Expr* x, Cursor& c);
  ast::Expr* selector(ast::Expr* x, Cursor c);
  ast::Expr* index(ast::Expr* x, Cursor c);
  ast::Expr* slice(ast::Expr* x, ast::Expr* lo, Cursor& c);
  ast::Expr* call(ast::Expr* fun, Cursor c);
  ast::Expr* compositeLit(ast::Expr* type, Cursor c);
  ast::Expr* element(Cursor c);
  ast::Expr* elementValue(Cursor& c);
  ast::BasicLit* literal(const Token& t);

  // ---- statements: build_stmt.cc ----
  ast::BlockStmt* block(Cursor c);  // block, funcBody, headerBody
  Slice<ast::Stmt*> stmtList(Cursor c);
  ast::Stmt* stmt(Cursor& c);  // c stands at a statement's rule
  ast::Stmt* labeledOrSimple(Cursor c);
  ast::Stmt* simpleStmt(Cursor c);
  ast::Stmt* ifStmt(Cursor c);
  ast::Stmt* forStmt(Cursor c);
  ast::Stmt* rangeStmt(Cursor& header);
  ast::Stmt* switchStmt(Cursor c);
  ast::Stmt* selectStmt(Cursor c);
  ast::Stmt* callStmt(Cursor c);
  ast::Stmt* branchStmt(Cursor c);
  ast::Stmt* declStmt(Cursor& c);
  struct Header {
    ast::Stmt* init = nullptr;
    ast::Stmt* cond = nullptr;
    const Token* semi = nullptr;
  };
  Header header(Cursor c, const char* statement);
  void checkVar(Cursor& c, const char* statement);
  ast::Expr* condition(ast::Stmt* s);
  ast::CaseClause* caseClause(Cursor c);
  ast::CommClause* commClause(Cursor c);
  std::string stmtString(const ast::Stmt* s);

  // ---- helpers ----
  template <class T>
  T* node(ast::NodeKind kind, Pos pos) {
    T* n = arena_.make<T>();
    n->kind = kind;
    n->pos = pos;
    return n;
  }
  // The elements that were pushed since the vector had `mark` elements, moved to the arena.
  template <class T>
  Slice<T> take(std::vector<T>& from, size_t mark) {
    Slice<T> s;
    s.size_ = from.size() - mark;
    if (s.size_ == 0) return s;
    s.data_ = static_cast<T*>(arena_.alloc(s.size_ * sizeof(T), alignof(T)));
    for (size_t i = 0; i < s.size_; i++) s.data_[i] = from[mark + i];
    from.resize(mark);
    return s;
  }
  Pos pos(const Token& t) const { return file_.pos(t.off); }
  std::string_view text(const Token& t) const { return std::string_view(file_.text).substr(t.off, t.len); }
  ast::Ident* ident(const Token& t);
  // "syntax error: " + text, at a token or position.
  void error(const Token& t, const std::string& text) { errors_.syntaxError(t.off, text); }
  void error(Pos p, const std::string& text) { errors_.syntaxError(p.off - file_.base, text); }
  std::string describe(const Token& t) const;  // as after "unexpected "

  const SourceFile& file_;
  Arena& arena_;
  ErrorSink& errors_;
  // Stacks of lists under construction; each function takes off what it has put on.
  std::vector<ast::Expr*> exprs_;
  std::vector<ast::Stmt*> stmts_;
  std::vector<ast::Field*> fields_;
  std::vector<ast::Ident*> idents_;
  std::vector<const Token*> ops_;
};

ast::Op operatorOf(Tok t);

}  // namespace hood::syntax
