// Documentation comments are formatted, too: headings, lists and code have one way of being written.
// Mirrors: go/printer/comment.go, go/doc/comment.
#pragma once

#include <string>
#include <vector>

#include "compiler/format/tokens.h"

namespace hood::format {

// The comments that take the place of a declaration's; false: they stay as they are.
bool formatDocComment(const CommentGroup& group, std::vector<std::string>* out);

}  // namespace hood::format
