// What a package's program knows of other packages.
#include "compiler/ir/ir.h"

namespace hood::ir {

Func* Program::externalFunc(std::string_view name, std::string_view linkName, types::Package* from, bool* fresh) {
  Func*& f = externals_[std::string(linkName.empty() ? name : linkName)];
  if (fresh) *fresh = f == nullptr;
  if (f) return f;
  funcs.push_back(std::make_unique<Func>());
  f = funcs.back().get();
  f->kind = FuncKind::External;
  f->name = name;
  f->linkName = linkName;
  f->pkg = from;
  return f;
}

Func* Program::nativeFunc(std::string_view name, types::Package* from, bool* fresh) {
  Func*& f = natives_[std::string(name)];
  *fresh = f == nullptr;
  if (f) return f;
  funcs.push_back(std::make_unique<Func>());
  f = funcs.back().get();
  f->kind = FuncKind::Native;
  f->name = name;
  f->pkg = from;
  return f;
}

Global* Program::externalGlobal(std::string_view name, types::Package* from, Type* type) {
  Global*& g = externalGlobals_[std::string(name)];
  if (g) return g;
  globals.push_back(std::make_unique<Global>());
  g = globals.back().get();
  g->name = name;
  g->type = type;
  g->pkg = from;
  g->external = true;
  return g;
}

bool isForeignType(const types::Package* pkg, Type* t) {
  if (t->kind == types::TypeKind::Pointer) t = static_cast<types::Pointer*>(t)->elem;
  types::Named* n = types::asNamed(t);
  if (!n || !n->obj->pkg || n->origin) return false;
  return n->obj->pkg != pkg && n->obj->pkg->path != pkg->path;
}

}  // namespace hood::ir
