// Which methods of which types can be called through an interface, and the functions generated for them.
#include "base/check.h"
#include "compiler/ir/func_builder.h"
#include "compiler/ir/program_builder.h"

namespace hood::ir {

using types::TypeKind;

std::string methodId(const types::Func* m) {
  std::string name(m->name);
  return m->exported() || !m->pkg ? name : m->pkg->path + "." + name;
}

bool isIfaceMethod(const types::Func* m) { return m->decl == nullptr; }

int methodIndex(types::Interface* i, const types::Func* m) {
  types::completeInterface(i);
  for (size_t k = 0; k < i->allMethods.size(); k++) {
    const types::Func* o = i->allMethods[k];
    if (o == m || (o->name == m->name && (m->exported() || o->pkg == m->pkg))) return static_cast<int>(k);
  }
  HOOD_UNREACHABLE("method of an interface");
}

namespace {

std::string liveKey(const types::Func* m) { return methodId(m) + "|" + types::typeKey(m->type); }

std::string pathKey(const char* kind, Type* type, const MethodPath& path) {
  return std::string(kind) + types::typeKey(type) + "." + methodId(path.func);
}

std::string wrapperName(Type* type, const MethodPath& path, const char* suffix) {
  bool ptr = type->kind == TypeKind::Pointer;
  Type* base = ptr ? static_cast<types::Pointer*>(type)->elem : type;
  std::string name;
  if (types::Named* n = types::asNamed(base)) {
    std::string own(n->obj->name);
    name = (n->obj->pkg ? n->obj->pkg->path + "." : std::string()) + (ptr ? "(*" + own + ")" : own);
  } else {
    name = "go.(" + types::typeString(type, nullptr) + ")";
  }
  return name + "." + std::string(path.func->name) + suffix;
}

}  // namespace

// ---- generated functions --------------------------------------------------------------------------------------

Func* ProgramBuilder::methodExprFunc(Type* type, const MethodPath& path) {
  const types::Func* m = path.func;
  bool isPtr = type->kind == TypeKind::Pointer;
  // Declared on this very type: the method is the function.
  if (path.fields.empty() && !isIfaceMethod(m) && m->ptrRecv == isPtr) return funcFor(path.func);
  Func*& f = wrappers_[pathKey("expr ", type, path)];
  if (f) return f;
  f = newFunc(wrapperName(type, path, ""), m->pkg, m->pos);
  Func* to = f;
  work_.push_back([this, to, type, path] { FuncBuilder(*this, to, path.func->pkg, nullptr).buildMethodExpr(type, path); });
  return to;
}

Func* ProgramBuilder::boundMethodFunc(Type* recv, const MethodPath& path) {
  Func*& f = wrappers_[pathKey("bound ", recv, path)];
  if (f) return f;
  f = newFunc(wrapperName(recv, path, "-fm"), path.func->pkg, path.func->pos);
  Func* to = f;
  work_.push_back([this, to, recv, path] { FuncBuilder(*this, to, path.func->pkg, nullptr).buildBoundMethod(recv, path); });
  return to;
}

Func* ProgramBuilder::ifaceEntry(Type* type, const MethodPath& path) {
  if (types::isDirectIface(type)) return methodExprFunc(type, path);
  Func*& f = wrappers_[pathKey("iface ", type, path)];
  if (f) return f;
  f = newFunc(wrapperName(type, path, "-iface"), path.func->pkg, path.func->pos);
  Func* to = f;
  work_.push_back([this, to, type, path] { FuncBuilder(*this, to, path.func->pkg, nullptr).buildIfaceEntry(type, path); });
  return to;
}

// ---- types in interfaces, and live methods --------------------------------------------------------------------

// What only reflection reaches from a type besides what its values hold: pointers to it (New, Addr), which have methods of
// their own, and the parameters and results of calls.
void ProgramBuilder::addReflected(Type* type, std::vector<Type*>& stack) {
  Type* u = types::under(type);
  if (u->kind == TypeKind::Struct || (types::asNamed(type) != nullptr && u->kind != TypeKind::Interface)) {
    stack.push_back(in.ctx->pointerTo(type));
  }
  if (u->kind != TypeKind::Signature) return;
  auto* sig = static_cast<types::Signature*>(u);
  for (types::Var* v : sig->params->vars) stack.push_back(v->type);
  for (types::Var* v : sig->results->vars) stack.push_back(v->type);
}

// The program calls methods by number or name: exported ones of all types in interfaces must have code, as Go's linker
// keeps them.
void ProgramBuilder::keepMethods() {
  if (keepMethods_) return;
  keepMethods_ = true;
  std::vector<std::string> keys;
  for (auto& [key, use] : methodUses_) keys.push_back(key);
  for (const std::string& key : keys) {
    MethodUse& use = methodUses_[key];
    if (!use.holders.empty()) keepMethod(key, use.holders.front().path.func);
  }
}

void ProgramBuilder::keepMethod(const std::string& key, const types::Func* m) {
  if (!m->exported()) return;
  markLive(key);
  needType(m->type);
}

void ProgramBuilder::needType(Type* first) {
  std::vector<Type*> stack{first};
  while (!stack.empty()) {
    Type* type = stack.back();
    stack.pop_back();
    if (!type || !runtimeTypePtrs_.insert(type).second) continue;
    if (!runtimeTypes_.insert(types::typeKey(type)).second) continue;
    prog->types.push_back(type);
    addMethods(type);
    if (usesReflect_) addReflected(type, stack);
    // What fmt and reflect can reach from a value of this type.
    Type* u = types::under(type);
    switch (u->kind) {
      case TypeKind::Pointer: stack.push_back(static_cast<types::Pointer*>(u)->elem); break;
      case TypeKind::Array: stack.push_back(static_cast<types::Array*>(u)->elem); break;
      case TypeKind::Slice: stack.push_back(static_cast<types::SliceType*>(u)->elem); break;
      case TypeKind::Chan: stack.push_back(static_cast<types::Chan*>(u)->elem); break;
      case TypeKind::Map:
        stack.push_back(static_cast<types::Map*>(u)->key);
        stack.push_back(static_cast<types::Map*>(u)->elem);
        break;
      case TypeKind::Struct:
        for (types::Var* v : static_cast<types::Struct*>(u)->fields) stack.push_back(v->type);
        break;
      default: break;
    }
  }
}

void ProgramBuilder::addMethods(Type* type) {
  if (types::isInterface(type)) return;
  std::string key = types::typeKey(type);
  for (const types::MethodSetEntry& e : types::methodSet(type)) {
    MethodPath path;
    path.func = e.func;
    if (!e.index.empty()) path.fields.assign(e.index.begin(), e.index.end() - 1);
    MethodUse& use = methodUses_[liveKey(e.func)];
    use.holders.push_back({type, key, path});
    if (use.seen) listMethod(use.holders.back(), use.live);
    if (keepMethods_ && !use.live) work_.push_back([this, use = liveKey(e.func), m = e.func] { keepMethod(use, m); });
  }
}

// Puts the method into its type's table, with its entry if it can be called.
void ProgramBuilder::listMethod(const MethodHolder& h, bool live) {
  Func* entry = live ? ifaceEntry(h.type, h.path) : nullptr;
  auto& table = prog->methods[h.key];
  for (auto& [m, f] : table)
    if (m == h.path.func) {
      f = entry;
      return;
    }
  table.push_back({h.path.func, entry});
}

// The program converts to or asserts this interface: tables of its methods must be complete, if not callable.
void ProgramBuilder::useInterface(Type* t) {
  if (!seenInterfaces_.insert(t).second) return;
  types::Interface* i = types::asInterface(t);
  types::completeInterface(i);
  for (types::Func* m : i->allMethods) {
    MethodUse& use = methodUses_[liveKey(m)];
    if (use.seen) continue;
    use.seen = true;
    for (const MethodHolder& h : use.holders) listMethod(h, false);
  }
}

void ProgramBuilder::useIfaceMethod(types::Func* m) { markLive(liveKey(m)); }

void ProgramBuilder::markLive(const std::string& key) {
  MethodUse& use = methodUses_[key];
  if (use.live) return;
  use.live = use.seen = true;
  for (const MethodHolder& h : use.holders) listMethod(h, true);
}

// ---- record types of the runtime ------------------------------------------------------------------------------

Type* iterType(types::Context& ctx) {
  constexpr int kPointers = 8, kWords = 6;  // as Hiter in runtime/lang/map.h
  auto* s = ctx.make<types::Struct>();
  for (int i = 0; i < kPointers + kWords; i++) {
    auto* v = ctx.make<types::Var>();
    v->isField = true;
    v->name = ctx.arena.copy("w" + std::to_string(i));
    v->type = ctx.typ(i < kPointers ? types::BasicKind::UnsafePointer : types::BasicKind::Uintptr);
    s->fields.push_back(v);
  }
  return s;
}

}  // namespace hood::ir
