#include "compiler/image/importer.h"

#include "base/check.h"
#include "compiler/image/imported_package.h"

namespace hood::compiler {

using namespace types;

Importer::Importer(Context& ctx, constant::Pool& consts, SourceSet& sources)
    : ctx_(ctx), consts_(consts), sources_(sources) {}
Importer::~Importer() = default;

Package* Importer::add(const PackageMeta& meta, std::string_view exported, GenericSource generic) {
  auto* p = ctx_.make<Package>();
  p->path = meta.path;
  p->name = meta.name;
  p->stdlib = meta.stdlib;
  p->goMinor = meta.goMinor;
  p->scope = ctx_.make<Scope>();
  p->scope->parent = ctx_.universe;
  if (auto [it, fresh] = ctx_.packageByName.emplace(p->name, p); !fresh && it->second->path != p->path)
    it->second->nameIsAmbiguous = p->nameIsAmbiguous = true;
  packages_[p->path] = p;
  auto source = std::make_unique<ImportedPackage>(*this, p, exported, std::move(generic));
  p->scope->source = source.get();
  imported_.emplace(p, std::move(source));
  return p;
}

Package* Importer::find(std::string_view path) {
  auto it = packages_.find(std::string(path));
  return it == packages_.end() ? nullptr : it->second;
}

Package* Importer::named(std::string_view path) {
  if (Package* p = find(path)) return p;
  auto* p = ctx_.make<Package>();
  p->path = path;
  p->name = path.substr(path.rfind('/') + 1);
  p->scope = ctx_.make<Scope>();
  return packages_[p->path] = p;
}

const ir::Func* Importer::body(ir::Program& prog, ir::Func& external) {
  auto [it, fresh] = bodies_.emplace(&external, nullptr);
  if (!fresh) return it->second.get();
  auto source = imported_.find(external.pkg);
  if (source == imported_.end()) return nullptr;
  std::unique_ptr<ir::Func> f = source->second->body(prog, external.linkName.empty() ? external.name : external.linkName);
  return (bodies_[&external] = std::move(f)).get();
}

// ---- tables ---------------------------------------------------------------------------------------------------

ImportedPackage::ImportedPackage(Importer& importer, Package* pkg, std::string_view bytes, Importer::GenericSource generic)
    : in_(importer), ctx_(importer.ctx_), pkg_(pkg), bytes_(bytes), generic_(std::move(generic)) {
  ByteReader r(bytes_);
  for (TableRef& t : tables_) {
    t.count = r.u32();
    t.at = r.u32();
    size_t width = &t - tables_ >= static_cast<int>(Table::Objects) ? 8 : 4;
    if (t.at > bytes_.size() || t.count > (bytes_.size() - t.at) / width) t.count = 0;
  }
  packages_.resize(tables_[static_cast<uint32_t>(Table::Packages)].count);
  files_.resize(tables_[static_cast<uint32_t>(Table::Files)].count);
  types_.resize(tables_[static_cast<uint32_t>(Table::Types)].count);
}

uint32_t ImportedPackage::word(size_t at) const { return ByteReader(bytes_, at).u32(); }

ByteReader ImportedPackage::record(Table t, uint64_t index) const {
  const TableRef& ref = tables_[static_cast<uint32_t>(t)];
  if (index >= ref.count) return ByteReader();
  return ByteReader(bytes_, word(ref.at + index * 4));
}

// The record of a name in a sorted table; *stored: the name as it is there.
bool ImportedPackage::findByName(Table t, std::string_view name, uint32_t* at, std::string_view* stored) const {
  const TableRef& ref = tables_[static_cast<uint32_t>(t)];
  uint32_t lo = 0, hi = ref.count;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    std::string_view s = string(word(ref.at + mid * 8));
    if (s == name) {
      if (stored != nullptr) *stored = s;
      *at = word(ref.at + mid * 8 + 4);
      return true;
    }
    if (s < name) {
      lo = mid + 1;
    } else {
      hi = mid;
    }
  }
  return false;
}

