// Test harness: a module assembled by hand, run on a real VM.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "bytecode/builder.h"
#include "bytecode/module.h"
#include "runtime/core/vm.h"
#include "vm/engine.h"
#include "vm/linker.h"
#include "vm/natives.h"

namespace hood::vm::test {

using bytecode::Builder;
using bytecode::FuncDef;
using bytecode::Module;
using bytecode::Op;
using bytecode::RtOp;
using bytecode::TypeDef;

// What test functions tell the test: every call of native test.report(v uint64) adds one.
using Reports = std::vector<uint64_t>;

class TestProgram {
 public:
  TestProgram();
  ~TestProgram();

  // ---- building ----
  // kind: reflect.Kind. Basic types have no more to say.
  uint32_t addType(std::string name, uint8_t kind, uint64_t size, std::vector<uint8_t> gcMask = {});
  uint32_t addElemType(std::string name, uint8_t kind, uint64_t size, std::vector<uint8_t> gcMask, uint32_t elem,
                       uint32_t key = TypeDef::kNone);
  TypeDef& type(uint32_t i) { return m_->types[i]; }
  uint32_t addNative(std::string name, uint32_t results, uint32_t params);
  // frame: slots. The entry's pointer map is empty unless `body` adds one for word 0 first.
  struct FuncSpec {
    std::string name;
    uint32_t results = 0, params = 0, frame = 32;
    bool closure = false, wrapper = false;
  };
  using Body = std::function<void(Builder&, FuncDef&)>;
  uint32_t addFunc(const FuncSpec& spec, const Body& body);
  uint32_t addGlobal(std::string name, uint64_t size, uint32_t type = TypeDef::kNone);
  uint32_t addString(std::string_view s);  // offset in the strings
  Module& module() { return *m_; }
  // Another package of the program, as its image.
  void addImage(const Module& m, bool user = false);
  void addImage(std::string path, std::string bytes, bool user = false);

  // Emits test.report(slot), through the window at w.
  void report(Builder& b, int64_t slot, int64_t w = 28);

  // ---- running ----
  rt::VM& vm() { return vm_; }
  Engine& engine() { return *engine_; }
  NativeTable& natives() { return natives_; }
  // Loads the module with this entry. Problems, one a line.
  std::string load(uint32_t entry);
  // Loads and runs to the end of the main goroutine; what was reported.
  Reports run(uint32_t entry);
  Reports run();  // what is loaded already
  // The root is an image (addImage).
  void dropModule() { m_.reset(); }

  uint32_t tInt, tString, tEface, tBytes, tInts, tIntPtr, tMapIntInt, tChanInt;

 private:
  rt::VM vm_;
  std::unique_ptr<Engine> engine_;
  std::unique_ptr<Module> m_;
  std::deque<std::string> imageBytes_, paths_;
  std::vector<PackageImage> images_;
  NativeTable natives_;
  uint32_t reportFn_;
};

}  // namespace hood::vm::test
