// Binding Go functions without a body to C++ by name.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "runtime/core/native.h"

namespace hood::vm {

class NativeTable {
 public:
  // Later entries of the same name replace earlier ones: how tests put in their own. The entries stay the caller's.
  void add(std::span<const rt::NativeEntry> entries);
  rt::NativeFn find(std::string_view name) const;  // nullptr if there is none

 private:
  const rt::NativeEntry** slot(std::string_view name);
  void put(const rt::NativeEntry* e);

  std::vector<const rt::NativeEntry*> slots_;  // hash table, a power of two; nullptr: free
  size_t count_ = 0;
};

// What only the VM can do: stack traces, calls by reflection. Bound to package runtime and internal/rtype.
std::span<const rt::NativeEntry> vmNatives();

}  // namespace hood::vm