Package* ImportedPackage::package(uint64_t ref) {
  if (ref == 0 || ref > packages_.size()) return nullptr;
  Package*& p = packages_[ref - 1];
  if (p == nullptr) {
    ByteReader r = record(Table::Packages, ref - 1);
    std::string_view path = string(r.num());
    p = path == pkg_->path ? pkg_ : in_.named(path);
  }
  return p;
}

// Positions of the program's own files are true ones; of others only line and column are known.
Pos ImportedPackage::pos(ByteReader& r) {
  uint64_t ref = r.num();
  if (ref == 0 || ref > files_.size()) return {};
  auto line = static_cast<uint32_t>(r.num()), col = static_cast<uint32_t>(r.num());
  FileRef& f = files_[ref - 1];
  if (f.file == nullptr) {
    ByteReader info = record(Table::Files, ref - 1);
    std::string path(string(info.num()));
    auto lines = static_cast<uint32_t>(info.num());
    f.file = in_.sources_.byPath(path);
    if (f.file == nullptr) f.file = in_.sources_.addForeign(std::move(path), lines);
    if (f.file == nullptr) return {};
  }
  return f.file->posOf(line, col);
}

// ---- objects --------------------------------------------------------------------------------------------------

Object* ImportedPackage::load(Scope* s, std::string_view name) {
  uint32_t at = 0;
  std::string_view stored;
  if (!findByName(Table::Objects, name, &at, &stored)) return nullptr;
  if (static_cast<ObjectTag>(ByteReader(bytes_, at).u8()) != ObjectTag::Generic) return object(s, stored, at);
  declareGeneric();
  auto it = s->elems.find(name);
  return it != s->elems.end() ? it->second : nullptr;
}

void ImportedPackage::loadAll(Scope* s) {
  const TableRef& ref = tables_[static_cast<uint32_t>(Table::Objects)];
  for (uint32_t k = 0; k < ref.count; k++) s->lookup(string(word(ref.at + k * 8)));
  s->source = nullptr;
}

void ImportedPackage::declareGeneric() {
  if (genericKnown_ || !generic_.declareAll) return;
  genericKnown_ = true;
  generic_.declareAll(pkg_);
}

template <class T>
T* ImportedPackage::newObject(std::string_view name, Pos p, Type* t) {
  auto* o = ctx_.make<T>();
  o->name = name;
  o->pos = p;
  o->pkg = pkg_;
  o->type = t;
  o->color = Color::Black;
  return o;
}

void ImportedPackage::funcRecord(ByteReader& r, Func* f) {
  f->imported = true;
  f->type = signatureAt(r.num());
  f->native = r.flag();
  f->linkName = string(r.num());
}

Object* ImportedPackage::object(Scope* s, std::string_view name, uint32_t at) {
  ByteReader r(bytes_, at);
  auto tag = static_cast<ObjectTag>(r.u8());
  Pos p = pos(r);
  switch (tag) {
    case ObjectTag::Const: {
      Type* t = type(r.num());
      auto* o = newObject<Const>(name, p, t);
      o->value = in_.consts_.decode(r);
      s->insert(o);
      return o;
    }
    case ObjectTag::Alias: {
      // The name first: a type may mention itself through an alias.
      auto* o = newObject<TypeName>(name, p, nullptr);
      o->alias = true;
      s->insert(o);
      o->type = type(r.num());
      return o;
    }
    case ObjectTag::Named: {
      auto* n = ctx_.make<Named>();
      auto* o = newObject<TypeName>(name, p, n);
      n->obj = o;
      n->source = this;
      unresolved_[n] = static_cast<uint32_t>(r.at());
      s->insert(o);
      return o;
    }
    case ObjectTag::Var: {
      auto* o = newObject<Var>(name, p, type(r.num()));
      o->isPackageLevel = true;
      o->used = true;
      s->insert(o);
      return o;
    }
    case ObjectTag::Func: {
      auto* o = newObject<Func>(name, p, nullptr);
      funcRecord(r, o);
      s->insert(o);
      return o;
    }
    case ObjectTag::Generic: break;
  }
  return nullptr;
}

