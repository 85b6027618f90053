// Changes to the source before it is printed: imports in order, and gofmt -s.
#pragma once

#include <string>
#include <string_view>

#include "compiler/format/node.h"

namespace hood::format {

// Sorts the imports of each paragraph of a group by path, and takes repetitions out. Where they have comments, which move with
// them, the text must change: it is returned, to be parsed again; else it is "".
std::string sortImports(std::string_view text, const TokenizedFile& tokens, Node* file);

// [][]int{[]int{1}} → [][]int{{1}}, s[a:len(s)] → s[a:], for x, _ = range → for x = range, for _ = range → for range.
void simplify(Node* file);

}  // namespace hood::format
