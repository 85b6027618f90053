// Import paths as they are written in import declarations.
#pragma once

#include <string>
#include <string_view>

namespace hood::compiler {

// The text that a well-formed string literal, quotes included, stands for.
std::string unquoteLiteral(std::string_view literal);

// Stores the path that the string literal stands for. Returns what is wrong with it, in gc's words; "" if nothing.
std::string unquoteImportPath(std::string_view literal, std::string* path);

}  // namespace hood::compiler
