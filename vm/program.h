// A loaded program: code, data, types and the tables that explain a code address. Built by the loader, constant while
// goroutines run, so any number of Ms may read it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "bytecode/module.h"
#include "runtime/core/type.h"
#include "vm/frame.h"

namespace hood::vm {

// Address space that is reserved at once and committed by use. All code is in one, all module data in another.
class Space {
 public:
  explicit Space(size_t reserveBytes);
  Space(const Space&) = delete;
  Space& operator=(const Space&) = delete;
  ~Space();

  // n zeroed bytes; ends the process when the space is full.
  uint8_t* alloc(size_t n, size_t align);
  uint8_t* begin() const { return base_; }
  uint8_t* end() const { return base_ + used_; }
  bool contains(const void* p) const { return p >= base_ && p < base_ + used_; }

 private:
  uint8_t* base_;
  size_t used_ = 0, size_;
};

// A function in the code space.
struct Function {
  const Word* entry = nullptr;
  uint32_t words = 0;
  const bytecode::FuncDef* def = nullptr;
  const bytecode::Module* module = nullptr;
  rt::Closure* closure = nullptr;  // its static func value

  bool contains(const Word* pc) const { return pc >= entry && pc < entry + words; }
};

// A global that may hold pointers to the heap.
struct GlobalRoot {
  rt::Slot* at;
  const rt::Type* type;
};

struct SourceLine {
  std::string_view file;
  uint32_t line = 0;
};

class Program {
 public:
  Program();

  // The function that holds the code address, or nullptr. The one-past-the-end address of a function belongs to it only
  // if the caller asks for pc - 1, as it must for return addresses.
  const Function* functionAt(const Word* pc) const;
  // Line of the word at pc.
  static const bytecode::LineEntry* lineAt(const Function& f, const Word* pc);
  static SourceLine sourceLine(const Function& f, const Word* pc);
  // Pointer map of the safepoint whose map word is at pc, or nullptr.
  static const bytecode::PointerMap* mapAt(const Function& f, const Word* pc);

  Space code;
  Space data;
  std::vector<std::unique_ptr<bytecode::Module>> modules;
  std::vector<Function> functions;  // by entry
  std::vector<GlobalRoot> roots;
  const rt::Closure* entry = nullptr;
  // The VM's own functions.
  const Word* goexitPc = nullptr;    // where the bottom frame of a goroutine returns to
  const Word* panicPc = nullptr;     // runtime.gopanic: VmUnwind, then VmUnwound
  const Word* bridgePc = nullptr;    // runtime.reflectcall
  const Word* makeFuncPc = nullptr;  // reflect.makeFuncStub: its entry
};

}  // namespace hood::vm
