// Values too large for a frame: huge.cc tells the story.
#pragma once

#include "base/limits.h"
#include "compiler/ir/ir.h"

namespace hood::ir {

// Too large for a frame.
inline bool isHuge(Type* t) {
  types::TypeKind kind = types::under(t)->kind;
  return (kind == types::TypeKind::Array || kind == types::TypeKind::Struct) && types::sizeOf(t) > kMaxFrameValueBytes;
}

// Before all passes. Afterwards the function has no register of a huge type but for operations that cannot do without.
void lowerHuge(Func& f, types::Context& ctx);

}  // namespace hood::ir
