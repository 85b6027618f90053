#include "vm/stubs.h"

#include <memory>

#include "base/check.h"
#include "bytecode/builder.h"
#include "vm/engine.h"
#include "vm/linker.h"

namespace hood::vm {
namespace {

using bytecode::Builder;
using bytecode::FuncDef;
using bytecode::Op;

FuncDef makeStub(const char* name, uint32_t frameSlots) {
  FuncDef f;
  f.name = name;
  f.frameSlots = frameSlots;
  return f;
}

constexpr uint8_t kNoPointers[1] = {0};
constexpr uint32_t kMakeFuncSlots = 5;  // the call of its handler: slot 0, and a window of four
constexpr uint8_t kMakeFuncPointers[1] = {1};
constexpr uint8_t kBridgePointers[1] = {1 << kBridgeFn | 1 << kBridgeMemory};

}  // namespace

void addStubs(Engine& engine) {
  bytecode::Module vmFunctions;
  bytecode::Module* module = &vmFunctions;
  module->name = "";  // no package's
  module->files = {"runtime/panic.go"};

  FuncDef goexit = makeStub("runtime.goexit", 0);
  Builder exit(goexit);
  exit.map(0, kNoPointers);
  exit.emit(Op::Nop);  // return addresses are looked up one word before
  exit.emit(Op::VmGoExit);

  FuncDef gopanic = makeStub("panic", kPanicFrameSlots);
  Builder panic(gopanic);
  panic.map(0, kNoPointers);
  panic.line(0, 1);
  uint32_t unwind = panic.emit(Op::VmUnwind, kPanicWindow);
  panic.map(unwind, kNoPointers);
  panic.emit(Op::VmUnwound);

  FuncDef reflectcall = makeStub("reflect.Value.call", kBridgeWindow);
  Builder bridge(reflectcall);
  bridge.map(0, kBridgePointers);
  uint32_t callBridge = bridge.emit(Op::VmBridge, kBridgeWindow);
  bridge.map(callBridge, kBridgePointers);
  bridge.emit(Op::VmBridged);

  // Its entry's pointers are found by stack_map.cc: they are those of the signature.
  FuncDef makeFuncStub = makeStub("reflect.makeFuncStub", kMakeFuncSlots);
  makeFuncStub.closure = true;
  makeFuncStub.wrapper = true;
  Builder made(makeFuncStub);
  made.map(0, kNoPointers);
  made.emit(Op::Nop);
  uint32_t makeFunc = made.emit(Op::VmMakeFunc);
  made.map(makeFunc, kMakeFuncPointers);
  made.emit(Op::VmMadeFunc);

  HOOD_CHECK(exit.finish() && panic.finish() && bridge.finish() && made.finish());
  module->funcs = {goexit, gopanic, reflectcall, makeFuncStub};
  Program& program = engine.program();
  Linker& linker = engine.linker();
  linker.linkAll(linker.addModule(*module, true));
  program.goexitPc = program.functions[0].entry + 1;
  program.panicPc = program.functions[1].entry + unwind;
  program.bridgePc = program.functions[2].entry + callBridge;
  program.makeFuncPc = program.functions[3].entry;
}

}  // namespace hood::vm
