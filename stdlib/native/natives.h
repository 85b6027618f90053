// The natives of the standard library: everything that natives.def lists.
#pragma once

#include <span>

#include "runtime/core/native.h"

namespace hood::stdlib {

std::span<const rt::NativeEntry> natives();

}  // namespace hood::stdlib
