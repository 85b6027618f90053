// What all functions of a module share while it is generated: numbering of functions, globals, types and strings.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "bytecode/module.h"
#include "compiler/codegen/layout.h"
#include "compiler/codegen/prepare.h"
#include "compiler/diag/diag.h"
#include "compiler/ir/ir.h"

namespace hood::codegen {

class ModuleGen {
 public:
  ModuleGen(ir::Program& program, types::Context& ctx, Diagnostics& diags);
  bytecode::Module run();

  uint32_t funcIndex(const ir::Func* f) const { return funcs_.at(f); }
  uint32_t globalIndex(const ir::Global* g) const { return globals_.at(g); }
  uint32_t typeIndex(types::Type* t);
  uint32_t fileIndex(Pos p);
  uint32_t stringOffset(std::string_view s);
  // A read-only global holding the constant c as a value of type t in memory form; equal ones are shared.
  uint32_t staticValue(const ConstVal& c, types::Type* t);

  Layouts layouts;
  types::Context& ctx;
  Diagnostics& diags;
  bytecode::Module module;

 private:
  void addGlobals();
  void addMethods(types::Type* t, bytecode::TypeDef& d);
  void defineForeign(types::Type* t, types::Type* u, bytecode::TypeDef& d);
  void defineType(types::Type* t, bytecode::TypeDef& d);

  ir::Program& program_;
  std::unordered_map<const ir::Func*, uint32_t> funcs_;
  std::unordered_map<const ir::Global*, uint32_t> globals_;
  std::unordered_map<types::Type*, uint32_t> types_;
  std::unordered_map<std::string, uint32_t> typesByKey_;
  std::unordered_map<std::string_view, uint32_t> files_;
  std::unordered_map<std::string, uint32_t> strings_;
  std::unordered_map<std::string, uint32_t> statics_;
  Pos where_;  // the function that is being generated
};

}  // namespace hood::codegen
