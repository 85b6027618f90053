// Expressions as gc prints them in messages: on one line, with the insides of literals and functions left out.
#include <string>
#include <vector>

#include "base/check.h"
#include "compiler/ast/ast.h"

namespace hood::ast {

namespace {

class ExprWriter {
 public:
  std::string out;

  void expr(const Expr* e);

 private:
  template <class T>
  static const T* to(const Expr* e) {
    return static_cast<const T*>(e);
  }

  void list(const Slice<Expr*>& l) {
    for (size_t i = 0; i < l.size(); i++) {
      if (i > 0) out += ", ";
      expr(l[i]);
    }
  }
  void type(const Expr* e);
  void signature(const FuncType* f);
  void params(const Slice<Field*>& fields);
  void fields(const Slice<Field*>& fields);
  void binary(const BinaryExpr* b);
  void slice(const SliceExpr* s);
  void chan(const ChanType* c);
};

void ExprWriter::expr(const Expr* e) {
  if (e == nullptr) return;
  switch (e->kind) {
    case NodeKind::BadExpr: out += "<bad expr>"; return;
    case NodeKind::Ident: out += to<Ident>(e)->name; return;
    case NodeKind::BasicLit: out += to<BasicLit>(e)->text; return;
    case NodeKind::CompositeLit:
      expr(to<CompositeLit>(e)->typeExpr);
      out += to<CompositeLit>(e)->elems.empty() ? "{}" : "{…}";
      return;
    case NodeKind::KeyValueExpr:
      expr(to<KeyValueExpr>(e)->key);
      out += ": ";
      expr(to<KeyValueExpr>(e)->val);
      return;
    case NodeKind::FuncLit: {
      expr(to<FuncLit>(e)->sig);
      const BlockStmt* body = to<FuncLit>(e)->body;
      out += body == nullptr || body->stmts.empty() ? " {}" : " {…}";
      return;
    }
    case NodeKind::ParenExpr:
      out += '(';
      expr(to<ParenExpr>(e)->x);
      out += ')';
      return;
    case NodeKind::SelectorExpr:
      expr(to<SelectorExpr>(e)->x);
      out += '.';
      expr(to<SelectorExpr>(e)->sel);
      return;
    case NodeKind::IndexExpr:
      expr(to<IndexExpr>(e)->x);
      out += '[';
      list(to<IndexExpr>(e)->indices);
      out += ']';
      return;
    case NodeKind::SliceExpr: slice(to<SliceExpr>(e)); return;
    case NodeKind::TypeAssertExpr:
      expr(to<TypeAssertExpr>(e)->x);
      out += ".(";
      if (to<TypeAssertExpr>(e)->typeExpr != nullptr)
        expr(to<TypeAssertExpr>(e)->typeExpr);
      else
        out += "type";
      out += ')';
      return;
    case NodeKind::CallExpr:
      expr(to<CallExpr>(e)->fun);
      out += '(';
      list(to<CallExpr>(e)->args);
      if (to<CallExpr>(e)->ellipsis) out += "...";
      out += ')';
      return;
    case NodeKind::StarExpr:
      out += '*';
      expr(to<StarExpr>(e)->x);
      return;
    case NodeKind::UnaryExpr:
      out += opString(to<UnaryExpr>(e)->op);
      expr(to<UnaryExpr>(e)->x);
      return;
    case NodeKind::BinaryExpr: binary(to<BinaryExpr>(e)); return;
    default: type(e);
  }
}

// Down the left side in a loop: a + b + c + … may be long.
void ExprWriter::binary(const BinaryExpr* b) {
  std::vector<const BinaryExpr*> chain{b};
  while (chain.back()->x->kind == NodeKind::BinaryExpr) chain.push_back(to<BinaryExpr>(chain.back()->x));
  expr(chain.back()->x);
  for (size_t i = chain.size(); i-- > 0;) {
    out += std::string(" ") + opString(chain[i]->op) + " ";
    expr(chain[i]->y);
  }
}

void ExprWriter::slice(const SliceExpr* s) {
  expr(s->x);
  out += '[';
  expr(s->lo);
  out += ':';
  expr(s->hi);
  if (s->max != nullptr) {
    out += ':';
    expr(s->max);
  }
  out += ']';
}

void ExprWriter::type(const Expr* e) {
  switch (e->kind) {
    case NodeKind::ArrayType:
      out += '[';
      expr(to<ArrayType>(e)->len);
      out += ']';
      expr(to<ArrayType>(e)->elem);
      return;
    case NodeKind::Ellipsis:
      out += "...";
      expr(to<Ellipsis>(e)->elem);
      return;
    case NodeKind::StructType:
      out += "struct{";
      fields(to<StructType>(e)->fields);
      out += '}';
      return;
    case NodeKind::FuncType:
      out += "func";
      signature(to<FuncType>(e));
      return;
    case NodeKind::InterfaceType:
      out += "interface{";
      fields(to<InterfaceType>(e)->elems);
      out += '}';
      return;
    case NodeKind::MapType:
      out += "map[";
      expr(to<MapType>(e)->key);
      out += ']';
      expr(to<MapType>(e)->val);
      return;
    case NodeKind::ChanType: chan(to<ChanType>(e)); return;
    default: HOOD_UNREACHABLE("expression kind");
  }
}

void ExprWriter::chan(const ChanType* c) {
  out += c->dir == ChanDir::Recv ? "<-chan " : c->dir == ChanDir::Send ? "chan<- " : "chan ";
  bool group = c->dir == ChanDir::Both && c->elem->kind == NodeKind::ChanType &&
               static_cast<const ChanType*>(c->elem)->dir == ChanDir::Recv;
  if (group) out += '(';
  expr(c->elem);
  if (group) out += ')';
}

// Fields and interface elements, separated by semicolons; names that share a type stand together.
void ExprWriter::fields(const Slice<Field*>& fields) {
  for (size_t i = 0; i < fields.size(); i++) {
    const Field* f = fields[i];
    if (i > 0) out += "; ";
    bool method = f->name != nullptr && f->typeExpr->kind == NodeKind::FuncType && f->typeExpr->pos == f->pos;
    if (f->name != nullptr) out += f->name->name;
    if (method) {
      signature(static_cast<const FuncType*>(f->typeExpr));
      continue;
    }
    for (; f->name != nullptr && i + 1 < fields.size() && fields[i + 1]->typeExpr == f->typeExpr; i++) {
      out += ", ";
      out += fields[i + 1]->name->name;
    }
    if (f->name != nullptr) out += ' ';
    expr(f->typeExpr);
    if (f->tag != nullptr) {
      out += ' ';
      out += f->tag->text;
    }
  }
}

void ExprWriter::params(const Slice<Field*>& fields) {
  out += '(';
  for (size_t i = 0; i < fields.size(); i++) {
    const Field* f = fields[i];
    if (i > 0) out += ", ";
    if (f->name != nullptr) {
      out += f->name->name;
      bool shared = i + 1 < fields.size() && fields[i + 1]->typeExpr == f->typeExpr;
      if (shared) continue;
      out += ' ';
    }
    expr(f->typeExpr);
  }
  out += ')';
}

void ExprWriter::signature(const FuncType* f) {
  params(f->params);
  if (f->results.empty()) return;
  out += ' ';
  if (f->results.size() == 1 && f->results[0]->name == nullptr)
    expr(f->results[0]->typeExpr);
  else
    params(f->results);
}

}  // namespace

std::string_view exprString(Arena& a, const Expr* e) {
  ExprWriter w;
  w.expr(e);
  return a.copy(w.out);
}

}  // namespace hood::ast
