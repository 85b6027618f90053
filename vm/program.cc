#include "vm/program.h"

#include <sys/mman.h>

#include <algorithm>

#include "base/check.h"

namespace hood::vm {

// Relative calls reach 2^31 words; half of that is more code than anybody has.
constexpr size_t kCodeReserve = size_t{1} << 30;
constexpr size_t kDataReserve = size_t{16} << 30;

Space::Space(size_t reserveBytes) : size_(reserveBytes) {
  void* p = MAP_FAILED;
  // Under a limit on address space ask for less.
  for (; size_ >= (1 << 20); size_ /= 2) {
    p = mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (p != MAP_FAILED) break;
  }
  HOOD_CHECK(p != MAP_FAILED);
  base_ = static_cast<uint8_t*>(p);
}

Space::~Space() { munmap(base_, size_); }

uint8_t* Space::alloc(size_t n, size_t align) {
  size_t at = (used_ + align - 1) & ~(align - 1);
  HOOD_CHECK(at + n <= size_);
  used_ = at + n;
  return base_ + at;
}

Program::Program() : code(kCodeReserve), data(kDataReserve) {}

const Function* Program::functionAt(const Word* pc) const {
  auto it =
      std::upper_bound(functions.begin(), functions.end(), pc, [](const Word* p, const Function& f) { return p < f.entry; });
  if (it == functions.begin()) return nullptr;
  const Function& f = *--it;
  return f.contains(pc) ? &f : nullptr;
}

const bytecode::LineEntry* Program::lineAt(const Function& f, const Word* pc) {
  const auto& lines = f.def->lines;
  uint32_t at = static_cast<uint32_t>(pc - f.entry);
  auto it =
      std::upper_bound(lines.begin(), lines.end(), at, [](uint32_t x, const bytecode::LineEntry& e) { return x < e.pc; });
  return it == lines.begin() ? nullptr : &*--it;
}

SourceLine Program::sourceLine(const Function& f, const Word* pc) {
  const bytecode::LineEntry* e = lineAt(f, pc);
  uint32_t file = e ? e->file : f.def->file;
  if (file >= f.module->files.size()) return {"?", 0};
  return {f.module->files[file], e ? e->line : f.def->line};
}

const bytecode::PointerMap* Program::mapAt(const Function& f, const Word* pc) {
  const auto& maps = f.def->maps;
  uint32_t at = static_cast<uint32_t>(pc - f.entry);
  auto it =
      std::lower_bound(maps.begin(), maps.end(), at, [](const bytecode::PointerMap& m, uint32_t x) { return m.pc < x; });
  return it != maps.end() && it->pc == at ? &*it : nullptr;
}

}  // namespace hood::vm
