// What the verifier asks about the things that a function refers to: answered by a module in memory and by an image whose
// functions and types are not decoded.
#pragma once

#include <cstdint>

namespace hood::bytecode {

struct FuncShape {
  bool native = false, closure = false;
  uint32_t resultSlots = 0, paramSlots = 0;
};
struct TypeShape {
  uint8_t kind = 0;  // reflect.Kind
  bool external = false;
  uint64_t size = 0;
  uint32_t elem = ~0u, mapKey = ~0u;
  uint32_t methods = 0;  // unknown of an external type
};

// REQUIRES of all: the index is below the count.
class ModuleShape {
 public:
  virtual uint32_t funcCount() const = 0;
  virtual uint32_t typeCount() const = 0;
  virtual uint32_t globalCount() const = 0;
  virtual uint32_t fileCount() const = 0;
  virtual uint64_t stringBytes() const = 0;
  virtual FuncShape funcShape(uint32_t i) const = 0;
  virtual TypeShape typeShape(uint32_t i) const = 0;
  virtual uint64_t globalSize(uint32_t i) const = 0;

 protected:
  ~ModuleShape() = default;
};

}  // namespace hood::bytecode
