#include "vm/program.h"

#include <algorithm>

namespace hood::vm {

// Relative calls reach 2^31 words; this is more code than anybody has.
constexpr size_t kCodeReserve = size_t{1} << 30;
constexpr size_t kDataReserve = size_t{16} << 30;
constexpr size_t kMostFunctions = 1 << 22, kMostRoots = 1 << 24;

Program::Program() : code(kCodeReserve), data(kDataReserve), functions(kMostFunctions), roots(kMostRoots) {}

const Function* Program::functionAt(const Word* pc) const {
  const Function* begin = functions.begin();
  const Function* it = std::upper_bound(begin, static_cast<const Function*>(functions.end()), pc,
                                        [](const Word* p, const Function& f) { return p < f.entry; });
  if (it == begin) return nullptr;
  const Function& f = *--it;
  return f.contains(pc) ? &f : nullptr;
}

bytecode::LineEntry Program::lineAt(const Function& f, const Word* pc) {
  return f.image->lineAt(f.index, static_cast<uint32_t>(pc - f.entry));
}

SourceLine Program::sourceLine(const Function& f, const Word* pc) {
  bytecode::LineEntry e = lineAt(f, pc);
  return {f.image->file(e.file), e.line};
}

const bytecode::PointerMap* Program::mapAt(const Function& f, const Word* pc) {
  const bytecode::PointerMap* end = f.maps + f.mapCount;
  uint32_t at = static_cast<uint32_t>(pc - f.entry);
  const bytecode::PointerMap* it =
      std::lower_bound(f.maps, end, at, [](const bytecode::PointerMap& m, uint32_t x) { return m.pc < x; });
  return it != end && it->pc == at ? it : nullptr;
}

}  // namespace hood::vm
