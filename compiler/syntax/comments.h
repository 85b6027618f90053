// Comments of a Go text, which the syntax tree does not have: for documentation, and for the output that examples promise.
// Mirrors: go/ast.CommentGroup and its Text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hood {

struct Comment {
  uint32_t begin = 0, end = 0;  // offsets; a // comment ends before its newline
};

// Comments with nothing but one newline between them.
struct CommentGroup {
  std::vector<Comment> list;

  uint32_t begin() const { return list.front().begin; }
  uint32_t end() const { return list.back().end; }
};

// All groups, in order. The text need not be correct Go.
std::vector<CommentGroup> findComments(std::string_view text);

// What the group says: without comment marks and directives (//go:…), leading and trailing empty lines, and with one empty
// line for several. It ends in a newline unless it is empty.
std::string commentText(std::string_view text, const CommentGroup& group);

}  // namespace hood
