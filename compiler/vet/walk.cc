#include "compiler/vet/walk.h"

#include <vector>

namespace hood::vet {

using ast::NodeKind;

namespace {

template <class T>
void walkAll(const Slice<T*>& list, const Visit& v) {
  for (T* n : list) walk(n, v);
}

// Names that share a type share its tree, too.
void walkFields(const Slice<ast::Field*>& fields, const Visit& v) {
  const ast::Expr* last = nullptr;
  for (ast::Field* f : fields) {
    if (f->typeExpr != last) walk(f->typeExpr, v);
    last = f->typeExpr;
  }
}

// A long sum leans to the left: as deep as it is long, so it is not walked by recursion.
void walkBinary(ast::BinaryExpr* e, const Visit& v) {
  std::vector<ast::BinaryExpr*> chain{e};
  ast::Node* left = e->x;
  while (left->kind == NodeKind::BinaryExpr && v(left)) {
    chain.push_back(static_cast<ast::BinaryExpr*>(left));
    left = chain.back()->x;
  }
  if (left->kind != NodeKind::BinaryExpr) walk(left, v);
  for (size_t k = chain.size(); k-- > 0;) walk(chain[k]->y, v);
}

void walkType(ast::Node* n, const Visit& v) {
  switch (n->kind) {
    case NodeKind::ArrayType:
      walk(ast::as<ast::ArrayType>(n)->len, v);
      walk(ast::as<ast::ArrayType>(n)->elem, v);
      break;
    case NodeKind::StructType: walkFields(ast::as<ast::StructType>(n)->fields, v); break;
    case NodeKind::FuncType:
      walkFields(ast::as<ast::FuncType>(n)->tparams, v);
      walkFields(ast::as<ast::FuncType>(n)->params, v);
      walkFields(ast::as<ast::FuncType>(n)->results, v);
      break;
    case NodeKind::InterfaceType: walkFields(ast::as<ast::InterfaceType>(n)->elems, v); break;
    case NodeKind::MapType:
      walk(ast::as<ast::MapType>(n)->key, v);
      walk(ast::as<ast::MapType>(n)->val, v);
      break;
    case NodeKind::ChanType: walk(ast::as<ast::ChanType>(n)->elem, v); break;
    case NodeKind::Ellipsis: walk(ast::as<ast::Ellipsis>(n)->elem, v); break;
    default: break;
  }
}

void walkExpr(ast::Node* n, const Visit& v) {
  switch (n->kind) {
    case NodeKind::CompositeLit:
      walk(ast::as<ast::CompositeLit>(n)->typeExpr, v);
      walkAll(ast::as<ast::CompositeLit>(n)->elems, v);
      break;
    case NodeKind::KeyValueExpr:
      walk(ast::as<ast::KeyValueExpr>(n)->key, v);
      walk(ast::as<ast::KeyValueExpr>(n)->val, v);
      break;
    case NodeKind::FuncLit:
      walk(ast::as<ast::FuncLit>(n)->sig, v);
      walk(ast::as<ast::FuncLit>(n)->body, v);
      break;
    case NodeKind::ParenExpr: walk(ast::as<ast::ParenExpr>(n)->x, v); break;
    case NodeKind::SelectorExpr: walk(ast::as<ast::SelectorExpr>(n)->x, v); break;
    case NodeKind::IndexExpr:
      walk(ast::as<ast::IndexExpr>(n)->x, v);
      walkAll(ast::as<ast::IndexExpr>(n)->indices, v);
      break;
    case NodeKind::SliceExpr: {
      auto* s = ast::as<ast::SliceExpr>(n);
      for (ast::Expr* e : {s->x, s->lo, s->hi, s->max}) walk(e, v);
      break;
    }
    case NodeKind::TypeAssertExpr:
      walk(ast::as<ast::TypeAssertExpr>(n)->x, v);
      walk(ast::as<ast::TypeAssertExpr>(n)->typeExpr, v);
      break;
    case NodeKind::CallExpr:
      walk(ast::as<ast::CallExpr>(n)->fun, v);
      walkAll(ast::as<ast::CallExpr>(n)->args, v);
      break;
    case NodeKind::StarExpr: walk(ast::as<ast::StarExpr>(n)->x, v); break;
    case NodeKind::UnaryExpr: walk(ast::as<ast::UnaryExpr>(n)->x, v); break;
    case NodeKind::BinaryExpr: walkBinary(ast::as<ast::BinaryExpr>(n), v); break;
    default: walkType(n, v);
  }
}

void walkControl(ast::Node* n, const Visit& v) {
  switch (n->kind) {
    case NodeKind::BlockStmt: walkAll(ast::as<ast::BlockStmt>(n)->stmts, v); break;
    case NodeKind::IfStmt: {
      auto* s = ast::as<ast::IfStmt>(n);
      walk(s->init, v);
      walk(s->cond, v);
      walk(s->then, v);
      walk(s->els, v);
      break;
    }
    case NodeKind::CaseClause:
      walkAll(ast::as<ast::CaseClause>(n)->exprs, v);
      walkAll(ast::as<ast::CaseClause>(n)->body, v);
      break;
    case NodeKind::SwitchStmt:
      walk(ast::as<ast::SwitchStmt>(n)->init, v);
      walk(ast::as<ast::SwitchStmt>(n)->tag, v);
      walkAll(ast::as<ast::SwitchStmt>(n)->clauses, v);
      break;
    case NodeKind::TypeSwitchStmt:
      walk(ast::as<ast::TypeSwitchStmt>(n)->init, v);
      walk(ast::as<ast::TypeSwitchStmt>(n)->x, v);
      walkAll(ast::as<ast::TypeSwitchStmt>(n)->clauses, v);
      break;
    case NodeKind::CommClause:
      walk(ast::as<ast::CommClause>(n)->comm, v);
      walkAll(ast::as<ast::CommClause>(n)->body, v);
      break;
    case NodeKind::SelectStmt: walkAll(ast::as<ast::SelectStmt>(n)->clauses, v); break;
    case NodeKind::ForStmt: {
      auto* s = ast::as<ast::ForStmt>(n);
      walk(s->init, v);
      walk(s->cond, v);
      walk(s->post, v);
      walk(s->body, v);
      break;
    }
    case NodeKind::RangeStmt: {
      auto* s = ast::as<ast::RangeStmt>(n);
      walk(s->key, v);
      walk(s->val, v);
      walk(s->x, v);
      walk(s->body, v);
      break;
    }
    default: walkExpr(n, v);
  }
}

void walkDecl(ast::Node* n, const Visit& v) {
  switch (n->kind) {
    case NodeKind::ConstDecl: {
      auto* d = ast::as<ast::ConstDecl>(n);
      if (d->inherited) break;  // its values are those of an earlier line
      walk(d->typeExpr, v);
      walkAll(d->values, v);
      break;
    }
    case NodeKind::TypeDecl:
      walkFields(ast::as<ast::TypeDecl>(n)->tparams, v);
      walk(ast::as<ast::TypeDecl>(n)->typeExpr, v);
      break;
    case NodeKind::VarDecl:
      walk(ast::as<ast::VarDecl>(n)->typeExpr, v);
      walkAll(ast::as<ast::VarDecl>(n)->values, v);
      break;
    case NodeKind::FuncDecl: {
      auto* d = ast::as<ast::FuncDecl>(n);
      if (d->recv != nullptr) walk(d->recv->typeExpr, v);
      walk(d->sig, v);
      walk(d->body, v);
      break;
    }
    default: break;
  }
}

}  // namespace

void walk(ast::Node* n, const Visit& v) {
  if (n == nullptr || !v(n)) return;
  switch (n->kind) {
    case NodeKind::DeclStmt: walkAll(ast::as<ast::DeclStmt>(n)->decls, v); break;
    case NodeKind::LabeledStmt: walk(ast::as<ast::LabeledStmt>(n)->stmt, v); break;
    case NodeKind::ExprStmt: walk(ast::as<ast::ExprStmt>(n)->x, v); break;
    case NodeKind::SendStmt:
      walk(ast::as<ast::SendStmt>(n)->chan, v);
      walk(ast::as<ast::SendStmt>(n)->value, v);
      break;
    case NodeKind::IncDecStmt: walk(ast::as<ast::IncDecStmt>(n)->x, v); break;
    case NodeKind::AssignStmt:
      walkAll(ast::as<ast::AssignStmt>(n)->lhs, v);
      walkAll(ast::as<ast::AssignStmt>(n)->rhs, v);
      break;
    case NodeKind::GoStmt: walk(ast::as<ast::GoStmt>(n)->call, v); break;
    case NodeKind::DeferStmt: walk(ast::as<ast::DeferStmt>(n)->call, v); break;
    case NodeKind::ReturnStmt: walkAll(ast::as<ast::ReturnStmt>(n)->results, v); break;
    case NodeKind::ImportDecl:
    case NodeKind::ConstDecl:
    case NodeKind::TypeDecl:
    case NodeKind::VarDecl:
    case NodeKind::FuncDecl: walkDecl(n, v); break;
    default: walkControl(n, v);
  }
}

void walk(const types::Package& pkg, const Visit& visit) {
  for (ast::File* f : pkg.files) walkAll(f->decls, visit);
}

}  // namespace hood::vet
