#include "compiler/image/package_writer.h"

#include <algorithm>

namespace hood::compiler {

using namespace types;

// ---- Meta -----------------------------------------------------------------------------------------------------

std::string writeMeta(const PackageMeta& m) {
  ByteWriter w;
  w.num(kExportVersion);
  w.str(m.path);
  w.str(m.name);
  w.num(m.imports.size());
  for (const auto& i : m.imports) {
    w.str(i.spelled);
    w.str(i.path);
    w.num(i.file);
    w.num(i.offset);
  }
  w.num(m.inits.size());
  for (const std::string& s : m.inits) w.str(s);
  w.num(m.optionalInits.size());
  for (const auto& o : m.optionalInits) {
    w.str(o.global);
    w.str(o.symbol);
    w.num(o.needs.size());
    for (const std::string& s : o.needs) w.str(s);
  }
  w.num(m.usedOptional.size());
  for (const std::string& s : m.usedOptional) w.str(s);
  w.flag(m.stdlib);
  w.flag(m.generic);
  w.snum(m.goMinor);
  return std::move(w.bytes);
}

bool readMeta(std::string_view bytes, PackageMeta* m) {
  ByteReader r(bytes);
  if (r.num() != kExportVersion) return false;
  m->path = r.str();
  m->name = r.str();
  for (size_t n = r.count(); n > 0 && r.ok(); n--) {
    PackageMeta::Import i;
    i.spelled = r.str();
    i.path = r.str();
    i.file = static_cast<uint32_t>(r.num());
    i.offset = static_cast<uint32_t>(r.num());
    m->imports.push_back(std::move(i));
  }
  for (size_t n = r.count(); n > 0 && r.ok(); n--) m->inits.emplace_back(r.str());
  for (size_t n = r.count(); n > 0 && r.ok(); n--) {
    PackageMeta::OptionalInit o;
    o.global = r.str();
    o.symbol = r.str();
    for (size_t k = r.count(); k > 0 && r.ok(); k--) o.needs.emplace_back(r.str());
    m->optionalInits.push_back(std::move(o));
  }
  for (size_t n = r.count(); n > 0 && r.ok(); n--) m->usedOptional.emplace_back(r.str());
  m->stdlib = r.flag();
  m->generic = r.flag();
  m->goMinor = static_cast<int>(r.snum());
  return r.ok();
}

// ---- tables ---------------------------------------------------------------------------------------------------

std::string PackageWriter::finish(const ir::Program* prog) {
  for (Object* o : pkg_->scope->order) object(o, prog);
  return layOut();
}

bool PackageWriter::isGeneric(const Package* pkg) {
  for (Object* o : pkg->scope->order)
    if (isGeneric(o)) return true;
  return false;
}

bool PackageWriter::isGeneric(const Object* o) {
  if (o->kind == ObjectKind::Func) return !static_cast<const Func*>(o)->sig()->tparams.empty();
  Named* n = o->kind == ObjectKind::TypeName ? asNamed(o->type) : nullptr;
  return n != nullptr && n->obj == o && !n->tparams.empty();
}

std::string PackageWriter::layOut() {
  std::vector<Record>& files = records_[static_cast<uint32_t>(Table::Files)];
  files.resize(files_.size());
  for (auto& [path, info] : files_) {
    ByteWriter w;
    w.num(string(path));
    w.num(info.lines);
    files[info.index] = std::move(w.bytes);
  }
  auto& strings = records_[static_cast<uint32_t>(Table::Strings)];
  auto byName = [&](auto& list) {
    std::sort(list.begin(), list.end(), [&](const auto& a, const auto& b) { return strings[a.first] < strings[b.first]; });
  };
  byName(objects_);
  byName(bodies_);
  size_t sizes[kTables];
  for (uint32_t k = 0; k < kTables; k++) sizes[k] = records_[k].size();
  sizes[static_cast<uint32_t>(Table::Objects)] = objects_.size();
  sizes[static_cast<uint32_t>(Table::Bodies)] = bodies_.size();
  ByteWriter w;
  size_t at = kTables * 8;
  for (uint32_t k = 0; k < kTables; k++) {
    w.u32(static_cast<uint32_t>(sizes[k]));
    w.u32(static_cast<uint32_t>(at));
    at += sizes[k] * (k >= static_cast<uint32_t>(Table::Objects) ? 8 : 4);
  }
  std::string data;
  auto place = [&](const Record& r) {
    w.u32(static_cast<uint32_t>(at + data.size()));
    data += r;
  };
  for (uint32_t k = 0; k < static_cast<uint32_t>(Table::Objects); k++) {
    for (Record& r : records_[k]) {
      if (k == static_cast<uint32_t>(Table::Strings)) {
        ByteWriter s;
        s.str(r);
        place(s.bytes);
      } else {
        place(r);
      }
    }
  }
  for (auto* list : {&objects_, &bodies_})
    for (auto& [name, r] : *list) {
      w.u32(name);
      place(r);
    }
  return w.bytes + data;
}

uint32_t PackageWriter::string(std::string_view s) {
  auto& list = records_[static_cast<uint32_t>(Table::Strings)];
  auto [it, fresh] = strings_.emplace(std::string(s), static_cast<uint32_t>(list.size()));
  if (fresh) list.emplace_back(s);
  return it->second;
}

uint32_t PackageWriter::package(const Package* p) {
  if (p == nullptr) return 0;
  auto& list = records_[static_cast<uint32_t>(Table::Packages)];
  auto [it, fresh] = packages_.emplace(p, static_cast<uint32_t>(list.size()));
  if (fresh) {
    ByteWriter w;
    w.num(string(p->path));
    w.num(string(p->name));
    list.push_back(std::move(w.bytes));
  }
  return it->second + 1;
}

uint32_t PackageWriter::file(std::string_view path, uint32_t line) {
  auto it = files_.find(path);
  if (it == files_.end()) it = files_.emplace(std::string(path), FileInfo{static_cast<uint32_t>(files_.size()), 0}).first;
  it->second.lines = std::max(it->second.lines, line);
  return it->second.index;
}

void PackageWriter::pos(ByteWriter& w, Pos p) {
  Position q = sources_.position(p);
  if (q.line == 0) {
    w.u8(0);
    return;
  }
  w.num(file(q.file, q.line) + 1);
  w.num(q.line);
  w.num(q.col);
}

// ---- types ----------------------------------------------------------------------------------------------------

uint32_t PackageWriter::type(Type* t) {
  auto& list = records_[static_cast<uint32_t>(Table::Types)];
  auto [it, fresh] = types_.emplace(t, static_cast<uint32_t>(list.size()));
  uint32_t index = it->second;
  if (!fresh) return index;
  list.emplace_back();
  ByteWriter w;
  typeRecord(w, t);
  list[index] = std::move(w.bytes);
  return index;
}

void PackageWriter::typeList(ByteWriter& w, const std::vector<Type*>& list) {
  w.num(list.size());
  for (Type* t : list) w.num(type(t));
}

void PackageWriter::typeRecord(ByteWriter& w, Type* t) {
  auto tag = [&](TypeTag k) { w.u8(static_cast<uint8_t>(k)); };
  if (t == ctx_.byteType) return tag(TypeTag::Byte);
  if (t == ctx_.runeType) return tag(TypeTag::Rune);
  if (t == ctx_.anyType) return tag(TypeTag::Any);
  if (t == ctx_.errorType) return tag(TypeTag::Error);
  if (t == ctx_.comparableType) return tag(TypeTag::Comparable);
  switch (t->kind) {
    case TypeKind::Basic:
      tag(TypeTag::Basic);
      w.u8(static_cast<uint8_t>(static_cast<Basic*>(t)->basic));
      return;
    case TypeKind::Named: return named(w, static_cast<Named*>(t));
    case TypeKind::Pointer:
      tag(TypeTag::Pointer);
      w.num(type(static_cast<Pointer*>(t)->elem));
      return;
    case TypeKind::Array:
      tag(TypeTag::Array);
      w.snum(static_cast<Array*>(t)->len);
      w.num(type(static_cast<Array*>(t)->elem));
      return;
    case TypeKind::Slice:
      tag(TypeTag::Slice);
      w.num(type(static_cast<SliceType*>(t)->elem));
      return;
    case TypeKind::Map:
      tag(TypeTag::Map);
      w.num(type(static_cast<Map*>(t)->key));
      w.num(type(static_cast<Map*>(t)->elem));
      return;
    case TypeKind::Chan:
      tag(TypeTag::Chan);
      w.u8(static_cast<uint8_t>(static_cast<Chan*>(t)->dir));
      w.num(type(static_cast<Chan*>(t)->elem));
      return;
    case TypeKind::Struct: return structType(w, static_cast<Struct*>(t));
    case TypeKind::Tuple: {
      tag(TypeTag::Tuple);
      auto* tuple = static_cast<Tuple*>(t);
      w.num(tuple->vars.size());
      for (Var* v : tuple->vars) {
        w.num(string(v->name));
        w.num(type(v->type));
      }
      return;
    }
    case TypeKind::Signature: return signature(w, static_cast<Signature*>(t));
    case TypeKind::Interface: return interfaceType(w, static_cast<Interface*>(t));
    case TypeKind::Union: {
      tag(TypeTag::Union);
      auto* u = static_cast<Union*>(t);
      w.num(u->terms.size());
      for (auto& term : u->terms) {
        w.flag(term.tilde);
        w.num(type(term.type));
      }
      return;
    }
    case TypeKind::TypeParam: generic_ = true; return;
  }
}

void PackageWriter::named(ByteWriter& w, Named* n) {
  if (n->origin != nullptr) {
    w.u8(static_cast<uint8_t>(TypeTag::Instance));
    w.num(type(n->origin));
    typeList(w, n->outerTargs);
    typeList(w, n->targs);
    return;
  }
  bool local = !n->obj->localId.empty();
  w.u8(static_cast<uint8_t>(local ? TypeTag::Local : TypeTag::Named));
  w.num(package(n->obj->pkg));
  w.num(string(n->obj->name));
  if (!local) return;
  if (!n->outer.empty()) generic_ = true;
  w.num(string(n->obj->localId));
  pos(w, n->obj->pos);
  w.num(type(under(n)));
}

void PackageWriter::structType(ByteWriter& w, Struct* s) {
  w.u8(static_cast<uint8_t>(TypeTag::Struct));
  w.num(s->fields.size());
  for (Var* f : s->fields) {
    w.num(string(f->name));
    w.num(package(f->pkg));
    pos(w, f->pos);
    w.num(type(f->type));
    w.flag(f->embedded);
  }
  w.num(s->tags.size());
  for (const std::string& tag : s->tags) w.num(string(tag));
}

void PackageWriter::signature(ByteWriter& w, Signature* s) {
  w.u8(static_cast<uint8_t>(TypeTag::Signature));
  w.num(type(s->params));
  w.num(type(s->results));
  w.flag(s->variadic);
  w.flag(s->recv != nullptr);
  if (s->recv == nullptr) return;
  w.num(string(s->recv->name));
  w.num(type(s->recv->type));
}

void PackageWriter::interfaceType(ByteWriter& w, Interface* i) {
  w.u8(static_cast<uint8_t>(TypeTag::Interface));
  w.flag(i->implicit);
  w.num(i->methods.size());
  for (Func* m : i->methods) {
    w.num(string(m->name));
    w.num(package(m->pkg));
    pos(w, m->pos);
    w.num(type(m->type));
  }
  typeList(w, i->embeddeds);
}

// ---- objects --------------------------------------------------------------------------------------------------

void PackageWriter::object(Object* o, const ir::Program* prog) {
  ByteWriter w;
  auto tag = [&](ObjectTag k) {
    w.u8(static_cast<uint8_t>(k));
    pos(w, o->pos);
  };
  if (isGeneric(o)) {
    tag(ObjectTag::Generic);
    objects_.emplace_back(string(o->name), std::move(w.bytes));
    return;
  }
  switch (o->kind) {
    case ObjectKind::Const:
      tag(ObjectTag::Const);
      w.num(type(o->type));
      constant::encode(static_cast<Const*>(o)->value, w);
      break;
    case ObjectKind::TypeName: {
      Named* n = asNamed(o->type);
      if (n == nullptr || n->obj != o) {
        tag(ObjectTag::Alias);
        w.num(type(o->type));
        break;
      }
      tag(ObjectTag::Named);
      w.num(type(under(n)));
      w.num(n->methods.size());
      for (Func* m : n->methods) {
        w.num(string(m->name));
        pos(w, m->pos);
        w.flag(m->ptrRecv);
        funcRecord(w, m, prog);
      }
      break;
    }
    case ObjectKind::Var:
      tag(ObjectTag::Var);
      w.num(type(o->type));
      break;
    case ObjectKind::Func:
      tag(ObjectTag::Func);
      funcRecord(w, static_cast<Func*>(o), prog);
      break;
    default: return;
  }
  objects_.emplace_back(string(o->name), std::move(w.bytes));
}

// The signature, and for functions without a body whose they are.
void PackageWriter::funcRecord(ByteWriter& w, Func* f, const ir::Program* prog) {
  w.num(type(f->type));
  std::string_view link;
  bool native = f->decl != nullptr && f->decl->body == nullptr;
  if (native && prog != nullptr)
    if (auto it = prog->declared.find(f); it != prog->declared.end()) {
      native = it->second->kind == ir::FuncKind::Native;
      link = it->second->linkName.empty() ? it->second->name : it->second->linkName;
    }
  w.flag(native);
  w.num(string(link));
}

// ---- bodies ---------------------------------------------------------------------------------------------------

uint32_t PackageWriter::func(const ir::Func* f) {
  auto& list = records_[static_cast<uint32_t>(Table::Funcs)];
  auto [it, fresh] = funcs_.emplace(f, static_cast<uint32_t>(list.size()));
  uint32_t index = it->second;
  if (!fresh) return index;
  list.emplace_back();
  ByteWriter w;
  w.u8(static_cast<uint8_t>(f->kind == ir::FuncKind::Native ? FuncTag::Native : FuncTag::External));
  w.num(string(f->name));
  w.num(string(f->linkName));
  // Functions that were generated here are found here, whatever package the method they call is of.
  w.num(package(f->kind == ir::FuncKind::Go ? pkg_ : f->pkg));
  w.flag(f->isClosure);
  typeList(w, f->paramTypes);
  typeList(w, f->resultTypes);
  list[index] = std::move(w.bytes);
  return index;
}

uint32_t PackageWriter::global(const ir::Global* g) {
  auto& list = records_[static_cast<uint32_t>(Table::Globals)];
  auto [it, fresh] = globals_.emplace(g, static_cast<uint32_t>(list.size()));
  uint32_t index = it->second;
  if (!fresh) return index;
  list.emplace_back();
  ByteWriter w;
  w.num(string(g->name));
  w.num(package(g->pkg));
  w.num(type(g->type));
  list[index] = std::move(w.bytes);
  return index;
}

namespace {

// Register numbers and the like: kNoReg becomes 0.
void reg(ByteWriter& w, uint32_t r) { w.num(r == ~0u ? 0 : uint64_t{r} + 1); }

void use(ByteWriter& w, const ir::Use& u) {
  reg(w, u.reg);
  if (u.valid()) w.num(u.slot);
}

}  // namespace

void PackageWriter::addBody(const ir::Func& f) {
  ByteWriter w;
  w.num(func(&f));
  w.flag(f.wrapper);
  w.flag(f.usesUnsafe);
  pos(w, f.pos);
  w.num(f.params.size());
  for (ir::RegId r : f.params) reg(w, r);
  reg(w, f.closureReg);
  w.num(f.regs.size());
  for (const ir::Reg& r : f.regs) {
    w.num(type(r.type));
    w.num(string(r.name));
    w.flag(r.isVar);
  }
  w.num(f.inlines.size());
  for (const ir::InlinedCall& c : f.inlines) {
    w.num(string(c.name));
    reg(w, c.parent);
    pos(w, c.callPos);
  }
  w.num(f.blocks.size());
  for (auto& b : f.blocks) {
    w.num(b->instrs.size());
    for (const ir::Instr& i : b->instrs) instr(w, i);
    w.num(b->succ.size());
    for (const ir::Block* s : b->succ) w.num(s->id);
  }
  // What depends on type parameters of a function has no name outside of it.
  if (!generic_) bodies_.emplace_back(string(f.linkName.empty() ? f.name : f.linkName), std::move(w.bytes));
  generic_ = false;
}

void PackageWriter::instr(ByteWriter& w, const ir::Instr& i) {
  uint32_t has = (i.nonNil ? HasNonNil : 0u) | (i.noBounds ? HasNoBounds : 0u) | (i.type ? HasType : 0u) |
                 (i.type2 ? HasType2 : 0u) | (i.a.valid() ? HasA : 0u) | (i.b.valid() ? HasB : 0u) |
                 (i.c.valid() ? HasC : 0u) | (i.imm ? HasImm : 0u) | (i.off ? HasOff : 0u) | (i.str.data() ? HasStr : 0u) |
                 (i.func ? HasFunc : 0u) | (i.global ? HasGlobal : 0u) |
                 (!i.args.empty() || !i.results.empty() ? HasLists : 0u) | (i.unsignedIndex ? HasUnsignedIndex : 0u);
  w.num(static_cast<uint64_t>(i.op));
  w.num(has);
  pos(w, i.pos);
  reg(w, i.inl);
  reg(w, i.dst);
  if (has & HasType) w.num(type(i.type));
  if (has & HasType2) w.num(type(i.type2));
  if (has & HasA) use(w, i.a);
  if (has & HasB) use(w, i.b);
  if (has & HasC) use(w, i.c);
  if (has & HasImm) w.snum(i.imm);
  if (has & HasOff) w.snum(i.off);
  if (has & HasStr) w.num(string(i.str));
  if (has & HasFunc) w.num(func(i.func));
  if (has & HasGlobal) w.num(global(i.global));
  if (has & HasUnsignedIndex) w.num(i.unsignedIndex);
  if (!(has & HasLists)) return;
  w.num(i.args.size());
  for (const ir::Use& u : i.args) use(w, u);
  w.num(i.results.size());
  for (ir::RegId r : i.results) reg(w, r);
}

}  // namespace hood::compiler