void ImportedPackage::complete(Named* n) {
  n->source = nullptr;
  auto it = unresolved_.find(n);
  if (it == unresolved_.end()) return;
  uint32_t at = it->second;
  unresolved_.erase(it);
  if (!n->obj->localId.empty()) {
    n->underlying = type(at);
    return;
  }
  ByteReader r(bytes_, at);
  n->underlying = type(r.num());
  for (size_t k = r.count(); k > 0 && r.ok(); k--) {
    std::string_view name = string(r.num());
    Pos p = pos(r);
    auto* m = newObject<Func>(name, p, nullptr);
    m->isMethod = true;
    m->recvNamed = n;
    m->ptrRecv = r.flag();
    n->methods.push_back(m);
    funcRecord(r, m);
  }
}

// ---- types ----------------------------------------------------------------------------------------------------

Type* ImportedPackage::type(uint64_t index) {
  if (index >= types_.size()) return ctx_.typ(BasicKind::Invalid);
  if (types_[index] == nullptr) {
    // A type literal that contains itself is damage: while it is decoded it stands for no type.
    types_[index] = ctx_.typ(BasicKind::Invalid);
    ByteReader r = record(Table::Types, index);
    types_[index] = decodeType(r, index);
  }
  return types_[index];
}

Tuple* ImportedPackage::tupleAt(uint64_t index) {
  Type* t = type(index);
  return t->kind == TypeKind::Tuple ? static_cast<Tuple*>(t) : ctx_.emptyTuple;
}

Type* ImportedPackage::signatureAt(uint64_t index) {
  Type* t = type(index);
  if (t->kind == TypeKind::Signature) return t;
  auto* s = ctx_.make<Signature>();
  s->params = s->results = ctx_.emptyTuple;
  return s;
}

std::vector<Type*> ImportedPackage::typeList(ByteReader& r) {
  std::vector<Type*> list;
  for (size_t n = r.count(); n > 0 && r.ok(); n--) list.push_back(type(r.num()));
  return list;
}

Type* ImportedPackage::decodeType(ByteReader& r, uint64_t index) {
  switch (static_cast<TypeTag>(r.u8())) {
    case TypeTag::Basic: {
      uint8_t k = r.u8();
      return k <= static_cast<uint8_t>(BasicKind::UntypedNil) ? ctx_.basic[k] : ctx_.typ(BasicKind::Invalid);
    }
    case TypeTag::Byte: return ctx_.byteType;
    case TypeTag::Rune: return ctx_.runeType;
    case TypeTag::Any: return ctx_.anyType;
    case TypeTag::Error: return ctx_.errorType;
    case TypeTag::Comparable: return ctx_.comparableType;
    case TypeTag::Named: return namedType(r);
    case TypeTag::Local: return localType(r, index);
    case TypeTag::Instance: {
      Named* origin = asNamed(type(r.num()));
      std::vector<Type*> outer = typeList(r), targs = typeList(r);
      // A generic package's source decides how many there are.
      if (origin == nullptr || origin->tparams.size() != targs.size()) return ctx_.typ(BasicKind::Invalid);
      return ctx_.instantiate(origin, std::move(outer), std::move(targs));
    }
    case TypeTag::Pointer: return ctx_.pointerTo(type(r.num()));
    case TypeTag::Array: {
      int64_t len = r.snum();
      return ctx_.make<Array>(len, type(r.num()));
    }
    case TypeTag::Slice: return ctx_.make<SliceType>(type(r.num()));
    case TypeTag::Map: {
      Type* key = type(r.num());
      return ctx_.make<Map>(key, type(r.num()));
    }
    case TypeTag::Chan: {
      auto dir = static_cast<ast::ChanDir>(r.u8());
      return ctx_.make<Chan>(dir, type(r.num()));
    }
    case TypeTag::Struct: return structType(r);
    case TypeTag::Tuple: return tuple(r);
    case TypeTag::Signature: return signature(r);
    case TypeTag::Interface: return interfaceType(r);
    case TypeTag::Union: {
      auto* u = ctx_.make<Union>();
      for (size_t n = r.count(); n > 0 && r.ok(); n--) {
        bool tilde = r.flag();
        u->terms.push_back({tilde, type(r.num())});
      }
      return u;
    }
  }
  return ctx_.typ(BasicKind::Invalid);
}

