// Go strings as the kernel wants them: NUL-terminated, in an array that ends with a null pointer.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "runtime/lang/string.h"

namespace hood::stdlib {

class CStrings {
 public:
  explicit CStrings(std::span<const rt::GoString> list) {
    for (rt::GoString s : list) texts_.emplace_back(rt::view(s));
    for (std::string& s : texts_) pointers_.push_back(s.data());
    pointers_.push_back(nullptr);
  }
  char** data() { return pointers_.data(); }

 private:
  std::vector<std::string> texts_;
  std::vector<char*> pointers_;
};

}  // namespace hood::stdlib
