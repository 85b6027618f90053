// The parse tree of one declaration, flat: rules and tokens in the order the parser met them. A rule's entry says where
// its subtree ends, so walking needs no pointers and dropping the tree is setting a size to zero.
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/syntax/token.h"

namespace hood::syntax {

struct TreeEntry {
  uint32_t link;  // rule: index of the entry after its subtree; token: index of the token
  uint16_t kind;  // a Rule, or kTokenEntry + a Tok
};
inline constexpr uint16_t kTokenEntry = 0x100;

// Walks the children of one rule.
class Cursor {
 public:
  Cursor(const std::vector<TreeEntry>& tree, const Token* tokens, uint32_t from, uint32_t to)
      : tree_(tree.data()), tokens_(tokens), at_(from), end_(to) {}

  bool done() const { return at_ == end_; }
  bool at(Tok t) const { return !done() && tree_[at_].kind == kTokenEntry + static_cast<uint16_t>(t); }
  bool at(Rule r) const { return !done() && tree_[at_].kind == static_cast<uint16_t>(r); }
  bool atToken() const { return !done() && tree_[at_].kind >= kTokenEntry; }
  bool atRule() const { return !done() && tree_[at_].kind < kTokenEntry; }

  // REQUIRES: atRule().
  Rule rule() const { return static_cast<Rule>(tree_[at_].kind); }
  // REQUIRES: atToken().
  const Token& token() const { return tokens_[tree_[at_].link]; }

  // The token here, stepping over it. REQUIRES: atToken().
  const Token& take() { return tokens_[tree_[at_++].link]; }
  // Steps over a token of this type if it is here.
  bool skip(Tok t) {
    if (!at(t)) return false;
    at_++;
    return true;
  }
  // The children of the rule here, stepping over it. REQUIRES: atRule().
  Cursor enter() {
    uint32_t from = at_ + 1;
    at_ = tree_[at_].link;
    return Cursor(tree_, tokens_, from, at_);
  }
  // The first token at or below this position. REQUIRES: !done(), and no rule here is empty.
  const Token& firstToken() const {
    uint32_t i = at_;
    while (tree_[i].kind < kTokenEntry) i++;
    return tokens_[tree_[i].link];
  }
  // The token that follows the last one of this rule. REQUIRES: the rule has a token.
  const Token& tokenAfter() const {
    uint32_t i = end_ - 1;
    while (tree_[i].kind < kTokenEntry) i--;
    return tokens_[tree_[i].link + 1];
  }

 private:
  Cursor(const TreeEntry* tree, const Token* tokens, uint32_t from, uint32_t to)
      : tree_(tree), tokens_(tokens), at_(from), end_(to) {}

  const TreeEntry* tree_;
  const Token* tokens_;
  uint32_t at_, end_;
};

}  // namespace hood::syntax
