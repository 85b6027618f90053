// The IR of imported functions, for the inliner. Written by PackageWriter::addBody().
#include "base/check.h"
#include "compiler/image/imported_package.h"

namespace hood::compiler {

namespace {

uint32_t reg(ByteReader& r) { return static_cast<uint32_t>(r.num()) - 1; }  // 0: kNoReg, kNotInlined

ir::Use use(ByteReader& r) {
  ir::Use u;
  u.reg = reg(r);
  if (u.valid()) u.slot = static_cast<uint16_t>(r.num());
  return u;
}

}  // namespace

ir::Func* ImportedPackage::func(ir::Program& prog, uint64_t index) {
  ByteReader r = record(Table::Funcs, index);
  auto tag = static_cast<FuncTag>(r.u8());
  std::string_view name = string(r.num()), linkName = string(r.num());
  types::Package* p = package(r.num());
  bool isClosure = r.flag();
  bool fresh = false;
  ir::Func* f = nullptr;
  if (tag == FuncTag::Native) {
    f = prog.nativeFunc(name, p, &fresh);
  } else {
    f = prog.externalFunc(name, linkName, p, &fresh);
  }
  if (!fresh) return f;
  f->isClosure = isClosure;
  f->paramTypes = typeList(r);
  f->resultTypes = typeList(r);
  f->params.assign(f->paramTypes.size(), ir::kNoReg);
  return f;
}

ir::Global* ImportedPackage::global(ir::Program& prog, uint64_t index) {
  ByteReader r = record(Table::Globals, index);
  std::string_view name = string(r.num());
  types::Package* p = package(r.num());
  return prog.externalGlobal(name, p, type(r.num()));
}

std::unique_ptr<ir::Func> ImportedPackage::body(ir::Program& prog, std::string_view symbol) {
  uint32_t at = 0;
  if (!findByName(Table::Bodies, symbol, &at)) return nullptr;
  ByteReader r(bytes_, at);
  auto f = std::make_unique<ir::Func>();
  const ir::Func* external = func(prog, r.num());
  f->name = external->name;
  f->linkName = external->linkName;
  f->pkg = external->pkg;
  f->isClosure = external->isClosure;
  f->paramTypes = external->paramTypes;
  f->resultTypes = external->resultTypes;
  f->wrapper = r.flag();
  f->usesUnsafe = r.flag();
  f->pos = f->endPos = pos(r);
  for (size_t n = r.count(); n > 0 && r.ok(); n--) f->params.push_back(reg(r));
  f->closureReg = reg(r);
  for (size_t n = r.count(); n > 0 && r.ok(); n--) {
    types::Type* t = type(r.num());
    std::string_view name = string(r.num());
    f->newReg(t, name, r.flag());
  }
  for (size_t n = r.count(); n > 0 && r.ok(); n--) {
    std::string name(string(r.num()));
    uint32_t parent = reg(r);
    f->inlines.push_back({std::move(name), parent, pos(r)});
  }
  size_t blocks = r.count();
  for (size_t k = 0; k < blocks; k++) f->newBlock();
  for (size_t k = 0; k < blocks && r.ok(); k++) {
    ir::Block* b = f->blocks[k].get();
    b->instrs.resize(r.count());
    for (ir::Instr& i : b->instrs) instr(r, prog, &i);
    for (size_t n = r.count(); n > 0 && r.ok(); n--) {
      size_t to = r.num();
      if (to < blocks) b->succ.push_back(f->blocks[to].get());
    }
  }
  if (!r.ok()) return nullptr;
  f->computePreds();
  return f;
}

void ImportedPackage::instr(ByteReader& r, ir::Program& prog, ir::Instr* i) {
  i->op = static_cast<ir::Op>(r.num());
  uint64_t has = r.num();
  auto bit = [&](InstrHas b) { return (has & b) != 0; };
  i->nonNil = bit(HasNonNil);
  i->noBounds = bit(HasNoBounds);
  i->pos = pos(r);
  i->inl = reg(r);
  i->dst = reg(r);
  if (bit(HasType)) i->type = type(r.num());
  if (bit(HasType2)) i->type2 = type(r.num());
  if (bit(HasA)) i->a = use(r);
  if (bit(HasB)) i->b = use(r);
  if (bit(HasC)) i->c = use(r);
  if (bit(HasImm)) i->imm = r.snum();
  if (bit(HasOff)) i->off = r.snum();
  if (bit(HasStr)) i->str = string(r.num());
  if (bit(HasFunc)) i->func = func(prog, r.num());
  if (bit(HasGlobal)) i->global = global(prog, r.num());
  if (bit(HasUnsignedIndex)) i->unsignedIndex = static_cast<uint8_t>(r.num());
  if (!bit(HasLists)) return;
  for (size_t n = r.count(); n > 0 && r.ok(); n--) i->args.push_back(use(r));
  for (size_t n = r.count(); n > 0 && r.ok(); n--) i->results.push_back(reg(r));
}

}  // namespace hood::compiler
