// Types that can be in interfaces, their method tables, and the functions generated for those.
#include "base/check.h"
#include "compiler/ir/func_builder.h"
#include "compiler/ir/program_builder.h"

namespace hood::ir {

using types::TypeKind;

std::string methodId(const types::Func* m) {
  std::string name(m->name);
  return m->exported() || !m->pkg ? name : m->pkg->path + "." + name;
}

bool isIfaceMethod(const types::Func* m) { return m->decl == nullptr && !m->imported; }

int methodIndex(types::Interface* i, const types::Func* m) {
  types::completeInterface(i);
  for (size_t k = 0; k < i->allMethods.size(); k++) {
    const types::Func* o = i->allMethods[k];
    if (o == m || (o->name == m->name && (m->exported() || o->pkg == m->pkg))) return static_cast<int>(k);
  }
  HOOD_UNREACHABLE("method of an interface");
}

namespace {

std::string pathKey(const char* kind, Type* type, const MethodPath& path) {
  return std::string(kind) + types::typeKey(type) + "." + methodId(path.func);
}

std::string wrapperName(Type* type, const MethodPath& path, const char* suffix) {
  bool ptr = type->kind == TypeKind::Pointer;
  Type* base = ptr ? static_cast<types::Pointer*>(type)->elem : type;
  std::string name;
  if (types::Named* n = types::asNamed(base)) {
    std::string own(n->obj->name);
    if (n->origin) own += "[...]";
    name = (n->obj->pkg ? n->obj->pkg->path + "." : std::string()) + (ptr ? "(*" + own + ")" : own);
  } else {
    name = "go.(" + types::typeString(type, nullptr) + ")";
  }
  return name + "." + std::string(path.func->name) + suffix;
}

}  // namespace

// ---- generated functions --------------------------------------------------------------------------------------

// Several packages may generate the same function for a type: its symbol is the key, its name what tracebacks show.
Func* ProgramBuilder::wrapperFunc(const std::string& key, std::string name, const types::Func* m) {
  Func* f = newFunc(std::move(name), m->pkg, m->pos);
  f->linkName = key;
  f->dupOk = true;
  return f;
}

Func* ProgramBuilder::methodExprFunc(Type* type, const MethodPath& path) {
  const types::Func* m = path.func;
  bool isPtr = type->kind == TypeKind::Pointer;
  // Declared on this very type: the method is the function.
  if (path.fields.empty() && !isIfaceMethod(m) && m->ptrRecv == isPtr) return funcFor(path.func);
  std::string key = pathKey("expr ", type, path);
  Func*& f = wrappers_[key];
  if (f) return f;
  f = wrapperFunc(key, wrapperName(type, path, ""), m);
  Func* to = f;
  work_.push_back([this, to, type, path] { FuncBuilder(*this, to, path.func->pkg, nullptr).buildMethodExpr(type, path); });
  return to;
}

Func* ProgramBuilder::boundMethodFunc(Type* recv, const MethodPath& path) {
  std::string key = pathKey("bound ", recv, path);
  Func*& f = wrappers_[key];
  if (f) return f;
  f = wrapperFunc(key, wrapperName(recv, path, "-fm"), path.func);
  Func* to = f;
  work_.push_back([this, to, recv, path] { FuncBuilder(*this, to, path.func->pkg, nullptr).buildBoundMethod(recv, path); });
  return to;
}

Func* ProgramBuilder::ifaceEntry(Type* type, const MethodPath& path) {
  if (types::isDirectIface(type)) return methodExprFunc(type, path);
  std::string key = pathKey("iface ", type, path);
  Func*& f = wrappers_[key];
  if (f) return f;
  f = wrapperFunc(key, wrapperName(type, path, "-iface"), path.func);
  Func* to = f;
  work_.push_back([this, to, type, path] { FuncBuilder(*this, to, path.func->pkg, nullptr).buildIfaceEntry(type, path); });
  return to;
}

// ---- types in interfaces ------------------------------------------------------------------------------------------

void ProgramBuilder::needType(Type* first) {
  std::vector<Type*> stack{first};
  while (!stack.empty()) {
    Type* type = stack.back();
    stack.pop_back();
    if (!type || isForeignType(in.pkg, type) || !runtimeTypePtrs_.insert(type).second) continue;
    if (!runtimeTypes_.insert(types::typeKey(type)).second) continue;
    prog->types.push_back(type);
    addMethods(type, stack);
    // What fmt and reflect can reach from a value of this type; types of other packages are whole where they are declared.
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
      case TypeKind::Signature: {
        auto* sig = static_cast<types::Signature*>(u);
        for (types::Var* v : sig->params->vars) stack.push_back(v->type);
        for (types::Var* v : sig->results->vars) stack.push_back(v->type);
        break;
      }
      default: break;
    }
  }
}

// *more gets what reflection reaches by the type's methods, and by pointers to it (New, Addr), which have methods of their own.
void ProgramBuilder::addMethods(Type* type, std::vector<Type*>& more) {
  if (types::isInterface(type)) return;
  if (types::asNamed(type) || type->kind == TypeKind::Struct) more.push_back(in.ctx->pointerTo(type));
  std::vector<types::MethodSetEntry> set = types::methodSet(type);
  if (set.empty()) return;
  auto& table = prog->methods[types::typeKey(type)];
  for (const types::MethodSetEntry& e : set) {
    MethodPath path;
    path.func = e.func;
    if (!e.index.empty()) path.fields.assign(e.index.begin(), e.index.end() - 1);
    table.push_back({e.func, ifaceEntry(type, path)});
    more.push_back(e.func->type);
  }
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