Type* ImportedPackage::namedType(ByteReader& r) {
  Package* p = package(r.num());
  std::string_view name = string(r.num());
  if (p == nullptr) return ctx_.typ(BasicKind::Invalid);
  Object* o = p->scope->lookup(name);
  // A generic type whose source is being checked: its turn has not come yet.
  if (auto it = in_.imported_.find(p); o != nullptr && o->type == nullptr && it != in_.imported_.end())
    if (auto& declare = it->second->generic_.declare) declare(p, o);
  if (o != nullptr && o->kind == ObjectKind::TypeName && o->type != nullptr) return o->type;
  // Of a package that is not part of this compilation (runtime.plainError in a body): the name is all there is to know.
  auto* n = ctx_.make<Named>();
  auto* tn = ctx_.make<TypeName>();
  tn->name = name;
  tn->pkg = p;
  tn->type = n;
  tn->parent = p->scope;
  tn->color = Color::Black;
  n->obj = tn;
  n->underlying = ctx_.typ(BasicKind::String);
  if (o == nullptr) p->scope->insert(tn);
  return n;
}

Type* ImportedPackage::localType(ByteReader& r, uint64_t index) {
  auto* n = ctx_.make<Named>();
  types_[index] = n;
  auto* o = ctx_.make<TypeName>();
  o->pkg = package(r.num());
  o->name = string(r.num());
  o->localId = string(r.num());
  o->pos = pos(r);
  o->type = n;
  o->color = Color::Black;
  n->obj = o;
  n->source = this;
  unresolved_[n] = static_cast<uint32_t>(r.num());
  return n;
}

Type* ImportedPackage::structType(ByteReader& r) {
  auto* s = ctx_.make<Struct>();
  for (size_t n = r.count(); n > 0 && r.ok(); n--) {
    std::string_view name = string(r.num());
    Package* p = package(r.num());
    Pos at = pos(r);
    auto* f = newObject<Var>(name, at, type(r.num()));
    f->pkg = p;
    f->isField = true;
    f->used = true;
    f->embedded = r.flag();
    s->fields.push_back(f);
  }
  for (size_t n = r.count(); n > 0 && r.ok(); n--) s->tags.emplace_back(string(r.num()));
  return s;
}

Type* ImportedPackage::tuple(ByteReader& r) {
  size_t n = r.count();
  if (n == 0) return ctx_.emptyTuple;
  auto* t = ctx_.make<Tuple>();
  for (; n > 0 && r.ok(); n--) {
    std::string_view name = string(r.num());
    auto* v = newObject<Var>(name, {}, type(r.num()));
    v->isParam = true;
    t->vars.push_back(v);
  }
  return t;
}

Type* ImportedPackage::signature(ByteReader& r) {
  auto* s = ctx_.make<Signature>();
  s->params = tupleAt(r.num());
  s->results = tupleAt(r.num());
  s->variadic = r.flag();
  if (!r.flag()) return s;
  std::string_view name = string(r.num());
  s->recv = newObject<Var>(name, {}, type(r.num()));
  s->recv->isParam = true;
  return s;
}

Type* ImportedPackage::interfaceType(ByteReader& r) {
  auto* i = ctx_.make<Interface>();
  i->implicit = r.flag();
  for (size_t n = r.count(); n > 0 && r.ok(); n--) {
    std::string_view name = string(r.num());
    Package* p = package(r.num());
    Pos at = pos(r);
    auto* m = newObject<Func>(name, at, signatureAt(r.num()));
    m->pkg = p;
    m->isMethod = true;
    i->methods.push_back(m);
  }
  i->embeddeds = typeList(r);
  i->embedPos.resize(i->embeddeds.size());
  return i;
}

}  // namespace hood::compiler
