// Data: globals, constants and the words that refer to something.
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>

#include "base/check.h"
#include "bytecode/verifier.h"
#include "runtime/core/vm.h"
#include "runtime/gc/mprof.h"
#include "runtime/lang/iface.h"
#include "vm/engine.h"
#include "vm/linker.h"
#include "vm/program.h"

namespace hood::vm {

using bytecode::GlobalBody;
using bytecode::GlobalHead;
using bytecode::Reloc;
using bytecode::RelocKind;
using bytecode::SymbolKind;
using bytecode::TypeDef;

// The address of a global. Its content follows in fillGlobals(), because globals may refer to each other in circles.
uint8_t* Linker::global(Unit& u, uint32_t i) {
  if (u.globals[i] != nullptr) return u.globals[i];
  GlobalHead head = u.image.global(i);
  if (head.external) {
    Unit& o = owner(u, head.pkgPath, head.name);
    uint32_t k = o.image.find(SymbolKind::Global, head.name);
    if (k == ~0u) broken(u, fmt::format("{} is not in the image of {}", head.name, head.pkgPath));
    GlobalHead found = o.image.global(k);
    if (found.external || found.size != head.size) {
      broken(u, fmt::format("{} does not fit the image of {}", head.name, head.pkgPath));
    }
    return u.globals[i] = global(o, k);
  }
  if (!head.dupOk || head.isPrivate) return u.globals[i] = newGlobal(u, i);
  auto [it, fresh] = sharedGlobals_.try_emplace(head.name, nullptr);
  if (fresh) it->second = newGlobal(u, i);
  return u.globals[i] = it->second;
}

uint8_t* Linker::newGlobal(Unit& u, uint32_t i) {
  GlobalHead head = u.image.global(i);
  GlobalBody body;
  auto damaged = [&](const std::string& text) { broken(u, "image is damaged: " + text); };
  if (!u.image.readGlobal(i, &body)) damaged(fmt::format("global {}", head.name));
  if (!u.verified) {
    if (auto e = bytecode::verifyGlobal(u.image, {head.name, head.size, body.data.size(), head.type}, body.relocs))
      damaged(*e);
  }
  // Constants are used where they lie.
  bool inPlace = head.readOnly && body.relocs.empty() && body.data.size() == head.size && head.size != 0 &&
                 reinterpret_cast<uintptr_t>(body.data.data()) % 16 == 0;
  if (inPlace) return const_cast<uint8_t*>(body.data.data());
  if (head.size > program_.data.left() / 2) {
    broken(u, fmt::format("global {} of {} bytes does not fit into memory", head.name, head.size));
  }
  stats_.globals++;
  uint8_t* at = program_.data.alloc(head.size + (head.size == 0), head.size >= 16 ? 16 : 8);
  if (!body.data.empty()) std::memcpy(at, body.data.data(), body.data.size());
  if (head.name == "runtime.MemProfileRate") rt::memProfileRateAt(vm_, reinterpret_cast<int64_t*>(at));
  bool rooted = head.type != TypeDef::kNone && !head.readOnly && u.image.type(head.type).shape.size != 0;
  if (rooted || !body.relocs.empty()) pendingGlobals_.push_back({&u, i, at});
  return at;
}

// Relocates what global() handed out, and what that refers to. A root is there only once its content is.
void Linker::fillGlobals() {
  while (!pendingGlobals_.empty()) {
    PendingGlobal g = pendingGlobals_.back();
    pendingGlobals_.pop_back();
    GlobalHead head = g.unit->image.global(g.index);
    GlobalBody body;
    HOOD_CHECK(g.unit->image.readGlobal(g.index, &body));
    for (const Reloc& r : body.relocs) {
      Word w = dataWord(*g.unit, r, g.at + r.at);
      std::memcpy(g.at + r.at, &w, sizeof w);
    }
    if (head.type == TypeDef::kNone || head.readOnly) continue;
    const rt::Type* t = type(*g.unit, head.type);
    if (t->hasPointers()) program_.roots.push({reinterpret_cast<rt::Slot*>(g.at), t});
  }
}

std::string Linker::globalName(const void* p, uint64_t* offset) {
  const auto* at = static_cast<const uint8_t*>(p);
  LinkGuard guard(*this);
  for (const Unit* u : units_) {
    for (uint32_t i = 0; i < u->image.globalCount(); i++) {
      const uint8_t* begin = u->globals[i];
      if (begin == nullptr || at < begin) continue;
      GlobalHead head = u->image.global(i);
      if (head.external || at >= begin + head.size) continue;
      *offset = static_cast<uint64_t>(at - begin);
      return std::string(head.name);
    }
  }
  return {};
}

Word Linker::dataWord(Unit& u, const Reloc& r, void* at) {
  auto address = [](const void* p) { return reinterpret_cast<Word>(p); };
  switch (r.kind) {
    case RelocKind::FuncAddr: {
      FuncSymbol* s = symbol(u, r.index);
      addFixup(s, static_cast<const void**>(at));
      return address(addressOf(s));
    }
    case RelocKind::FuncValue: return address(staticClosure(symbol(u, r.index)));
    case RelocKind::Type: return address(type(u, r.index));
    case RelocKind::Itab: {
      rt::Type *inter = type(u, r.index), *concrete = type(u, r.index2);
      if (inter->imethods.len == 0) broken(u, "image is damaged: itab of no interface");
      rt::Itab* tab = rt::getitab(vm_, inter, concrete, true);
      if (tab == nullptr) broken(u, "image is damaged: itab of a type that lacks methods");
      return address(tab);
    }
    case RelocKind::Global: return address(global(u, r.index) + r.addend);
    case RelocKind::String: return address(u.image.strings().data() + r.addend);
    case RelocKind::Native: return reinterpret_cast<Word>(native(u, r.index));
    case RelocKind::CallRel: break;
  }
  HOOD_UNREACHABLE("relocation kind");
}

// "file:line: " of a function's declaration. A function of another package that u calls because a caller of it was inlined there
// has its place in its own package's image. "" if that is not part of the program.
std::string Linker::placeOf(const Unit& u, uint32_t func) {
  std::string_view name = u.image.func(func).name;
  auto in = [&](const Unit& o, uint32_t i) {
    bytecode::LineEntry at = o.image.lineAt(i, 0);
    return at.line == 0 ? std::string() : fmt::format("{}:{}: ", o.image.file(at.file), at.line);
  };
  std::string place = in(u, func);
  size_t slash = name.rfind('/');
  size_t dot = name.find('.', slash == std::string_view::npos ? 0 : slash);
  const Unit* own = place.empty() ? findUnit(name.substr(0, dot)) : nullptr;
  for (uint32_t i = 0; own != nullptr && place.empty() && i < own->image.funcCount(); i++)
    if (own->image.func(i).name == name) place = in(*own, i);
  return place;
}

// The user's packages are checked before they run. This one is a standard package that is compiled from a Go tree, where
// assembly or the runtime provides the function.
void Linker::noBody(const Unit& u, uint32_t func) {
  std::fflush(stdout);
  std::string line =
      fmt::format("fatal error: {}func {} has no body: Go has it in assembly or in its runtime, hood does not\n",
                  placeOf(u, func), u.image.func(func).name);
  [[maybe_unused]] ssize_t n = write(2, line.data(), line.size());
  _exit(2);
}

rt::NativeFn Linker::native(Unit& u, uint32_t func) {
  std::string_view name = u.image.func(func).name;
  rt::NativeFn fn = natives_->find(name);
  if (fn == nullptr) noBody(u, func);
  return fn;
}

}  // namespace hood::vm
