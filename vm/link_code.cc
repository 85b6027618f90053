// Functions: decoded, verified, placed, relocated, published.
#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "base/check.h"
#include "bytecode/builder.h"
#include "bytecode/verifier.h"
#include "runtime/core/vm.h"
#include "vm/engine.h"
#include "vm/linker.h"
#include "vm/program.h"

namespace hood::vm {

using bytecode::FuncDef;
using bytecode::Op;
using bytecode::Reloc;
using bytecode::RelocKind;

// REQUIRES the lock.
void Linker::link(FuncSymbol* s) {
  if (s->entry.loadRelaxed() != nullptr) return;
  Unit& u = *s->unit;
  Linked* alike = linkedAlike(u, s->index);
  if (alike != nullptr && alike->entry != nullptr) {
    stats_.shared++;
    return publish(s, alike->entry);
  }
  decode(s);
  Word* code = placeCode();
  Function f;
  f.entry = code;
  f.words = static_cast<uint32_t>(func_.code.size());
  f.frameSlots = func_.frameSlots;
  f.resultSlots = func_.resultSlots;
  f.paramSlots = func_.paramSlots;
  f.recoverPc = func_.recoverPc;
  f.openDefers = func_.recoverPc != ~0u && bytecode::opOf(func_.code[func_.recoverPc]) == Op::OpenDefers;
  f.wrapper = func_.wrapper;
  f.name = u.image.func(s->index).name;
  f.image = &u.image;
  f.index = s->index;
  f.mapCount = static_cast<uint32_t>(func_.maps.size());
  auto* maps = static_cast<bytecode::PointerMap*>(
      arena_.alloc(func_.maps.size() * sizeof(bytecode::PointerMap), alignof(bytecode::PointerMap)));
  std::copy(func_.maps.begin(), func_.maps.end(), maps);
  if (u.verified && vm_ != nullptr && vm_->knobs.breakstackmap > 0) breakMaps(u, s, maps);
  f.maps = maps;
  f.maskBytes = u.image.maskBytes(s->index).data();
  relocateCode(u, s, code);
  program_.functions.push(f);
  stats_.functions++;
  if (alike != nullptr) alike->entry = code;
  publish(s, code);
}

// Instances of generic code that have one body have one copy of the code, too. Where that is kept; its entry is nullptr if
// this function is the first. nullptr: the function has code of its own.
Linker::Linked* Linker::linkedAlike(const Unit& u, uint32_t func) {
  bytecode::FuncHead head = u.image.func(func);
  if (!head.dupOk || head.shape.native) return nullptr;
  auto [it, fresh] = instances_.emplace(uint64_t{u.id} << 32 | u.image.bodyOf(func), Linked{func, nullptr});
  return fresh || u.image.sameCode(it->second.index, func) ? &it->second : nullptr;
}

// What a compiler with a bug would do: the pointer maps of one source line are empty.
void Linker::breakMaps(Unit& u, FuncSymbol* s, bytecode::PointerMap* maps) {
  for (size_t i = 0; i < func_.maps.size(); i++) {
    if (u.image.lineAt(s->index, maps[i].pc).line == static_cast<uint64_t>(vm_->knobs.breakstackmap)) maps[i].bytes = 0;
  }
}

// Into func_.
void Linker::decode(FuncSymbol* s) {
  Unit& u = *s->unit;
  if (!u.image.readFunc(s->index, false, &func_)) {
    broken(u, fmt::format("image is damaged: function {}", u.image.func(s->index).name));
  }
  if (func_.native) return nativeEntry(u, s->index);
  if (u.verified) return;
  if (auto problem = bytecode::verifyFunc(u.image, func_, false)) broken(u, "image is damaged: " + *problem);
}

// A native that is used as a func value or as a method gets Go code to enter: its window is the frame itself. Its own
// pointer map, if it has one, says which slots of the window are pointers.
void Linker::nativeEntry(Unit& u, uint32_t func) {
  std::vector<uint8_t> mask;
  if (!func_.maps.empty()) {
    const bytecode::PointerMap& m = func_.maps[0];
    if (uint64_t{m.mask} + m.bytes > func_.maskBytes.size()) broken(u, "image is damaged: " + func_.name);
    mask.assign(func_.maskBytes.begin() + m.mask, func_.maskBytes.begin() + m.mask + m.bytes);
  }
  func_.frameSlots = func_.resultSlots + func_.paramSlots + 1;
  // Slots are 16 bits wide, and the map must fit the frame.
  if (func_.frameSlots > bytecode::kRedZoneSlots || mask.size() > (func_.frameSlots + 7) / 8) {
    broken(u, "image is damaged: " + func_.name);
  }
  func_.recoverPc = ~0u;
  bytecode::Builder::reset(func_);
  func_.maskBytes.clear();
  bytecode::Builder b(func_);
  b.map(0, {});
  b.emit(Op::Nop);
  b.callNative(0, func);
  b.map(b.lastPc(), mask);
  b.emit(Op::Ret);
  HOOD_CHECK(b.finish());
}

// Handlers' offsets go into the op fields; where two instructions have a handler together, the first gets that one.
Word* Linker::placeCode() {
  const std::vector<uint64_t>& from = func_.code;
  auto* to = reinterpret_cast<Word*>(program_.code.alloc(from.size() * sizeof(Word), alignof(Word)));
  for (uint32_t at = 0, next; at < from.size(); at = next) {
    next = at + bytecode::instrWords(from[at]);
    Op op = bytecode::opOf(from[at]);
    uint16_t fused = next < from.size() ? engine_.fusedOp(op, bytecode::opOf(from[next])) : 0;
    to[at] = (from[at] & ~Word{0xffff}) | (fused ? fused : engine_.loadedOp(op));
    for (uint32_t i = at + 1; i < next; i++) to[i] = from[i];
  }
  return to;
}

void Linker::relocateCode(Unit& u, FuncSymbol* self, Word* code) {
  // Globals and itabs lead to other functions' symbols, never to their code: func_ stays this function's.
  for (const Reloc& r : func_.relocs) {
    if (r.kind != RelocKind::CallRel) {
      code[r.at] = dataWord(u, r, &code[r.at]);
      continue;
    }
    FuncSymbol* callee = symbol(u, r.index);
    const Word* to = callee == self ? code : addressOf(callee);
    auto offset = static_cast<int32_t>(to - (code + r.at + 1));
    code[r.at] = (code[r.at] & 0xffffffff) | static_cast<Word>(static_cast<uint32_t>(offset)) << 32;
  }
  fillGlobals();
}

void Linker::publish(FuncSymbol* s, const Word* entry) {
  // order: release publishes the code; see FuncSymbol::entry.
  s->entry.storeRelease(entry);
  for (Fixup* f = s->fixups; f != nullptr; f = f->next) {
    // order: release, for the loads of entries by CallClosure and CallIface and of code addresses by LdFunc.
    __atomic_store_n(f->at, static_cast<const void*>(entry), __ATOMIC_RELEASE);
  }
  s->fixups = nullptr;
}

}  // namespace hood::vm
