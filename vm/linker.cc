// Symbols and stubs: who is meant by a reference, and what stands there until it is linked.
#include "vm/linker.h"

#include <fmt/format.h>
#include <unistd.h>

#include <bit>
#include <cstdio>
#include <ctime>

#include "base/check.h"
#include "bytecode/serialize.h"
#include "runtime/core/value.h"
#include "runtime/core/vm.h"
#include "vm/engine.h"
#include "vm/program.h"

namespace hood::vm {

using bytecode::FuncHead;
using bytecode::ImageView;
using bytecode::Op;
using bytecode::SymbolKind;

constexpr size_t kTablesReserve = size_t{4} << 30;
constexpr size_t kMostUnits = 1 << 16;  // a stub has 16 bits for its unit

namespace {

// The address of something of this thread: what no other thread has.
thread_local char self;

// Real time, whatever the program's clock says: hood's own start is measured by it.
int64_t nanoseconds() {
  timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1'000'000'000 + t.tv_nsec;
}

}  // namespace

LinkGuard::LinkGuard(Linker& l) : linker_(l) {
  // order: relaxed. Only this thread stores its own address, so a stale value is never equal to it.
  outermost_ = l.owner_.loadRelaxed() != reinterpret_cast<uintptr_t>(&self);
  if (!outermost_) return;
  l.lock_.lock();
  l.owner_.storeRelaxed(reinterpret_cast<uintptr_t>(&self));
  if (l.keepsTime_) l.lockedAt_ = nanoseconds();
}

LinkGuard::~LinkGuard() {
  if (!outermost_) return;
  HOOD_ASSERT(linker_.pendingTypes_.empty() && linker_.pendingGlobals_.empty());
  if (linker_.keepsTime_) linker_.stats_.ns += nanoseconds() - linker_.lockedAt_;
  linker_.owner_.storeRelaxed(0);
  linker_.lock_.unlock();
}

Linker::Linker(Engine& engine, Program& program)
    : engine_(engine),
      program_(program),
      stubsEnd_(program.code.allocBack(0, sizeof(Word))),
      units_(kMostUnits),
      stubsBegin_(stubsEnd_),
      tables_(kTablesReserve) {}

Linker::~Linker() = default;

// ---- units ----------------------------------------------------------------------------------------------------

void Linker::begin(rt::VM* vm, std::span<const PackageImage> images, const NativeTable& natives) {
  vm_ = vm;
  natives_ = &natives;
  images_.assign(images.begin(), images.end());
  unitOfImage_.assign(images_.size(), nullptr);
  imageTable_.assign(std::bit_ceil(images_.size() * 2 + 1), 0);
  size_t mask = imageTable_.size() - 1;
  for (uint32_t i = 0; i < images_.size(); i++) {
    size_t k = bytecode::symbolHash(images_[i].path);
    while (imageTable_[k & mask] != 0) k++;
    imageTable_[k & mask] = i + 1;
  }
}

Unit* Linker::findUnit(std::string_view path) {
  for (Unit* u : modules_) {
    if (u->image.name() == path) return u;
  }
  if (images_.empty()) return nullptr;
  size_t mask = imageTable_.size() - 1;
  for (size_t k = bytecode::symbolHash(path); imageTable_[k & mask] != 0; k++) {
    uint32_t i = imageTable_[k & mask] - 1;
    if (images_[i].path != path) continue;
    if (unitOfImage_[i] != nullptr) return unitOfImage_[i];
    auto u = std::make_unique<Unit>();
    std::string problem;
    if (!u->image.open(images_[i].bytes, ImageView::Check::None, &problem)) {
      std::fprintf(stderr, "hood: package %.*s: %s\n", static_cast<int>(path.size()), path.data(), problem.c_str());
      _exit(70);
    }
    return unitOfImage_[i] = addUnit(std::move(u));
  }
  return nullptr;
}

Unit* Linker::addUnit(std::unique_ptr<Unit> u) {
  u->id = static_cast<uint32_t>(units_.size());
  HOOD_CHECK(u->id < kMostUnits);
  u->funcs = zeroed<FuncSymbol*>(u->image.funcCount());
  u->types = zeroed<rt::Type*>(u->image.typeCount());
  u->globals = zeroed<uint8_t*>(u->image.globalCount());
  owned_.push_back(std::move(u));
  stats_.packages++;
  units_.push(owned_.back().get());
  return owned_.back().get();
}

Unit* Linker::addModule(const bytecode::Module& m, bool verified) {
  auto u = std::make_unique<Unit>();
  u->owned = bytecode::writeImage(m);
  u->verified = verified;
  std::string problem;
  HOOD_CHECK(u->image.open(u->owned, ImageView::Check::None, &problem));
  modules_.push_back(addUnit(std::move(u)));
  return modules_.back();
}

const rt::Closure* Linker::closureOf(Unit* unit, uint32_t func) {
  LinkGuard guard(*this);
  return staticClosure(symbol(*unit, func));
}

const rt::Closure* Linker::closureOf(Unit* unit, std::string_view name) {
  uint32_t i = unit->image.find(SymbolKind::Func, name);
  return i == ~0u ? nullptr : closureOf(unit, i);
}

rt::Type* Linker::typeOf(Unit* unit, std::string_view key) {
  LinkGuard guard(*this);
  uint32_t i = unit->image.find(SymbolKind::Type, key);
  return i == ~0u ? nullptr : type(*unit, i);
}

rt::Type* Linker::findType(std::string_view path, std::string_view key) {
  LinkGuard guard(*this);
  if (Unit* u = findUnit(path)) {
    if (rt::Type* t = typeOf(u, key)) return t;
  }
  for (Unit* u : units_) {
    if (rt::Type* t = typeOf(u, key)) return t;
  }
  return nullptr;
}

LinkStats Linker::stats() {
  LinkGuard guard(*this);
  return stats_;
}

void Linker::linkAll(Unit* unit) {
  LinkGuard guard(*this);
  for (uint32_t i = 0; i < unit->image.funcCount(); i++) link(symbol(*unit, i));
}

void Linker::broken(const Unit& u, std::string_view text) {
  std::fflush(stdout);
  std::string line = fmt::format("hood: package {}: {}\n", u.image.name(), text);
  [[maybe_unused]] ssize_t n = write(2, line.data(), line.size());
  _exit(70);
}

// ---- symbols --------------------------------------------------------------------------------------------------

FuncSymbol* Linker::symbol(Unit& u, uint32_t func) {
  if (u.funcs[func] != nullptr) return u.funcs[func];
  FuncHead head = u.image.func(func);
  FuncSymbol* s = nullptr;
  if (head.external) {
    s = externalSymbol(u, func);
  } else if (head.dupOk) {
    FuncSymbol*& shared = sharedFuncs_[head.symbol];
    if (shared == nullptr) shared = cell<FuncSymbol>();
    s = shared;
  } else {
    s = cell<FuncSymbol>();
  }
  if (s->unit == nullptr) {
    s->unit = &u;
    s->index = func;
  }
  // order: release publishes *s; pairs with the acquire in entryOf().
  __atomic_store_n(&u.funcs[func], s, __ATOMIC_RELEASE);
  return s;
}

Unit& Linker::owner(Unit& u, std::string_view path, std::string_view symbol) {
  Unit* o = findUnit(path);
  if (o == nullptr) broken(u, fmt::format("{} is in package {}, which is not there", symbol, path));
  return *o;
}

FuncSymbol* Linker::externalSymbol(Unit& u, uint32_t func) {
  FuncHead head = u.image.func(func);
  Unit& o = owner(u, head.pkgPath, head.symbol);
  uint32_t i = o.image.find(SymbolKind::Func, head.symbol);
  if (i == ~0u) broken(u, fmt::format("{} is not in the image of {}", head.symbol, head.pkgPath));
  FuncHead found = o.image.func(i);
  const bytecode::FuncShape &a = head.shape, &b = found.shape;
  bool fits = !found.external && a.closure == b.closure && a.resultSlots == b.resultSlots && a.paramSlots == b.paramSlots;
  if (!fits) broken(u, fmt::format("{} does not fit the image of {}", head.symbol, head.pkgPath));
  return symbol(o, i);
}

// ---- stubs ----------------------------------------------------------------------------------------------------

namespace {

// Word of a stub, and back.
Word stubWord(uint16_t loadedOp, uint32_t unit, uint32_t func) {
  return loadedOp | static_cast<Word>(unit) << 16 | static_cast<Word>(func) << 32;
}
uint32_t stubFunc(Word w) { return static_cast<uint32_t>(w >> 32); }

}  // namespace

Word* Linker::newStub(const Unit& u, uint32_t func) {
  auto* at = reinterpret_cast<Word*>(program_.code.allocBack(sizeof(Word), alignof(Word)));
  *at = stubWord(engine_.loadedOp(Op::VmStub), u.id, func);
  // order: release; see stubsBegin_.
  stubsBegin_.storeRelease(reinterpret_cast<const uint8_t*>(at));
  return at;
}

const Word* Linker::addressOf(FuncSymbol* s) {
  if (const Word* entry = s->entry.loadRelaxed()) return entry;  // written under the lock, which we hold
  if (s->stub == nullptr) s->stub = newStub(*s->unit, s->index);
  return s->stub;
}

rt::Closure* Linker::staticClosure(FuncSymbol* s) {
  if (s->closure == nullptr) {
    s->closure = reinterpret_cast<rt::Closure*>(program_.data.alloc(sizeof(rt::Closure), alignof(rt::Closure)));
    s->closure->entry = addressOf(s);
    addFixup(s, const_cast<const void**>(&s->closure->entry));
  }
  return s->closure;
}

void Linker::addFixup(FuncSymbol* s, const void** at) {
  if (s->entry.loadRelaxed() != nullptr) return;
  auto* f = cell<Fixup>();
  *f = {at, s->fixups};
  s->fixups = f;
}

const Word* Linker::entryOf(const void* code) {
  if (!isStub(code)) return static_cast<const Word*>(code);
  Word w = *static_cast<const Word*>(code);
  Unit& u = *units_[bytecode::fieldA(w)];
  // order: acquire pairs with the releases in symbol() and publish().
  if (const FuncSymbol* known = __atomic_load_n(&u.funcs[stubFunc(w)], __ATOMIC_ACQUIRE)) {
    if (const Word* entry = known->entry.loadAcquire()) return entry;
  }
  LinkGuard guard(*this);
  FuncSymbol* s = symbol(u, stubFunc(w));
  link(s);
  return s->entry.loadRelaxed();
}

const Word* Linker::enterStub(const Word* stub, const rt::Slot* fp) {
  const Word* entry = entryOf(stub);
  const Word* ret = static_cast<const Word*>(fp[-1].p);
  Word caller = codeWord(ret - 1);
  Op op = engine_.opAt(&caller);
  if (op == Op::Call && ret + bytecode::fieldL(caller) == stub) {
    // order: release; the new offset leads to code that is whole. Pairs with the load of the offset by Call.
    auto* offset = reinterpret_cast<int32_t*>(reinterpret_cast<char*>(const_cast<Word*>(ret - 1)) + 4);
    __atomic_store_n(offset, static_cast<int32_t>(entry - ret), __ATOMIC_RELEASE);
  } else if (op == Op::CallClosure) {
    auto* fn = static_cast<rt::Closure*>(fp[bytecode::fieldC(caller)].p);
    // order: release, as above; pairs with the load of the entry by CallClosure. The load is relaxed as that of the caller is.
    if (__atomic_load_n(&fn->entry, __ATOMIC_RELAXED) == stub)
      __atomic_store_n(&fn->entry, static_cast<const void*>(entry), __ATOMIC_RELEASE);
  }
  return entry;
}

const void* Linker::bindMethod(const void* ifn, const void** at) {
  if (ifn == nullptr || !isStub(ifn)) return ifn;
  Word w = *static_cast<const Word*>(ifn);
  LinkGuard guard(*this);
  FuncSymbol* s = symbol(*units_[bytecode::fieldA(w)], stubFunc(w));
  addFixup(s, at);
  return addressOf(s);
}

}  // namespace hood::vm
