// What is linked: code, data, and the tables that explain a code address. The linker adds to it while goroutines run and
// other threads read: nothing in here moves or changes once it is there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "bytecode/image.h"
#include "runtime/core/type.h"
#include "vm/frame.h"
#include "vm/space.h"

namespace hood::vm {

// A function in the code space.
struct Function {
  const Word* entry = nullptr;
  uint32_t words = 0;
  uint32_t frameSlots = 0, resultSlots = 0, paramSlots = 0;
  uint32_t recoverPc = ~0u;  // bytecode/module.h, FuncDef
  bool openDefers = false;   // OpenDefers stands there: a panic runs the defers by entering the frame at recoverPc
  bool wrapper = false;
  uint32_t mapCount = 0;
  const bytecode::PointerMap* maps = nullptr;
  const uint8_t* maskBytes = nullptr;
  std::string_view name;
  // Where its lines are: function `index` of an image.
  const bytecode::ImageView* image = nullptr;
  uint32_t index = 0;

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

  // The function that holds the code address, or nullptr (a stub's address, for one). The one-past-the-end address of a
  // function belongs to it only if the caller asks for pc - 1, as it must for return addresses.
  const Function* functionAt(const Word* pc) const;
  // Line of the word at pc.
  static bytecode::LineEntry lineAt(const Function& f, const Word* pc);
  static SourceLine sourceLine(const Function& f, const Word* pc);
  // Pointer map of the safepoint whose map word is at pc, or nullptr.
  static const bytecode::PointerMap* mapAt(const Function& f, const Word* pc);

  // Functions from the front, stubs of those that are not linked yet (linker.h) from the back, so that a relative call
  // reaches both.
  Space code;
  Space data;
  AppendArray<Function> functions;  // by entry
  AppendArray<GlobalRoot> roots;
  const rt::Closure* entry = nullptr;
  // The VM's own functions.
  const Word* goexitPc = nullptr;    // where the bottom frame of a goroutine returns to
  const Word* panicPc = nullptr;     // runtime.gopanic: VmUnwind, then VmUnwound
  const Word* bridgePc = nullptr;    // runtime.reflectcall
  const Word* makeFuncPc = nullptr;  // reflect.makeFuncStub: its entry
};

}  // namespace hood::vm
