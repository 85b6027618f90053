// Calls: functions that are known pass their parameters on as their tags say; all others keep everything.
#include <algorithm>
#include <utility>

#include "compiler/vet/escape_build.h"
#include "compiler/vet/pass.h"

namespace hood::vet {

using ast::NodeKind;
using types::BuiltinId;

namespace {

constexpr int64_t kMostImplicit = 64 << 10;

}  // namespace

// The literal that a call is known to call: written there, or the only value of a variable.
ast::FuncLit* EscBuilder::literalOf(ast::Expr* fun) {
  if (fun->kind == NodeKind::FuncLit) return ast::as<ast::FuncLit>(fun);
  if (fun->kind != NodeKind::Ident) return nullptr;
  auto it = bound_.find(ast::as<ast::Ident>(fun)->obj);
  return it == bound_.end() ? nullptr : it->second;
}

// The declared function that takes the place of its call; nullptr: none does.
types::Func* EscBuilder::inlinedFunc(ast::CallExpr* c) {
  types::Func* f = callee(c);
  if (f != nullptr && f->origin != nullptr) f = f->origin;
  if (f == nullptr || isInterfaceMethod(f) || !in_.inliner.canInline(f) || isInlining(f->decl->body)) return nullptr;
  // Of functions that call each other a later one does not take the place of its call in an earlier one, and none in itself.
  const EscFunc* outermost = cur_;
  while (outermost->outer != nullptr) outermost = outermost->outer;
  auto own = order_.find(outermost->func), other = order_.find(f);
  if (own != order_.end() && other != order_.end() && other->second >= own->second) return nullptr;
  return f;
}

bool EscBuilder::isInlining(const ast::BlockStmt* body) const {
  return std::find(inlining_.begin(), inlining_.end(), body) != inlining_.end();
}

void EscBuilder::call(const std::vector<Hole>& ks, ast::CallExpr* c, bool deferred) {
  if (c->mode == ast::Mode::Constant) return;
  ast::Expr* fun = ast::unparen(c->fun);
  if (isConversion(c)) return conversion(ks.empty() ? g_.discard() : ks[0], c);
  if (fun->mode == ast::Mode::Builtin) {
    auto* b = static_cast<types::Builtin*>(objectOf(fun));
    if (b != nullptr) return builtin(ks.empty() ? g_.discard() : ks[0], c, b->id);
  }
  types::Func* f = callee(c);
  if (f != nullptr && f->origin != nullptr) f = f->origin;
  bool dynamic = f == nullptr || isInterfaceMethod(f);
  if (!deferred && inlinedFunc(c) != nullptr) {
    return inlined(ks, c, functionName(f, &in_.pkg), f->sig(), f->decl->body);
  }
  if (const KnownFunc* known = dynamic || deferred ? nullptr : knownFunc(f); known != nullptr && known->inlined) {
    in_.note(at(c->lparen), "inlining call to " + functionName(f, &in_.pkg));
  }
  auto* sig = types::asSignature(fun->type);
  if (sig == nullptr) {  // a type parameter's core type
    discard(fun);
    for (ast::Expr* a : c->args) expr(g_.heap(), a);
    return;
  }
  ast::FuncLit* lit = nullptr;
  if (f == nullptr) {
    lit = literalOf(fun);
    const std::string* name = lit != nullptr && !deferred && !isInlining(lit->body) ? in_.inliner.nameOf(lit) : nullptr;
    if (name != nullptr) return inlined(ks, c, *name, types::asSignature(lit->type), lit->body);
    discard(fun);  // a literal is analysed here
    if (fun->kind == NodeKind::FuncLit) literals_[lit]->calledInPlace = true;
  }
  bool method = f != nullptr && fun->kind == NodeKind::SelectorExpr &&
                ast::as<ast::SelectorExpr>(fun)->selection != nullptr &&
                ast::as<ast::SelectorExpr>(fun)->selection->kind == types::SelectionKind::MethodVal;
  std::vector<Hole> params = parameterHoles(ks, dynamic ? nullptr : f, lit, sig->params->vars.size() + method);
  if (method) receiver(params[0], ast::as<ast::SelectorExpr>(fun));
  if (method) params.erase(params.begin());
  arguments(c, sig, params);
}

// Where each argument goes.
std::vector<Hole> EscBuilder::parameterHoles(const std::vector<Hole>& ks, types::Func* f, ast::FuncLit* lit, size_t n) {
  EscFunc* same = nullptr;
  if (f != nullptr && batch_.count(f)) same = batch_[f];
  if (lit != nullptr && literals_.count(lit)) same = literals_[lit];
  std::vector<Hole> holes;
  if (same != nullptr) {
    for (size_t i = 0; i < ks.size() && i < same->results.size(); i++) g_.flow(ks[i], same->results[i]);
    for (size_t i = 0; i < n; i++) holes.push_back(i < same->params.size() ? Hole{same->params[i]} : g_.heap());
    return holes;
  }
  const std::vector<Leaks>* tags = nullptr;
  if (auto it = in_.tags.find(f); f != nullptr && it != in_.tags.end()) tags = &it->second;
  const KnownFunc* known = f != nullptr && tags == nullptr ? knownFunc(f) : nullptr;
  for (size_t i = 0; i < n; i++) {
    Leaks leaks = tags != nullptr && i < tags->size() ? (*tags)[i] : Leaks::all();
    if (known != nullptr) {
      leaks = Leaks();
      if (known->content >= 0 && i >= static_cast<size_t>(known->content)) leaks.add(0, 1);
    }
    std::vector<Hole> to;
    if (leaks.heap() >= 0) to.push_back(g_.heap().shift(leaks.heap()));
    for (size_t r = 0; r < ks.size() && r < kTagResults; r++)
      if (leaks.result(r) >= 0 && !g_.isDiscard(ks[r])) to.push_back(ks[r].shift(leaks.result(r)));
    if (to.size() <= 1) {
      holes.push_back(to.empty() ? g_.discard() : to[0]);
      continue;
    }
    Location* tee = temporary();
    for (Hole h : to) g_.flow(h, tee);
    holes.push_back({tee});
  }
  return holes;
}

void EscBuilder::arguments(ast::CallExpr* c, types::Signature* sig, const std::vector<Hole>& params) {
  auto& vars = sig->params->vars;
  if (c->args.size() == 1 && c->args[0]->type != nullptr && c->args[0]->type->kind == types::TypeKind::Tuple) {
    ast::Expr* x = ast::unparen(c->args[0]);  // f(g())
    if (x->kind == NodeKind::CallExpr) return call(params, ast::as<ast::CallExpr>(x));
  }
  // What the wrapper of a go or defer statement captures goes there, too.
  Hole* wrapper = std::exchange(wrapper_, nullptr);
  auto both = [&](Hole k) {
    if (wrapper == nullptr) return k;
    Location* tee = temporary();
    g_.flow(k, tee);
    g_.flow(*wrapper, tee);
    return Hole{tee};
  };
  Pos outer = std::exchange(nameAt_, wrapper != nullptr && c->args.size() > 0 ? ast::startPos(c->args[0]) : c->lparen);
  size_t fixed = sig->variadic ? vars.size() - 1 : vars.size();
  for (size_t i = 0; i < fixed && i < c->args.size(); i++) convert(both(params[i]), c->args[i], vars[i]->type);
  if (sig->variadic && c->ellipsis) {
    expr(both(params[fixed]), c->args[fixed]);
  } else if (sig->variadic && c->args.size() > fixed) {
    Hole inside;
    spill(params[fixed], c->lparen, "... argument", nullptr, &inside);
    types::SliceType* list = types::asSlice(vars[fixed]->type);
    for (size_t i = fixed; i < c->args.size(); i++)
      convert(both(inside), c->args[i], list != nullptr ? list->elem : nullptr);
  }
  nameAt_ = outer;
}

// x of x.m(): its address for a pointer receiver, what it points to for a value receiver.
void EscBuilder::receiver(Hole k, ast::SelectorExpr* e) {
  auto* f = static_cast<types::Func*>(e->selection->obj);
  types::Type* t = e->x->type;
  auto& index = e->selection->index;
  int hops = 0;
  for (size_t i = 0; i + 1 < index.size(); i++) {  // promoted through embedded fields
    if (types::Pointer* p = types::asPointer(t)) {
      hops++;
      t = p->elem;
    }
    types::Struct* s = types::asStruct(t);
    if (s == nullptr) break;
    t = s->fields[static_cast<size_t>(index[i])]->type;
  }
  bool isPointer = types::asPointer(t) != nullptr;
  bool wantsPointer = f->sig()->recv != nullptr && types::asPointer(f->sig()->recv->type) != nullptr;
  if (isInterfaceMethod(f)) wantsPointer = isPointer;
  if (wantsPointer && !isPointer) hops--;
  if (!wantsPointer && isPointer) hops++;
  if (wrapper_ != nullptr) {
    Location* tee = temporary();
    g_.flow(k, tee);
    g_.flow(*wrapper_, tee);
    k = {tee};
  }
  Hole* wrapper = std::exchange(wrapper_, nullptr);
  expr(k.shift(hops), e->x);
  wrapper_ = wrapper;
}

void EscBuilder::conversion(Hole k, ast::CallExpr* c) {
  ast::Expr* x = c->args[0];
  types::Type* to = c->type;
  if (types::isInterface(to)) return convert(k, x, to);
  bool fromString = x->type != nullptr && types::isString(x->type), toString = types::isString(to);
  bool slices = types::asSlice(to) != nullptr || (x->type != nullptr && types::asSlice(x->type) != nullptr);
  bool copies =
      (fromString && types::asSlice(to) != nullptr) || (toString && slices) || (toString && types::isInteger(x->type));
  types::Basic* basic = types::asBasic(to);
  bool fromNumber = basic != nullptr && basic->basic == types::BasicKind::UnsafePointer && !mayPoint(x->type);
  if (fromNumber) return unsafeValue(k, x);
  if (copies) {
    spill(k, c->lparen, str(c), nullptr, nullptr);
    return discard(x);
  }
  expr(k, x);
}

// The callee's body stands here, with variables of its own, and what it does happens where the call is.
void EscBuilder::inlined(const std::vector<Hole>& ks, ast::CallExpr* c, const std::string& name, types::Signature* sig,
                         ast::BlockStmt* body) {
  in_.note(at(c->lparen), "inlining call to " + name);
  ast::Expr* fun = ast::unparen(c->fun);
  Pos outerAt = inlinedAt_;
  Env own;
  std::vector<Hole> params;
  std::vector<Location*> results;
  auto local = [&](types::Var* v) {
    Location* l = g_.add(LocationKind::Variable, cur_, loopDepth_, at(v->pos), std::string(v->name), v->type);
    l->quiet = v->name.empty() || v->name == "_";
    own[v] = l;
    return l;
  };
  Pos here = at(c->lparen);
  if (sig->recv != nullptr) params.push_back({local(sig->recv)});
  for (types::Var* v : sig->params->vars) params.push_back({local(v)});
  for (types::Var* v : sig->results->vars) results.push_back(local(v));
  for (auto& [v, l] : own) l->pos = here;
  // Arguments are the caller's.
  if (sig->recv != nullptr) {
    if (fun->kind == NodeKind::SelectorExpr &&
        ast::as<ast::SelectorExpr>(fun)->selection->kind == types::SelectionKind::MethodVal) {
      receiver(params[0], ast::as<ast::SelectorExpr>(fun));
    }
    params.erase(params.begin());
  }
  arguments(c, sig, params);
  envs_.push_back(std::move(own));
  inlinedAt_ = here;
  auto* outer = inlineResults_;
  inlineResults_ = &results;
  inlining_.push_back(body);
  block(body->stmts);
  inlining_.pop_back();
  inlineResults_ = outer;
  inlinedAt_ = outerAt;
  envs_.pop_back();
  for (size_t i = 0; i < ks.size() && i < results.size(); i++)
    if (mayPoint(results[i]->type)) g_.flow(ks[i], results[i]);
}

// ---- built-in functions --------------------------------------------------------------------------------------------

void EscBuilder::builtin(Hole k, ast::CallExpr* c, BuiltinId id) {
  switch (id) {
    case BuiltinId::New: {
      types::Type* t = c->args[0]->type;
      spill(k, c->lparen, str(c), t, nullptr);
      return;
    }
    case BuiltinId::Make: return builtinMake(k, c);
    case BuiltinId::Append: return builtinAppend(k, c);
    case BuiltinId::Copy: {
      discard(c->args[0]);
      types::SliceType* from = types::asSlice(c->args[1]->type);
      return expr(from != nullptr && mayPoint(from->elem) ? g_.heap().shift(1) : g_.discard(), c->args[1]);
    }
    case BuiltinId::Panic:
      valueAt_ = c->lparen;
      convert(g_.heap(), c->args[0], in_.ctx.anyType);
      valueAt_ = {};
      return;
    case BuiltinId::UnsafeAdd:
    case BuiltinId::UnsafeSlice:
    case BuiltinId::UnsafeString:
    case BuiltinId::UnsafeSliceData:
    case BuiltinId::UnsafeStringData: {
      expr(k, c->args[0]);
      for (size_t i = 1; i < c->args.size(); i++) discard(c->args[i]);
      return;
    }
    case BuiltinId::Max:
    case BuiltinId::Min: {
      for (ast::Expr* a : c->args) expr(k, a);
      return;
    }
    default:
      for (ast::Expr* a : c->args) discard(a);
  }
}

void EscBuilder::builtinMake(Hole k, ast::CallExpr* c) {
  for (size_t i = 1; i < c->args.size(); i++) discard(c->args[i]);
  types::Type* t = c->args[0]->type;
  if (types::asChan(t) != nullptr) return;
  Location* l = spill(k, c->lparen, str(c), nullptr, nullptr);
  types::SliceType* s = types::asSlice(t);
  if (s == nullptr) return;
  const constant::Value* n = c->args[c->args.size() - 1]->value;
  int64_t count = 0;
  if (n == nullptr || !constant::int64Val(n, &count)) {
    l->escapes = true;  // non-constant size
    return;
  }
  bool known = s->elem->kind != types::TypeKind::TypeParam;
  int64_t size = known ? types::sizeOf(s->elem) : 0;
  if (size != 0 && count > kMostImplicit / size) l->escapes = true;  // too large for the stack
}

// The slice itself may be the result, or what it holds is copied to the heap.
void EscBuilder::builtinAppend(Hole k, ast::CallExpr* c) {
  types::SliceType* s = types::asSlice(c->type);
  bool points = s == nullptr || mayPoint(s->elem);
  if (points && !(k.derefs == 0 && k.dst->escapes)) {
    Location* tee = temporary();
    g_.flow(k, tee);
    g_.flow(g_.heap().shift(1), tee);
    expr({tee}, c->args[0]);
  } else {
    expr(k, c->args[0]);
  }
  if (c->ellipsis) {
    types::SliceType* from = types::asSlice(c->args[1]->type);
    return expr(from != nullptr && mayPoint(from->elem) ? g_.heap().shift(1) : g_.discard(), c->args[1]);
  }
  for (size_t i = 1; i < c->args.size(); i++) convert(g_.heap(), c->args[i], s != nullptr ? s->elem : nullptr);
}

}  // namespace hood::vet
