// A control-flow graph of one function's statements, for analyses that follow paths.
#pragma once

#include <memory>
#include <vector>

#include "compiler/vet/pass.h"

namespace hood::vet {

struct CfgBlock {
  std::vector<ast::Node*> nodes;  // simple statements, and the conditions and tags of the others, in order
  std::vector<CfgBlock*> succs;
  bool returns = false;  // ends with a return, at returnPos; also the one at the end of the body
  Pos returnPos;
  ast::ReturnStmt* ret = nullptr;  // nullptr at the end of the body
};

struct Cfg {
  std::vector<std::unique_ptr<CfgBlock>> blocks;  // the first is the entry
};

// Calls that do not come back (panic, os.Exit, log.Fatal, functions of the user that end so) end a path without a return.
Cfg buildCfg(Pass& p, ast::BlockStmt* body);

// Finds out which functions of the package never return, for those that import it.
void findNoReturn(Pass& p);

}  // namespace hood::vet
