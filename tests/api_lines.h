// The exported names of a package as lines of text, in the form of the api/*.txt files of a Go tree:
//   pkg strings, func Cut(string, string) (string, string, bool)
// Type parameters are $0, $1…; byte and rune are uint8 and int32; a struct type in a signature is "struct".
#pragma once

#include <set>
#include <string>

#include "compiler/types/type.h"

namespace hood::tests {

void appendApiLines(types::Package* p, std::set<std::string>* out);

}  // namespace hood::tests
