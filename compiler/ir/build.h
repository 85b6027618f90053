// Builds the IR of a package from its checked trees: all that it declares. What it uses of other packages is external, and
// bound when the program runs.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diag/diag.h"
#include "compiler/ir/ir.h"

namespace hood::ir {

// Another package of the program, for the entry function of a command.
struct InitFuncs {
  types::Package* pkg = nullptr;
  std::vector<std::string> symbols;  // in order
  struct Optional {
    std::string global, symbol;
    std::vector<std::string> needs;  // variables before it in the list
    bool used = false;               // by one of the other packages
  };
  std::vector<Optional> optional;  // run after symbols if the variable is used
};

struct BuildInput {
  types::Context* ctx = nullptr;
  constant::Pool* consts = nullptr;
  Diagnostics* diags = nullptr;  // for what the builder finds (e.g. stack frame too large)
  types::Package* pkg = nullptr;
  bool command = false;            // has an entry function
  std::vector<InitFuncs> imports;  // commands: the initialisers of all other packages, in order
  // A package of the program by path, for go:linkname; nullptr: there is none.
  std::function<types::Package*(std::string_view path)> package;
  std::function<bool(types::Func*)> needBody;  // checks a lazily checked body; false: errors were reported
};

// nullptr: errors were reported.
std::unique_ptr<Program> build(const BuildInput& in);

}  // namespace hood::ir
