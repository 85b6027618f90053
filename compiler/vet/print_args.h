// Which values a printf verb takes.
#pragma once

#include <string>

#include "compiler/vet/pass.h"

namespace hood::vet {

enum ArgKind : uint16_t {
  kArgBool = 1,
  kArgInt = 2,
  kArgRune = 4,
  kArgString = 8,
  kArgFloat = 16,
  kArgComplex = 32,
  kArgPointer = 64,
  kArgError = 128,
  kArgAny = 0xffff,
};

bool isFormatter(Pass& p, types::Type* t);
// Whether a verb for `kinds` may print a value of type t; for a type parameter that may not, `reason` says which of its
// types is in the way.
bool matchesVerb(Pass& p, uint16_t kinds, types::Type* t, std::string* reason);

}  // namespace hood::vet
