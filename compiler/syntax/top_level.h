// The declarations of a file as ranges of its text, groups and all: what the tree does not keep. The text need not be
// correct Go.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace hood {

struct TopLevel {
  enum class Kind { Package, Import, Const, Type, Var, Func };
  Kind kind = Kind::Func;
  uint32_t begin = 0, end = 0;  // from the keyword to the last token, without the newline
  bool group = false;           // const ( … )
};

std::vector<TopLevel> findTopLevels(std::string_view text);

// The part of a group, a line or several, that `offset` is in.
TopLevel specOf(std::string_view text, const TopLevel& group, uint32_t offset);

// All parts of a group in order; of a declaration that is none, what follows the keyword.
std::vector<TopLevel> specsOf(std::string_view text, const TopLevel& decl);

}  // namespace hood
