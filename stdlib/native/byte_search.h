// Searching in bytes, sixteen at a time: what the C library does not have, or not fast.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hood::stdlib {

// How many bytes of s are c.
int64_t countByte(std::string_view s, char c);
// The index of the last sep in s, npos if there is none. An empty sep is found at the end.
size_t lastIndex(std::string_view s, std::string_view sep);

}  // namespace hood::stdlib
