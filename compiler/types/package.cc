// Packages: which file a position is in, and the language version there.
#include "compiler/types/type.h"

namespace hood::types {

const ast::File* Package::fileAt(Pos p) const {
  for (const ast::File* f : files)
    if (f->source->base <= p.off && p.off - f->source->base <= f->source->text.size()) return f;
  return nullptr;
}

int Package::goMinorAt(Pos p) const {
  const ast::File* f = fileAt(p);
  return f != nullptr && f->goMinor != 0 ? f->goMinor : goMinor;
}

}  // namespace hood::types
