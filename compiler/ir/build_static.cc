// Static data: initial bytes of package variables and literals, with relocations where they hold pointers.
#include <cstring>

#include "base/check.h"
#include "compiler/ir/ast_walk.h"
#include "compiler/ir/program_builder.h"

namespace hood::ir {

using ast::Mode;
using ast::NodeKind;

namespace {

constexpr int64_t kMaxStaticBytes = 1 << 24;

void putBytes(Global* g, int64_t off, const void* src, size_t n) {
  size_t need = static_cast<size_t>(types::sizeOf(g->type));
  if (g->data.size() < need) g->data.resize(need);
  HOOD_CHECK(static_cast<size_t>(off) + n <= need);
  std::memcpy(g->data.data() + off, src, n);
}

void putInt(Global* g, int64_t off, uint64_t v, size_t n) {
  if (v != 0) putBytes(g, off, &v, n);
}

void putFloat(Global* g, int64_t off, const constant::Value* v, size_t n) {
  if (n == 4) {
    float f = constant::float32Val(v);
    putBytes(g, off, &f, 4);
  } else {
    double d = constant::float64Val(v);
    putBytes(g, off, &d, 8);
  }
}

bool isNilExpr(ast::Expr* e) {
  if (e->mode == Mode::NilValue) return true;
  if (e->kind != NodeKind::Ident) return false;
  types::Object* o = ast::as<ast::Ident>(e)->obj;
  return o && o->kind == types::ObjectKind::Nil;
}

}  // namespace

Global* ProgramBuilder::newStatic(Type* type, bool readOnly) {
  Global* g = newGlobal(in.pkg->path + "..stmp_" + std::to_string(staticCount_++), in.pkg, type);
  g->readOnly = readOnly;
  return g;
}

bool ProgramBuilder::staticStore(Global* g, int64_t off, Type* type, ast::Expr* e) {
  e = unparen(e);
  if (types::sizeOf(g->type) > kMaxStaticBytes) return false;
  if (isNilExpr(e)) return true;
  if (types::isInterface(type)) return staticToIface(g, off, type, e);
  if (e->mode == Mode::Constant && e->value) return staticConst(g, off, type, e);
  switch (e->kind) {
    case NodeKind::CompositeLit: {
      auto* lit = ast::as<ast::CompositeLit>(e);
      if (!lit->typeExpr && types::asPointer(lit->type)) return staticAddr(g, off, lit);
      if (types::asSlice(lit->type)) return staticSlice(g, off, lit);
      if (types::asMap(lit->type)) return false;
      return staticLit(g, off, lit);
    }
    case NodeKind::UnaryExpr: {
      auto* u = ast::as<ast::UnaryExpr>(e);
      return u->op == ast::Op::Addr && staticAddr(g, off, unparen(u->x));
    }
    case NodeKind::Ident:
    case NodeKind::SelectorExpr: return staticFunc(g, off, e);
    default: return false;
  }
}

bool ProgramBuilder::staticConst(Global* g, int64_t off, Type* type, ast::Expr* e) {
  types::Basic* b = types::asBasic(type);
  if (!b) return false;
  const constant::Value* v = e->value;
  auto n = static_cast<size_t>(types::sizeOf(type));
  if (b->info & types::IsBoolean) {
    putInt(g, off, constant::boolVal(v), 1);
  } else if (b->info & types::IsInteger) {
    v = in.consts->toInt(v);
    int64_t i = 0;
    uint64_t u = 0;
    if (constant::int64Val(v, &i))
      u = static_cast<uint64_t>(i);
    else if (!constant::uint64Val(v, &u))
      return false;
    putInt(g, off, u, n);
  } else if (b->info & types::IsFloat) {
    putFloat(g, off, v, n);
  } else if (b->info & types::IsComplex) {
    putFloat(g, off, in.consts->real(v), n / 2);
    putFloat(g, off + static_cast<int64_t>(n / 2), in.consts->imag(v), n / 2);
  } else if (b->info & types::IsString) {
    const std::string& s = constant::stringVal(v);
    if (s.empty()) return true;
    DataReloc r{DataReloc::String, off};
    r.str = in.ctx->arena.copy(s);
    g->relocs.push_back(r);
    putInt(g, off + 8, s.size(), 8);
  } else {
    return false;
  }
  return true;
}

bool ProgramBuilder::staticLit(Global* g, int64_t off, ast::CompositeLit* lit) {
  if (types::Struct* s = types::asStruct(lit->type)) {
    std::vector<int64_t> offs = types::offsetsOf(s);
    for (size_t k = 0; k < lit->elems.size(); k++) {
      ast::Expr* x = lit->elems[k];
      size_t field = k;
      if (x->kind == NodeKind::KeyValueExpr) {
        auto* kv = ast::as<ast::KeyValueExpr>(x);
        std::string_view name = ast::as<ast::Ident>(unparen(kv->key))->name;
        for (field = 0; field < s->fields.size() && s->fields[field]->name != name;) field++;
        x = kv->val;
      }
      HOOD_CHECK(field < s->fields.size());
      if (!staticStore(g, off + offs[field], s->fields[field]->type, x)) return false;
    }
    return true;
  }
  types::Array* a = types::asArray(lit->type);
  if (!a) return false;
  int64_t next = 0, size = types::sizeOf(a->elem);
  for (ast::Expr* x : lit->elems) {
    if (x->kind == NodeKind::KeyValueExpr) {
      auto* kv = ast::as<ast::KeyValueExpr>(x);
      if (!kv->key->value || !constant::int64Val(kv->key->value, &next)) return false;
      x = kv->val;
    }
    if (!staticStore(g, off + next++ * size, a->elem, x)) return false;
  }
  return true;
}

// The address of a package variable, or of a literal that becomes static data of its own. Only for initialisers, which
// run once: elsewhere &T{} is a new object every time, and callers pass read-only data.
bool ProgramBuilder::staticAddr(Global* g, int64_t off, ast::Expr* x) {
  if (g->readOnly) return false;
  DataReloc r{DataReloc::GlobalRef, off};
  if (x->kind == NodeKind::CompositeLit) {
    auto* lit = ast::as<ast::CompositeLit>(x);
    Type* type = lit->type;
    if (!lit->typeExpr)
      if (types::Pointer* p = types::asPointer(type)) type = p->elem;
    Global* target = newStatic(type, false);
    ast::CompositeLit plain = *lit;
    plain.type = type;
    if (types::asSlice(type)) {
      if (!staticSlice(target, 0, &plain)) return false;
    } else if (types::asMap(type) || !staticLit(target, 0, &plain)) {
      return false;
    }
    r.global = target;
  } else {
    types::Object* o = nullptr;
    if (x->kind == NodeKind::Ident) o = ast::as<ast::Ident>(x)->obj;
    if (x->kind == NodeKind::SelectorExpr && !ast::as<ast::SelectorExpr>(x)->selection)
      o = ast::as<ast::SelectorExpr>(x)->sel->obj;
    if (!o || o->kind != types::ObjectKind::Var || !static_cast<types::Var*>(o)->isPackageLevel) return false;
    r.global = globalFor(static_cast<types::Var*>(o));
  }
  g->relocs.push_back(r);
  return true;
}

bool ProgramBuilder::staticSlice(Global* g, int64_t off, ast::CompositeLit* lit) {
  if (g->readOnly) return false;  // a slice literal in a function is new every time
  types::SliceType* s = types::asSlice(lit->type);
  int64_t next = 0, n = 0;
  for (ast::Expr* x : lit->elems) {
    if (x->kind == NodeKind::KeyValueExpr) {
      auto* kv = ast::as<ast::KeyValueExpr>(x);
      if (!kv->key->value || !constant::int64Val(kv->key->value, &next)) return false;
    }
    next++;
    if (next > n) n = next;
  }
  if (n > 0 && types::sizeOf(s->elem) > kMaxStaticBytes / n) return false;
  auto* a = in.ctx->make<types::Array>(n, s->elem);
  Global* backing = newStatic(a, false);
  ast::CompositeLit plain = *lit;
  plain.type = a;
  if (!staticLit(backing, 0, &plain)) return false;
  DataReloc r{DataReloc::GlobalRef, off};
  r.global = backing;
  g->relocs.push_back(r);
  putInt(g, off + 8, static_cast<uint64_t>(n), 8);
  putInt(g, off + 16, static_cast<uint64_t>(n), 8);
  return true;
}

bool ProgramBuilder::staticFunc(Global* g, int64_t off, ast::Expr* e) {
  ast::Ident* id = nullptr;
  if (e->kind == NodeKind::Ident) id = ast::as<ast::Ident>(e);
  if (e->kind == NodeKind::SelectorExpr && !ast::as<ast::SelectorExpr>(e)->selection)
    id = ast::as<ast::SelectorExpr>(e)->sel;
  if (!id || !id->obj || id->obj->kind != types::ObjectKind::Func) return false;
  DataReloc r{DataReloc::FuncRef, off};
  r.func = funcFor(funcOf(id));
  g->relocs.push_back(r);
  return true;
}

// An interface value: descriptor or itab word, then the address of the value's own static data.
bool ProgramBuilder::staticToIface(Global* g, int64_t off, Type* iface, ast::Expr* e) {
  Type* from = e->type;
  if (staticError(g, off, iface, e)) return true;
  if (!from || types::isInterface(from)) return false;
  if (from->kind == types::TypeKind::Basic && isUntyped(from)) from = defaultType(*in.ctx, from);
  if (types::isDirectIface(from)) {
    if (!staticStore(g, off + 8, from, e)) return false;
  } else {
    // Interface values are immutable: their boxes may be shared and read-only.
    Global* box = newStatic(from, true);
    if (!staticStore(box, 0, from, e)) return false;
    DataReloc r{DataReloc::GlobalRef, off + 8};
    r.global = box;
    g->relocs.push_back(r);
  }
  needType(from);
  types::Interface* i = types::asInterface(iface);
  types::completeInterface(i);
  DataReloc r{i->allMethods.empty() ? DataReloc::TypeRef : DataReloc::ItabRef, off};
  r.type = from;
  r.iface = iface;
  g->relocs.push_back(r);
  return true;
}

// errors.New("text") as data: most package variables that are errors have no other initialiser.
bool ProgramBuilder::staticError(Global* g, int64_t off, Type* iface, ast::Expr* e) {
  if (g->readOnly || e->kind != NodeKind::CallExpr || !types::identical(iface, in.ctx->errorType)) return false;
  auto* call = ast::as<ast::CallExpr>(e);
  ast::Expr* fun = unparen(call->fun);
  types::Object* o = nullptr;
  if (fun->kind == NodeKind::Ident) o = ast::as<ast::Ident>(fun)->obj;
  if (fun->kind == NodeKind::SelectorExpr && !ast::as<ast::SelectorExpr>(fun)->selection)
    o = ast::as<ast::SelectorExpr>(fun)->sel->obj;
  bool isNew = o && o->kind == types::ObjectKind::Func && o->name == "New" && o->pkg && o->pkg->stdlib &&
               o->pkg->path == "errors" && o->parent == o->pkg->scope;
  if (!isNew || call->args.size() != 1 || !call->args[0]->value) return false;
  types::Object* named = o->pkg->scope->lookup("errorString");
  types::Struct* s = named ? types::asStruct(named->type) : nullptr;
  if (!s || s->fields.size() != 1 || !types::isString(s->fields[0]->type)) return false;
  Global* value = newStatic(named->type, false);
  if (!staticConst(value, 0, t.string, call->args[0])) return false;
  DataReloc data{DataReloc::GlobalRef, off + 8};
  data.global = value;
  g->relocs.push_back(data);
  DataReloc tab{DataReloc::ItabRef, off};
  tab.type = in.ctx->pointerTo(named->type);
  tab.iface = iface;
  g->relocs.push_back(tab);
  needType(tab.type);
  return true;
}

Global* ProgramBuilder::staticIface(Type* iface, Type* from, ast::Expr* e) {
  if (!types::asBasic(from) || types::isDirectIface(from)) return nullptr;
  std::string key = types::typeKey(iface) + "|" + types::typeKey(from) + "|" + constant::exactString(e->value);
  auto it = staticIfaces_.find(key);
  if (it != staticIfaces_.end()) return it->second;
  Global* g = newStatic(iface, true);
  ast::Expr typed = *e;
  typed.type = from;
  typed.kind = NodeKind::BasicLit;
  if (!staticToIface(g, 0, iface, &typed)) g = nullptr;
  staticIfaces_[key] = g;
  return g;
}

}  // namespace hood::ir
