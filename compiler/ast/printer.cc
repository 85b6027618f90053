#include "compiler/ast/printer.h"

namespace hood::ast {

const char* kindName(NodeKind k) {
  static constexpr const char* kNames[] = {
      "BadExpr",      "Ident",      "BasicLit",   "CompositeLit",   "KeyValueExpr",  "FuncLit",    "ParenExpr",
      "SelectorExpr", "IndexExpr",  "SliceExpr",  "TypeAssertExpr", "CallExpr",      "StarExpr",   "UnaryExpr",
      "BinaryExpr",   "ArrayType",  "StructType", "FuncType",       "InterfaceType", "MapType",    "ChanType",
      "Ellipsis",     "BadStmt",    "DeclStmt",   "EmptyStmt",      "LabeledStmt",   "ExprStmt",   "SendStmt",
      "IncDecStmt",   "AssignStmt", "GoStmt",     "DeferStmt",      "ReturnStmt",    "BranchStmt", "BlockStmt",
      "IfStmt",       "CaseClause", "SwitchStmt", "TypeSwitchStmt", "CommClause",    "SelectStmt", "ForStmt",
      "RangeStmt",    "ImportDecl", "ConstDecl",  "TypeDecl",       "VarDecl",       "FuncDecl",
  };
  static_assert(sizeof kNames / sizeof *kNames == static_cast<size_t>(NodeKind::FuncDecl) + 1);
  return kNames[static_cast<size_t>(k)];
}

namespace {

class Dumper {
 public:
  std::string out;

  void node(const Node* n) {
    if (n == nullptr) {
      word("_");
      return;
    }
    if (n->kind == NodeKind::Ident) return word(to<Ident>(n)->name);
    if (n->kind == NodeKind::BasicLit) return word(to<BasicLit>(n)->text);
    space();
    out += '(';
    out += kindName(n->kind);
    if (n->kind <= NodeKind::BinaryExpr)
      expr(n);
    else if (n->kind <= NodeKind::Ellipsis)
      type(n);
    else if (n->kind < NodeKind::IfStmt)
      simple(n);
    else if (n->kind <= NodeKind::RangeStmt)
      compound(n);
    else
      decl(n);
    out += ')';
  }

 private:
  template <class T>
  static const T* to(const Node* n) {
    return static_cast<const T*>(n);
  }

  void space() {
    if (!out.empty() && out.back() != '(' && out.back() != '{' && out.back() != '[') out += ' ';
  }
  void word(std::string_view s) {
    space();
    out += s;
  }
  // An optional part: nothing when absent.
  void maybe(const Node* n) {
    if (n != nullptr) node(n);
  }
  void named(const char* label, const Node* n) {
    if (n == nullptr) return;
    word(label);
    node(n);
  }
  template <class T>
  void list(const Slice<T*>& l) {
    space();
    out += '[';
    for (const T* x : l) node(x);
    out += ']';
  }
  void fields(const Slice<Field*>& l) {
    space();
    out += '{';
    for (size_t i = 0; i < l.size(); i++) {
      if (i > 0) out += ',';
      if (l[i]->name != nullptr) node(l[i]->name);
      node(l[i]->typeExpr);
      if (l[i]->tag != nullptr) node(l[i]->tag);
    }
    out += '}';
  }
  void signature(const FuncType* f) {
    if (!f->tparams.empty()) {
      word("tparams");
      fields(f->tparams);
    }
    fields(f->params);
    if (!f->results.empty()) fields(f->results);
  }

