// A loaded module: its image, and what of it is linked already.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/atomic.h"
#include "bytecode/image.h"
#include "runtime/core/type.h"
#include "vm/frame.h"

namespace hood::vm {

struct Unit;

// A place that holds a function's stub until the function is linked: a data word, a method in an itab.
struct Fixup {
  const void** at;
  Fixup* next;
};

// A function that something refers to. Guarded by the linker's lock, entry excepted.
struct FuncSymbol {
  // Its code once it is linked.
  // order: stored with release when the code is whole; whoever jumps there without the lock loads with acquire.
  Atomic<const Word*> entry{nullptr};
  Word* stub = nullptr;            // what callers get before; nullptr: nobody asked yet
  rt::Closure* closure = nullptr;  // its static func value
  Fixup* fixups = nullptr;
  Unit* unit = nullptr;
  uint32_t index = 0;
};

struct Unit {
  bytecode::ImageView image;
  std::string owned;      // the image's bytes, if they are nobody else's
  uint32_t id = 0;        // index in Linker::units
  bool verified = false;  // as a whole, before it was loaded
  // By index in the image's tables; nullptr: nobody asked yet. In zeroed memory, so that only what is used is there.
  // Guarded by the linker's lock; elements of funcs are published with release.
  FuncSymbol** funcs = nullptr;
  rt::Type** types = nullptr;
  uint8_t** globals = nullptr;
};

}  // namespace hood::vm
