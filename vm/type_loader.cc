#include "vm/type_loader.h"

#include <cstring>

namespace hood::vm {
namespace {

using bytecode::Module;
using bytecode::TypeDef;
using rt::Type;

class TypeLoader {
 public:
  TypeLoader(rt::TypeTable& table, const Module& m) : table_(table), m_(m) {}

  std::vector<Type*> run() {
    rt::LockGuard guard(table_.lock);
    std::vector<bool> isNew(m_.types.size(), false);
    for (size_t i = 0; i < m_.types.size(); i++) {
      bool fresh;
      types_.push_back(table_.addLocked(m_.types[i].key, &fresh));
      isNew[i] = fresh;
    }
    for (size_t i = 0; i < types_.size(); i++) {
      if (isNew[i]) fill(m_.types[i], types_[i]);
    }
    return std::move(types_);
  }

 private:
  rt::GoString string(const std::string& s) { return table_.stringLocked(s); }
  Type* at(uint32_t i) const { return i == TypeDef::kNone ? nullptr : types_[i]; }
  template <class T>
  rt::TypedSlice<T> slice(size_t n) {
    return table_.sliceLocked<T>(n);
  }

  void fill(const TypeDef& def, Type* t) {
    t->size = def.size;
    t->ptrBytes = def.ptrBytes;
    t->hash = def.hash;
    t->kind = static_cast<rt::Kind>(def.kind);
    t->align = def.align;
    t->fieldAlign = def.fieldAlign;
    t->flags = def.flags;
    auto mask = slice<uint8_t>(def.gcMask.size());
    if (mask.len != 0) std::memcpy(mask.ptr, def.gcMask.data(), def.gcMask.size());
    t->gcMask = mask.ptr;
    t->string = string(def.string);
    t->name = string(def.name);
    t->pkgPath = string(def.pkgPath);
    t->elem = at(def.elem);
    t->key = at(def.mapKey);
    t->len = def.len;
    fillFields(def, t);
    fillMethodNames(def, t);
    t->in = list(def.in);
    t->out = list(def.out);
    if (t->kind == rt::Kind::Pointer) t->elem->ptrTo = t;
  }

  void fillFields(const TypeDef& def, Type* t) {
    t->fields = slice<rt::StructField>(def.fields.size());
    for (size_t i = 0; i < def.fields.size(); i++) {
      const TypeDef::Field& f = def.fields[i];
      t->fields.ptr[i] = {string(f.name), string(f.pkgPath), string(f.tag), at(f.type), f.offset, f.embedded};
    }
  }

  void fillMethodNames(const TypeDef& def, Type* t) {
    size_t n = def.methods.size();
    bool isInterface = t->kind == rt::Kind::Interface;
    if (isInterface) {
      t->imethods = slice<rt::InterfaceMethod>(n);
    } else {
      t->methods = slice<rt::Method>(n);
    }
    for (size_t i = 0; i < n; i++) {
      const TypeDef::Method& x = def.methods[i];
      if (isInterface) {
        t->imethods.ptr[i] = {string(x.name), string(x.pkgPath), at(x.type)};
      } else {
        t->methods.ptr[i] = {string(x.name), string(x.pkgPath), at(x.type), nullptr};
      }
    }
  }

  rt::TypedSlice<Type*> list(const std::vector<uint32_t>& v) {
    auto out = slice<Type*>(v.size());
    for (size_t i = 0; i < v.size(); i++) out.ptr[i] = at(v[i]);
    return out;
  }

  rt::TypeTable& table_;
  const Module& m_;
  std::vector<Type*> types_;
};

}  // namespace

std::vector<Type*> internTypes(rt::TypeTable& table, const Module& m) { return TypeLoader(table, m).run(); }

void fillMethods(const Module& m, const std::vector<Type*>& types,
                 const std::function<const Word*(uint32_t func)>& codeAddress) {
  for (size_t i = 0; i < types.size(); i++) {
    const TypeDef& def = m.types[i];
    if (types[i]->kind == rt::Kind::Interface) continue;
    // A type of an earlier module may have been known without code for its methods.
    for (size_t k = 0; k < def.methods.size() && k < static_cast<size_t>(types[i]->methods.len); k++) {
      rt::Method& x = types[i]->methods.ptr[k];
      if (x.ifn == nullptr && def.methods[k].func != TypeDef::kNone) x.ifn = codeAddress(def.methods[k].func);
    }
  }
}

}  // namespace hood::vm