  void expr(const Node* n);
  void type(const Node* n);
  void simple(const Node* n);
  void compound(const Node* n);
  void decl(const Node* n);
};

void Dumper::expr(const Node* n) {
  switch (n->kind) {
    case NodeKind::CompositeLit:
      node(to<CompositeLit>(n)->typeExpr);
      list(to<CompositeLit>(n)->elems);
      return;
    case NodeKind::KeyValueExpr:
      node(to<KeyValueExpr>(n)->key);
      node(to<KeyValueExpr>(n)->val);
      return;
    case NodeKind::FuncLit:
      signature(to<FuncLit>(n)->sig);
      node(to<FuncLit>(n)->body);
      return;
    case NodeKind::ParenExpr: node(to<ParenExpr>(n)->x); return;
    case NodeKind::StarExpr: node(to<StarExpr>(n)->x); return;
    case NodeKind::SelectorExpr:
      node(to<SelectorExpr>(n)->x);
      node(to<SelectorExpr>(n)->sel);
      return;
    case NodeKind::IndexExpr:
      node(to<IndexExpr>(n)->x);
      for (const Expr* i : to<IndexExpr>(n)->indices) node(i);
      return;
    case NodeKind::SliceExpr:
      node(to<SliceExpr>(n)->x);
      node(to<SliceExpr>(n)->lo);
      node(to<SliceExpr>(n)->hi);
      if (to<SliceExpr>(n)->slice3) node(to<SliceExpr>(n)->max);
      return;
    case NodeKind::TypeAssertExpr:
      node(to<TypeAssertExpr>(n)->x);
      if (to<TypeAssertExpr>(n)->typeExpr == nullptr)
        word("type");
      else
        node(to<TypeAssertExpr>(n)->typeExpr);
      return;
    case NodeKind::CallExpr:
      node(to<CallExpr>(n)->fun);
      for (const Expr* a : to<CallExpr>(n)->args) node(a);
      if (to<CallExpr>(n)->ellipsis) word("...");
      return;
    case NodeKind::UnaryExpr:
      word(opString(to<UnaryExpr>(n)->op));
      node(to<UnaryExpr>(n)->x);
      return;
    case NodeKind::BinaryExpr:
      word(opString(to<BinaryExpr>(n)->op));
      node(to<BinaryExpr>(n)->x);
      node(to<BinaryExpr>(n)->y);
      return;
    default: return;
  }
}

void Dumper::type(const Node* n) {
  switch (n->kind) {
    case NodeKind::ArrayType:
      maybe(to<ArrayType>(n)->len);
      node(to<ArrayType>(n)->elem);
      return;
    case NodeKind::StructType: fields(to<StructType>(n)->fields); return;
    case NodeKind::FuncType: signature(to<FuncType>(n)); return;
    case NodeKind::InterfaceType: fields(to<InterfaceType>(n)->elems); return;
    case NodeKind::MapType:
      node(to<MapType>(n)->key);
      node(to<MapType>(n)->val);
      return;
    case NodeKind::ChanType:
      if (to<ChanType>(n)->dir != ChanDir::Both) word(to<ChanType>(n)->dir == ChanDir::Send ? "send" : "recv");
      node(to<ChanType>(n)->elem);
      return;
    default: maybe(to<Ellipsis>(n)->elem); return;
  }
}

void Dumper::simple(const Node* n) {
  switch (n->kind) {
    case NodeKind::DeclStmt:
      for (const Decl* d : to<DeclStmt>(n)->decls) node(d);
      return;
    case NodeKind::LabeledStmt:
      node(to<LabeledStmt>(n)->label);
      node(to<LabeledStmt>(n)->stmt);
      return;
    case NodeKind::ExprStmt: node(to<ExprStmt>(n)->x); return;
    case NodeKind::SendStmt:
      node(to<SendStmt>(n)->chan);
      node(to<SendStmt>(n)->value);
      return;
    case NodeKind::IncDecStmt:
      word(to<IncDecStmt>(n)->dec ? "--" : "++");
      node(to<IncDecStmt>(n)->x);
      return;
    case NodeKind::AssignStmt: {
      auto* a = to<AssignStmt>(n);
      word(a->define ? ":=" : std::string(opString(a->op)) + "=");
      list(a->lhs);
      list(a->rhs);
      return;
    }
    case NodeKind::GoStmt: node(to<GoStmt>(n)->call); return;
    case NodeKind::DeferStmt: node(to<DeferStmt>(n)->call); return;
    case NodeKind::ReturnStmt:
      for (const Expr* e : to<ReturnStmt>(n)->results) node(e);
      return;
    case NodeKind::BranchStmt: {
      static constexpr const char* kWords[] = {"break", "continue", "goto", "fallthrough"};
      word(kWords[static_cast<size_t>(to<BranchStmt>(n)->branch)]);
      maybe(to<BranchStmt>(n)->label);
      return;
    }
    case NodeKind::BlockStmt:
      for (const Stmt* s : to<BlockStmt>(n)->stmts) node(s);
      return;
    default: return;
  }
}

void Dumper::compound(const Node* n) {
  switch (n->kind) {
    case NodeKind::IfStmt:
      named("init", to<IfStmt>(n)->init);
      node(to<IfStmt>(n)->cond);
      node(to<IfStmt>(n)->then);
      named("else", to<IfStmt>(n)->els);
      return;
    case NodeKind::CaseClause:
      if (to<CaseClause>(n)->isDefault)
        word("default");
      else
        list(to<CaseClause>(n)->exprs);
      for (const Stmt* s : to<CaseClause>(n)->body) node(s);
      return;
    case NodeKind::SwitchStmt:
      named("init", to<SwitchStmt>(n)->init);
      maybe(to<SwitchStmt>(n)->tag);
      for (const CaseClause* c : to<SwitchStmt>(n)->clauses) node(c);
      return;
    case NodeKind::TypeSwitchStmt:
      named("init", to<TypeSwitchStmt>(n)->init);
      named("bind", to<TypeSwitchStmt>(n)->bind);
      node(to<TypeSwitchStmt>(n)->x);
      for (const CaseClause* c : to<TypeSwitchStmt>(n)->clauses) node(c);
      return;
    case NodeKind::CommClause:
      if (to<CommClause>(n)->comm == nullptr)
        word("default");
      else
        node(to<CommClause>(n)->comm);
      for (const Stmt* s : to<CommClause>(n)->body) node(s);
      return;
    case NodeKind::SelectStmt:
      for (const CommClause* c : to<SelectStmt>(n)->clauses) node(c);
      return;
    case NodeKind::ForStmt:
      named("init", to<ForStmt>(n)->init);
      named("cond", to<ForStmt>(n)->cond);
      named("post", to<ForStmt>(n)->post);
      node(to<ForStmt>(n)->body);
      return;
    default: {
      auto* r = to<RangeStmt>(n);
      if (r->key != nullptr) word(r->define ? ":=" : "=");
      maybe(r->key);
      maybe(r->val);
      named("range", r->x);
      node(r->body);
    }
  }
}

void Dumper::decl(const Node* n) {
  switch (n->kind) {
    case NodeKind::ImportDecl:
      maybe(to<ImportDecl>(n)->name);
      node(to<ImportDecl>(n)->path);
      return;
    case NodeKind::ConstDecl: {
      auto* c = to<ConstDecl>(n);
      list(c->names);
      word("iota=" + std::to_string(c->iota));
      if (c->inherited) word("inherited");
      maybe(c->typeExpr);
      list(c->values);
      return;
    }
    case NodeKind::TypeDecl: {
      auto* t = to<TypeDecl>(n);
      node(t->name);
      if (!t->tparams.empty()) fields(t->tparams);
      if (t->alias) word("=");
      node(t->typeExpr);
      return;
    }
    case NodeKind::VarDecl:
      list(to<VarDecl>(n)->names);
      maybe(to<VarDecl>(n)->typeExpr);
      list(to<VarDecl>(n)->values);
      return;
    default: {
      auto* f = to<FuncDecl>(n);
      if (f->recv != nullptr) {
        Field* recv = f->recv;
        fields(Slice<Field*>{&recv, 1});
      }
      node(f->name);
      signature(f->sig);
      maybe(f->body);
    }
  }
}

}  // namespace

std::string dump(const Node* n) {
  Dumper d;
  d.node(n);
  return d.out;
}

std::string dump(const File& f) {
  std::string out = "package " + std::string(f.package != nullptr ? f.package->name : "?") + "\n";
  for (const Decl* d : f.decls) out += dump(d) + "\n";
  return out;
}

}  // namespace hood::ast
