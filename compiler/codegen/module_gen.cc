// The module around the functions: numbering, globals, type definitions.
#include "compiler/codegen/module_gen.h"

#include <algorithm>
#include <cstring>

#include "base/check.h"
#include "compiler/codegen/codegen.h"
#include "compiler/codegen/fold_instances.h"
#include "compiler/codegen/func.h"

namespace hood::codegen {

using namespace types;
using bytecode::GlobalDef;
using bytecode::Reloc;
using bytecode::RelocKind;
using bytecode::TypeDef;

bytecode::Module generate(ir::Program& program, Context& ctx, Diagnostics& diags) {
  return ModuleGen(program, ctx, diags).run();
}

ModuleGen::ModuleGen(ir::Program& program, Context& c, Diagnostics& d) : ctx(c), diags(d), program_(program) {
  for (auto& f : program.funcs) funcs_.emplace(f.get(), static_cast<uint32_t>(funcs_.size()));
  for (auto& g : program.globals) globals_.emplace(g.get(), static_cast<uint32_t>(globals_.size()));
}

bytecode::Module ModuleGen::run() {
  module.name = program_.pkg->path;
  module.funcs.resize(program_.funcs.size());
  addGlobals();
  for (size_t k = 0; k < program_.funcs.size(); k++) {
    ir::Func& f = *program_.funcs[k];
    where_ = f.pos;
    bytecode::FuncDef& d = module.funcs[k];
    d.name = f.name;
    d.linkName = f.linkName;
    d.wrapper = f.wrapper;
    d.dupOk = f.dupOk;
    d.native = f.kind == ir::FuncKind::Native;
    d.external = f.kind == ir::FuncKind::External;
    if (d.external) {
      d.pkgPath = f.pkg->path;
      d.closure = f.isClosure;
    } else if (f.pos.valid()) {
      d.file = fileIndex(f.pos);
      d.line = diags.sources().position(f.pos).line;
    }
    if (d.native || d.external) {
      for (Type* t : f.resultTypes) d.resultSlots += layouts.of(t).slots;
      for (Type* t : f.paramTypes) d.paramSlots += layouts.of(t).slots;
    } else {
      FuncGen(*this, f, d).run();
    }
  }
  for (Type* t : program_.types) typeIndex(t);
  foldInstances(module);
  if (program_.entry != nullptr) module.entry = funcIndex(program_.entry);
  return std::move(module);
}

// By the name that messages show: a //line directive gives one of its own.
uint32_t ModuleGen::fileIndex(Pos p) {
  std::string_view file = diags.sources().position(p).file;
  auto [it, fresh] = files_.emplace(file, static_cast<uint32_t>(module.files.size()));
  if (fresh) module.files.push_back(file.empty() ? "<generated>" : std::string(file));
  return it->second;
}

uint32_t ModuleGen::stringOffset(std::string_view s) {
  auto [it, fresh] = strings_.emplace(std::string(s), static_cast<uint32_t>(module.strings.size()));
  if (fresh) module.strings.append(s);
  return it->second;
}

// ---- globals --------------------------------------------------------------------------------------------------

void ModuleGen::addGlobals() {
  module.globals.resize(program_.globals.size());
  for (size_t k = 0; k < program_.globals.size(); k++) {
    const ir::Global& g = *program_.globals[k];
    GlobalDef d;
    d.name = g.name;
    d.size = static_cast<uint64_t>(layouts.of(g.type).size);
    d.external = g.external;
    if (g.external) {
      d.pkgPath = g.pkg->path;
      module.globals[k] = std::move(d);
      continue;
    }
    d.type = typeIndex(g.type);
    d.data = g.data;
    d.readOnly = g.readOnly;
    for (const ir::DataReloc& r : g.relocs) {
      Reloc o{};
      o.at = static_cast<uint32_t>(r.off);
      o.addend = r.addend;
      switch (r.kind) {
        case ir::DataReloc::String:
          o.kind = RelocKind::String;
          o.addend = stringOffset(r.str);
          break;
        case ir::DataReloc::FuncRef:
          o.kind = RelocKind::FuncValue;
          o.index = funcIndex(r.func);
          break;
        case ir::DataReloc::GlobalRef:
        case ir::DataReloc::Static:
          o.kind = RelocKind::Global;
          o.index = globalIndex(r.global);
          break;
        case ir::DataReloc::TypeRef:
          o.kind = RelocKind::Type;
          o.index = typeIndex(r.type);
          break;
        case ir::DataReloc::ItabRef:
          o.kind = RelocKind::Itab;
          o.index = typeIndex(r.iface);
          o.index2 = typeIndex(r.type);
          break;
      }
      d.relocs.push_back(o);
    }
    std::stable_sort(d.relocs.begin(), d.relocs.end(), [](const Reloc& a, const Reloc& b) { return a.at < b.at; });
    module.globals[k] = std::move(d);
  }
}

uint32_t ModuleGen::staticValue(const ConstVal& c, Type* t) {
  const Layout& l = layouts.of(t);
  std::string key = std::to_string(static_cast<int>(c.op)) + ":" + std::to_string(c.imm) + ":" + std::to_string(l.size) +
                    ":" + std::string(c.str);
  auto it = statics_.find(key);
  if (it != statics_.end()) return it->second;
  GlobalDef d;
  d.name = "..const";
  d.isPrivate = true;
  d.readOnly = true;
  d.size = static_cast<uint64_t>(l.size);
  switch (c.op) {
    case ir::Op::ConstInt:
    case ir::Op::ConstFloat:
      d.data.resize(d.size);
      std::memcpy(d.data.data(), &c.imm, std::min<size_t>(d.size, 8));
      break;
    case ir::Op::ConstString: {
      d.data.resize(16);
      uint64_t len = c.str.size();
      std::memcpy(d.data.data() + 8, &len, 8);
      if (len != 0) {
        Reloc r{};
        r.kind = RelocKind::String;
        r.addend = stringOffset(c.str);
        d.relocs.push_back(r);
      }
      break;
    }
    case ir::Op::Zero: break;
    default: HOOD_UNREACHABLE("constant without a memory form");
  }
  uint32_t index = static_cast<uint32_t>(module.globals.size());
  module.globals.push_back(std::move(d));
  statics_.emplace(std::move(key), index);
  return index;
}

// ---- types ----------------------------------------------------------------------------------------------------

namespace {

// reflect.Kind of a type.
uint8_t kindOf(Type* u) {
  switch (u->kind) {
    case TypeKind::Basic:
      switch (static_cast<Basic*>(u)->basic) {
        case BasicKind::Bool:
        case BasicKind::UntypedBool: return 1;
        case BasicKind::Int:
        case BasicKind::UntypedInt: return 2;
        case BasicKind::Int8: return 3;
        case BasicKind::Int16: return 4;
        case BasicKind::Int32:
        case BasicKind::UntypedRune: return 5;
        case BasicKind::Int64: return 6;
        case BasicKind::Uint: return 7;
        case BasicKind::Uint8: return 8;
        case BasicKind::Uint16: return 9;
        case BasicKind::Uint32: return 10;
        case BasicKind::Uint64: return 11;
        case BasicKind::Uintptr: return 12;
        case BasicKind::Float32: return 13;
        case BasicKind::Float64:
        case BasicKind::UntypedFloat: return 14;
        case BasicKind::Complex64: return 15;
        case BasicKind::Complex128:
        case BasicKind::UntypedComplex: return 16;
        case BasicKind::String:
        case BasicKind::UntypedString: return 24;
        case BasicKind::UnsafePointer:
        case BasicKind::UntypedNil: return 26;
        case BasicKind::Invalid: return 0;
      }
      return 0;
    case TypeKind::Array: return 17;
    case TypeKind::Chan: return 18;
    case TypeKind::Signature: return 19;
    case TypeKind::Interface: return 20;
    case TypeKind::Map: return 21;
    case TypeKind::Pointer: return 22;
    case TypeKind::Slice: return 23;
    case TypeKind::Struct:
    case TypeKind::Tuple: return 25;
    default: return 0;
  }
}

enum : uint8_t { kNamed = 1, kDirect = 2, kComparable = 4, kMemEqual = 8, kVariadic = 16 };

// == is a comparison of the bytes: no floats, strings, interfaces, padding or blank fields.
bool memEqual(Type* t) {
  Type* u = under(t);
  switch (u->kind) {
    case TypeKind::Basic: return (static_cast<Basic*>(u)->info & (IsFloat | IsComplex | IsString)) == 0;
    case TypeKind::Pointer:
    case TypeKind::Chan: return true;
    case TypeKind::Array: return memEqual(static_cast<Array*>(u)->elem);
    case TypeKind::Struct: {
      auto* s = static_cast<Struct*>(u);
      std::vector<int64_t> offs = offsetsOf(s);
      int64_t end = 0;
      for (size_t k = 0; k < s->fields.size(); k++) {
        if (offs[k] != end || s->fields[k]->name == "_" || !memEqual(s->fields[k]->type)) return false;
        end = offs[k] + sizeOf(s->fields[k]->type);
      }
      return end == sizeOf(t);
    }
    default: return false;
  }
}

uint32_t hashOf(const std::string& key) {  // FNV-1a
  uint32_t h = 2166136261u;
  for (unsigned char c : key) h = (h ^ c) * 16777619u;
  return h;
}

std::string pkgPathOf(const Object* o) { return o->exported() || o->pkg == nullptr ? "" : o->pkg->path; }

}  // namespace

uint32_t ModuleGen::typeIndex(Type* t) {
  auto it = types_.find(t);
  if (it != types_.end()) return it->second;
  std::string key = typeKey(t);
  auto [known, fresh] = typesByKey_.emplace(key, static_cast<uint32_t>(module.types.size()));
  types_.emplace(t, known->second);
  uint32_t index = known->second;
  if (!fresh) return index;
  module.types.emplace_back();
  TypeDef d;
  d.key = std::move(key);
  d.external = ir::isForeignType(program_.pkg, t);
  defineType(t, d);
  module.types[index] = std::move(d);
  return index;
}

void ModuleGen::defineType(Type* t, TypeDef& d) {
  Type* u = under(t);
  const Layout& l = layouts.of(t);
  d.string = typeString(t, nullptr);
  d.kind = kindOf(u);
  d.size = static_cast<uint64_t>(l.size);
  d.align = d.fieldAlign = static_cast<uint8_t>(alignOf(t));
  d.hash = hashOf(d.key);
  if (Named* n = asNamed(t)) {
    d.flags |= kNamed;
    d.name = std::string(n->obj->name);
    if (n->origin != nullptr) d.name = d.string.substr(d.string.rfind('.', d.string.find('[')) + 1);
    if (n->obj->pkg != nullptr) d.pkgPath = n->obj->pkg->path;
  } else if (t->kind == TypeKind::Basic) {
    d.flags |= kNamed;
    d.name = d.string;
    if (static_cast<Basic*>(t)->basic == BasicKind::UnsafePointer) {
      d.name = "Pointer";
      d.pkgPath = "unsafe";
    }
  }
  if (isDirectIface(t)) d.flags |= kDirect;
  if (isComparable(t)) d.flags |= kComparable;
  if (isComparable(t) && memEqual(t)) d.flags |= kMemEqual;
  if (hasPointers(t)) {
    if (l.size > kMostMaskedBytes) {
      diags.error(t->kind == TypeKind::Named ? static_cast<Named*>(t)->obj->pos : where_,
                  "type " + d.string + " is too large (hood takes types with pointers up to 1 GB)");
    } else {
      d.ptrBytes = pointerMask(t, d.gcMask);
      if (d.external) d.gcMask.clear();
    }
  }
  if (d.external) {
    defineForeign(t, u, d);
    return;
  }
  switch (u->kind) {
    case TypeKind::Pointer: d.elem = typeIndex(static_cast<Pointer*>(u)->elem); break;
    case TypeKind::Slice: d.elem = typeIndex(static_cast<SliceType*>(u)->elem); break;
    case TypeKind::Array:
      d.elem = typeIndex(static_cast<Array*>(u)->elem);
      d.len = static_cast<Array*>(u)->len;
      break;
    case TypeKind::Map:
      d.mapKey = typeIndex(static_cast<Map*>(u)->key);
      d.elem = typeIndex(static_cast<Map*>(u)->elem);
      break;
    case TypeKind::Chan: {
      auto* c = static_cast<Chan*>(u);
      d.elem = typeIndex(c->elem);
      d.len = c->dir == ast::ChanDir::Both ? 3 : c->dir == ast::ChanDir::Send ? 2 : 1;
      break;
    }
    case TypeKind::Struct: {
      auto* s = static_cast<Struct*>(u);
      std::vector<int64_t> offs = offsetsOf(s);
      for (size_t k = 0; k < s->fields.size(); k++) {
        Var* v = s->fields[k];
        d.fields.push_back({std::string(v->name), pkgPathOf(v), k < s->tags.size() ? s->tags[k] : "", typeIndex(v->type),
                            offs[k], v->embedded});
      }
      break;
    }
    case TypeKind::Signature: {
      auto* sig = static_cast<Signature*>(u);
      for (Var* v : sig->params->vars) d.in.push_back(typeIndex(v->type));
      for (Var* v : sig->results->vars) d.out.push_back(typeIndex(v->type));
      if (sig->variadic) d.flags |= kVariadic;
      break;
    }
    case TypeKind::Interface: {
      auto* i = static_cast<Interface*>(u);
      completeInterface(i);
      for (Func* m : i->allMethods)
        d.methods.push_back({std::string(m->name), pkgPathOf(m), typeIndex(m->type), TypeDef::kNone});
      break;
    }
    default: break;
  }
  if (u->kind != TypeKind::Interface) addMethods(t, d);
}

// The package that has the descriptor, and what the verifier asks of one that it does not see.
void ModuleGen::defineForeign(Type* t, Type* u, TypeDef& d) {
  Named* n = asNamed(t->kind == TypeKind::Pointer ? static_cast<Pointer*>(t)->elem : t);
  d.pkgPath = n->obj->pkg->path;
  // Not what a pointer points to: that need not be decoded for it.
  if (u->kind != TypeKind::Map) return;
  d.mapKey = typeIndex(static_cast<Map*>(u)->key);
  d.elem = typeIndex(static_cast<Map*>(u)->elem);
}

// The whole method set, so that type assertions find what a type has.
void ModuleGen::addMethods(Type* t, TypeDef& d) {
  bool mayHave = asNamed(t) != nullptr || t->kind == TypeKind::Pointer || t->kind == TypeKind::Struct;
  if (!mayHave) return;
  std::unordered_map<const Func*, const ir::Func*> built;
  if (auto it = program_.methods.find(d.key); it != program_.methods.end())
    for (auto& [m, f] : it->second) built.emplace(m, f);
  for (const MethodSetEntry& e : methodSet(t)) {
    Func* m = e.func;
    auto* sig = ctx.make<Signature>();  // the method's type without its receiver
    sig->params = m->sig()->params;
    sig->results = m->sig()->results;
    sig->variadic = m->sig()->variadic;
    auto f = built.find(m);
    bool has = f != built.end() && f->second != nullptr;
    d.methods.push_back({std::string(m->name), pkgPathOf(m), typeIndex(sig), has ? funcIndex(f->second) : TypeDef::kNone});
  }
  std::sort(d.methods.begin(), d.methods.end(), [](const TypeDef::Method& a, const TypeDef::Method& b) {
    return a.name != b.name ? a.name < b.name : a.pkgPath < b.pkgPath;
  });
}

}  // namespace hood::codegen
