// The VM's own natives.
#include <span>

#include "vm/natives.h"

namespace hood::vm {

std::span<const rt::NativeEntry> vmNatives() { return {}; }

}  // namespace hood::vm
