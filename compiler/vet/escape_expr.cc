// Expressions.
#include <utility>

#include "compiler/vet/escape_build.h"
#include "compiler/vet/pass.h"
#include "compiler/vet/walk.h"

namespace hood::vet {

using ast::NodeKind;

namespace {

// gc names positions by what the parser saw last: a call by its parenthesis, an operation by its operator.
Pos placeOf(ast::Expr* e) {
  switch (e->kind) {
    case NodeKind::CallExpr: return ast::as<ast::CallExpr>(e)->lparen;
    case NodeKind::BinaryExpr: return ast::as<ast::BinaryExpr>(e)->opPos;
    case NodeKind::CompositeLit: return ast::as<ast::CompositeLit>(e)->lbrace;
    default: return ast::startPos(e);
  }
}

}  // namespace

void EscBuilder::expr(Hole k, ast::Expr* e) {
  if (e == nullptr) return;
  e = ast::unparen(e);
  if (e->mode == ast::Mode::Constant || e->mode == ast::Mode::TypeExpr || e->mode == ast::Mode::NilValue) return;
  // A number that is computed from pointers leads nowhere.
  if (k.derefs >= 0 && e->kind != NodeKind::CallExpr && !mayPoint(e->type)) k = g_.discard();
  switch (e->kind) {
    case NodeKind::Ident: return ident(k, ast::as<ast::Ident>(e));
    case NodeKind::CompositeLit: return literal(k, ast::as<ast::CompositeLit>(e));
    case NodeKind::FuncLit: return funcLit(k, ast::as<ast::FuncLit>(e));
    case NodeKind::SelectorExpr: return selector(k, ast::as<ast::SelectorExpr>(e));
    case NodeKind::IndexExpr: {
      auto* i = ast::as<ast::IndexExpr>(e);
      if (types::asSignature(i->x->type) != nullptr) return expr(k, i->x);  // an instantiation
      if (types::Map* m = types::asMap(i->x->type)) {
        discard(i->x);
        valueAt_ = ast::startPos(i->x);
        convert(g_.discard(), i->indices[0], m->key);
        valueAt_ = {};
        return;
      }
      expr(types::asArray(i->x->type) != nullptr ? k : k.shift(1), i->x);
      return discard(i->indices[0]);
    }
    case NodeKind::SliceExpr: {
      auto* s = ast::as<ast::SliceExpr>(e);
      expr(types::asArray(s->x->type) != nullptr ? k.shift(-1) : k, s->x);  // an array is sliced through its address
      discard(s->lo);
      discard(s->hi);
      return discard(s->max);
    }
    case NodeKind::TypeAssertExpr: {
      auto* t = ast::as<ast::TypeAssertExpr>(e);
      types::Type* to = t->typeExpr != nullptr ? t->typeExpr->type : nullptr;
      bool inside = to != nullptr && !types::isInterface(to) && !types::isDirectIface(to);
      return expr(inside ? k.shift(1) : k, t->x);
    }
    case NodeKind::CallExpr: return call({k}, ast::as<ast::CallExpr>(e));
    case NodeKind::StarExpr: return expr(k.shift(1), ast::as<ast::StarExpr>(e)->x);
    case NodeKind::UnaryExpr: return unary(k, ast::as<ast::UnaryExpr>(e));
    case NodeKind::BinaryExpr: return binary(k, ast::as<ast::BinaryExpr>(e));
    default: return;
  }
}

void EscBuilder::convert(Hole k, ast::Expr* e, types::Type* to) {
  bool makes = to != nullptr && types::isInterface(to) && e->type != nullptr && !types::isInterface(e->type) &&
               e->mode != ast::Mode::NilValue && e->type->kind != types::TypeKind::Tuple;
  if (makes && types::asBasic(e->type) != nullptr && types::asBasic(e->type)->basic == types::BasicKind::UntypedNil)
    makes = false;
  if (makes) return toInterface(k, e);
  valueAt_ = {};  // not meant for what is inside
  expr(k, e);
}

void EscBuilder::toInterface(Hole k, ast::Expr* e) {
  e = ast::unparen(e);
  bool isName = e->kind == NodeKind::Ident && e->mode != ast::Mode::Constant;
  Pos pos = valueAt_.valid() ? valueAt_ : isName && nameAt_.valid() ? nameAt_ : placeOf(e);
  valueAt_ = {};
  bool inlines =
      e->kind == NodeKind::CallExpr && e->mode != ast::Mode::Constant && inlinedFunc(ast::as<ast::CallExpr>(e)) != nullptr;
  if (!types::isDirectIface(e->type)) spill(k, pos, inlines ? "~R0" : str(e), e->type, &k);
  expr(k, e);
}

// A number that becomes an unsafe.Pointer: the pointers that it was made of go on.
void EscBuilder::unsafeValue(Hole k, ast::Expr* e) {
  e = ast::unparen(e);
  if (e->kind == NodeKind::BinaryExpr) {
    auto* b = ast::as<ast::BinaryExpr>(e);
    unsafeValue(k, b->x);
    bool shifts = b->op == ast::Op::Shl || b->op == ast::Op::Shr;
    return shifts ? discard(b->y) : unsafeValue(k, b->y);
  }
  if (e->kind == NodeKind::UnaryExpr) return unsafeValue(k, ast::as<ast::UnaryExpr>(e)->x);
  if (e->kind == NodeKind::CallExpr && isConversion(ast::as<ast::CallExpr>(e))) {
    ast::Expr* x = ast::as<ast::CallExpr>(e)->args[0];
    return mayPoint(x->type) ? expr(k, x) : unsafeValue(k, x);
  }
  discard(e);
}

void EscBuilder::ident(Hole k, ast::Ident* e) {
  if (e->obj == nullptr || e->obj->kind != types::ObjectKind::Var) return;
  if (static_cast<types::Var*>(e->obj)->isPackageLevel) return;
  if (Location* l = variable(e->obj)) g_.flow(k, l);
}

void EscBuilder::selector(Hole k, ast::SelectorExpr* e) {
  if (e->selection == nullptr) return;  // of a package
  if (e->selection->kind == types::SelectionKind::MethodExpr) return;
  if (e->selection->kind == types::SelectionKind::MethodVal) {
    // The method is called later, nobody knows with what: the receiver goes to the closure and to wherever the method puts it.
    Hole inside;
    spill(k, Pos{e->sel->pos.off - 1}, str(e), nullptr, &inside);  // the dot
    Location* both = temporary();
    g_.flow(inside, both);
    auto* f = static_cast<types::Func*>(e->selection->obj);
    std::vector<Hole> results(f->sig()->results->vars.size(), g_.heap());
    if (isInterfaceMethod(f)) {
      g_.flow(g_.heap(), both);
    } else {
      for (Hole h : parameterHoles(results, f, nullptr, 1)) g_.flow(h, both);
    }
    return receiver({both}, e);
  }
  // A dereference for every pointer on the way to the field.
  int hops = 0;
  types::Type* t = e->x->type;
  for (int i : e->selection->index) {
    if (types::Pointer* p = types::asPointer(t)) {
      hops++;
      t = p->elem;
    }
    types::Struct* s = types::asStruct(t);
    if (s == nullptr) return discard(e->x);
    t = s->fields[static_cast<size_t>(i)]->type;
  }
  expr(k.shift(hops), e->x);
}

void EscBuilder::literal(Hole k, ast::CompositeLit* e) {
  types::Type* t = e->type;
  if (types::Pointer* p = types::asPointer(t)) {  // an elided &T
    spill(k, e->lbrace, "&" + str(e), p->elem, &k);
    t = p->elem;
  }
  if (types::asSlice(t) != nullptr) {
    Hole inside;
    spill(k, e->lbrace, str(e), nullptr, &inside);
    return elements(inside, e);
  }
  if (types::Map* m = types::asMap(t)) {
    spill(k, e->lbrace, str(e), nullptr, nullptr);
    for (ast::Expr* x : e->elems) {
      auto* kv = ast::as<ast::KeyValueExpr>(x);
      convert(g_.heap(), kv->key, m->key);
      convert(g_.heap(), kv->val, m->elem);
    }
    return;
  }
  elements(k, e);
}

void EscBuilder::elements(Hole k, ast::CompositeLit* e) {
  types::Type* t = e->type;
  if (types::Pointer* p = types::asPointer(t)) t = p->elem;
  types::Struct* s = types::asStruct(t);
  Pos outer = std::exchange(nameAt_, e->lbrace);
  types::Type* elem = types::asArray(t) != nullptr   ? types::asArray(t)->elem
                      : types::asSlice(t) != nullptr ? types::asSlice(t)->elem
                                                     : nullptr;
  size_t at = 0;
  for (ast::Expr* x : e->elems) {
    types::Type* to = elem;
    if (s != nullptr && x->kind != NodeKind::KeyValueExpr) to = s->fields[at]->type;
    if (x->kind == NodeKind::KeyValueExpr) {
      auto* kv = ast::as<ast::KeyValueExpr>(x);
      if (s != nullptr && kv->key->kind == NodeKind::Ident) {
        for (types::Var* f : s->fields)
          if (f->name == ast::as<ast::Ident>(kv->key)->name) to = f->type;
      }
      x = kv->val;
    }
    convert(k, x, to);
    at++;
  }
  nameAt_ = outer;
}

void EscBuilder::unary(Hole k, ast::UnaryExpr* e) {
  ast::Expr* x = ast::unparen(e->x);
  if (e->op != ast::Op::Addr) return discard(x);
  if (x->kind == NodeKind::CompositeLit) {
    Hole inside;
    spill(k, e->pos, str(e), x->type, &inside);
    auto* lit = ast::as<ast::CompositeLit>(x);
    return types::asSlice(x->type) != nullptr || types::asMap(x->type) != nullptr ? literal(inside, lit)
                                                                                  : elements(inside, lit);
  }
  expr(k.shift(-1), x);
}

void EscBuilder::binary(Hole k, ast::BinaryExpr* e) {
  bool concat = e->op == ast::Op::Add && types::isString(e->type);
  if (concat) spill(k, e->opPos, str(e), nullptr, nullptr);
  // A chain of additions is one concatenation.
  auto operand = [&](ast::Expr* x) {
    x = ast::unparen(x);
    bool part = concat && x->kind == NodeKind::BinaryExpr && x->mode != ast::Mode::Constant;
    if (!part) return discard(x);
    auto* b = ast::as<ast::BinaryExpr>(x);
    std::vector<ast::Expr*> todo{b->x, b->y};
    while (!todo.empty()) {
      ast::Expr* y = ast::unparen(todo.back());
      todo.pop_back();
      if (y->kind == NodeKind::BinaryExpr && y->mode != ast::Mode::Constant) {
        todo.push_back(ast::as<ast::BinaryExpr>(y)->x);
        todo.push_back(ast::as<ast::BinaryExpr>(y)->y);
      } else {
        discard(y);
      }
    }
  };
  bool compares = e->op == ast::Op::Eql || e->op == ast::Op::Neq;
  bool mixed = compares && e->x->type != nullptr && e->y->type != nullptr &&
               types::isInterface(e->x->type) != types::isInterface(e->y->type);
  if (mixed) {
    convert(g_.discard(), e->x, e->y->type);
    return convert(g_.discard(), e->y, e->x->type);
  }
  operand(e->x);
  operand(e->y);
}

// ---- function literals ---------------------------------------------------------------------------------------------

void EscBuilder::funcLit(Hole k, ast::FuncLit* e) {
  Hole inside;
  spill(k, e->pos, "func literal", nullptr, &inside);
  EscFunc* fn = &funcs_.emplace_back();
  fn->outer = cur_;
  literals_[e] = fn;
  // What it uses of the functions around it.
  Closure c{inside, e, fn, {}};
  std::unordered_set<Location*> seen;
  walk(e->body, [&](ast::Node* n) {
    if (n->kind != NodeKind::Ident) return true;
    types::Object* o = ast::as<ast::Ident>(n)->obj;
    if (o == nullptr || o->kind != types::ObjectKind::Var) return true;
    Location* l = variable(o);
    if (l == nullptr || !seen.insert(l).second) return true;
    if (!l->captured) {
      l->captured = true;
      // Assignments in straight code before it was captured do not count.
      if (l->loopDepth == loopDepth_ && l->fn == cur_) l->reassigned = false;
    }
    c.captured.push_back(l);
    return true;
  });
  closures_.push_back(c);
  EscFunc* outer = cur_;
  int depth = loopDepth_;
  auto* results = inlineResults_;
  Hole* wrapper = std::exchange(wrapper_, nullptr);
  cur_ = fn;
  loopDepth_ = 1;
  inlineResults_ = nullptr;
  envs_.emplace_back();
  signature(fn, types::asSignature(e->type));
  block(e->body->stmts);
  envs_.pop_back();
  cur_ = outer;
  loopDepth_ = depth;
  inlineResults_ = results;
  wrapper_ = wrapper;
}

}  // namespace hood::vet
