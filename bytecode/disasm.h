// Listings of bytecode, for `hood dis`, goldens and traces. Never fails: words that are no instruction are shown as data.
#pragma once

#include <functional>
#include <string>

#include "bytecode/instr.h"
#include "bytecode/module.h"

namespace hood::bytecode {

struct DisasmOptions {
  // Text of a source line, to be shown above its code; empty function: only "file:line" is shown.
  std::function<std::string(const std::string& file, uint32_t line)> source;
  bool maps = false;  // show pointer maps
};

// One instruction at word `at` of f, without its address: "AddI       s3, s1, -1".
std::string disasmInstr(const Module& m, const FuncDef& f, uint32_t at);
std::string disasm(const Module& m, const FuncDef& f, const DisasmOptions& options = {});
std::string disasm(const Module& m, const DisasmOptions& options = {});
// The instruction alone, when nothing is known but its words (traces of running code).
std::string disasmWord(uint64_t w);

// docs/gen/OPCODES.md: the tables of opcodes and runtime operations.
std::string opcodeReference();

}  // namespace hood::bytecode
