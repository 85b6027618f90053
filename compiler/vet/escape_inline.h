// Which calls gc would inline: its cost model, over our tree (hood vet -m).
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "compiler/ast/ast.h"
#include "compiler/types/type.h"

namespace hood::vet {

class Inliner {
 public:
  // Functions bottom-up: callees are known before their callers. recursive: part of a cycle.
  void consider(types::Func* f, bool recursive);
  // A literal in a function that was considered, called `name` in messages.
  void consider(ast::FuncLit* lit, std::string name);
  // nullptr: gc would not inline calls of it.
  const std::string* nameOf(const ast::FuncLit* lit) const {
    auto it = literals_.find(lit);
    return it == literals_.end() ? nullptr : &it->second;
  }
  bool canInline(const types::Func* f) const { return costs_.count(f) != 0; }
  int costOf(const types::Func* f) const { return costs_.at(f); }

 private:
  std::unordered_map<const types::Func*, int> costs_;
  std::unordered_map<const ast::FuncLit*, std::string> literals_;
};

// Functions of the standard library that gc inlines and whose parameters do not leak, or only what they hold.
struct KnownFunc {
  std::string_view name;  // "fmt.Println", "(*sync.Mutex).Lock"
  bool inlined;
  int content;  // parameters from here on leak their content; -1: none leaks
};
const KnownFunc* knownFunc(const types::Func* f);

// "f", "(*T).m", "fmt.Println": as messages of the package `from` call it.
std::string functionName(const types::Func* f, const types::Package* from);

}  // namespace hood::vet
