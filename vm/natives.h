// Binding Go functions without a body to C++ by name.
#pragma once

#include <span>
#include <string_view>
#include <unordered_map>

#include "runtime/core/native.h"

namespace hood::vm {

class NativeTable {
 public:
  // Later entries of the same name replace earlier ones: how tests put in their own.
  void add(std::span<const rt::NativeEntry> entries);
  rt::NativeFn find(std::string_view name) const;  // nullptr if there is none

 private:
  std::unordered_map<std::string_view, rt::NativeFn> byName_;
};

// What only the VM can do: stack traces, calls by reflection. Bound to package runtime and internal/rtype.
std::span<const rt::NativeEntry> vmNatives();

}  // namespace hood::vm
