// The loader: from a program, as the compiler or a file gives it, to something that can run. It checks what must be known
// before the first instruction; the rest is linked on demand (linker.h).
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "bytecode/module.h"
#include "vm/linker.h"
#include "vm/natives.h"

namespace hood::rt {
struct VM;
}

namespace hood::vm {

class Engine;

struct LoadInput {
  std::unique_ptr<bytecode::Module> root;  // the program's own package; nullptr: it is the image of path "main"
  std::span<const PackageImage> images;    // all packages it may need, in any order
};

// Verifies the program's own packages, binds their natives, and fills vm->wellKnown from package runtime (or from the root,
// if it has everything in it). REQUIRES langInit(vm) was called and no goroutine runs; images and natives outlive the engine.
// Returns the problems, one line each; none: it is loaded, and its entry, if it has one, is engine.program().entry.
[[nodiscard]] std::vector<std::string> load(Engine& engine, rt::VM* vm, LoadInput input, const NativeTable& natives);
// A program in one module.
[[nodiscard]] std::vector<std::string> load(Engine& engine, rt::VM* vm, std::unique_ptr<bytecode::Module> module,
                                            const NativeTable& natives);

// What is wrong with an image, looked at as a whole; nothing if it is sound.
std::optional<std::string> verifyImage(const bytecode::ImageView& image);

}  // namespace hood::vm
