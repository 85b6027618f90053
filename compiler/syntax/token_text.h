// Tokens as messages name them.
#pragma once

#include <string>
#include <string_view>

#include "compiler/syntax/token.h"

namespace hood::syntax {

// A kind of token: "comma", "semicolon or newline", "keyword range", "{" …
std::string tokenText(Tok t);
// The token itself, as after "unexpected ": "name x", "literal 1", "newline" …
std::string describeToken(const Token& t, std::string_view text);

}  // namespace hood::syntax
