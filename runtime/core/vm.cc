// The VM: start of the core.
// Mirrors:    src/runtime/proc.go (schedinit), alg.go (alginit). Book: 5.2.
// Differs:    see vm.h.

#include "runtime/core/vm.h"

#include <cstdlib>

namespace hood::rt {
namespace {

// The process's standard streams have no state of their own: shared by all VMs.
Writer* standardStream(int fd) {
  static FdWriter out(1), err(2);
  return fd == 1 ? &out : &err;
}

}  // namespace

void initCore(VM* vm) {
  uint64_t seed = static_cast<uint64_t>(vm->knobs.seed);
  if (seed == 0) {
    seed = DecisionStream::osSeed();
    if (vm->knobs.det) {
      seed = seed % 1'000'000'000 + 1;  // short enough to be typed again
      vm->seedDrawn = true;
    }
  }
  vm->random.reseed(seed);
  vm->hashSeed = vm->random.next64();
  vm->clock.setVirtual(vm->knobs.det);
  vm->startNs = vm->clock.nanotime();
  if (vm->out == nullptr) vm->out = standardStream(1);
  if (vm->err == nullptr) vm->err = standardStream(2);
  const char* traceback = std::getenv("GOTRACEBACK");
  vm->traceback.storeRelaxed(parseTraceback(traceback == nullptr ? "" : traceback));  // no other thread yet
  if (vm->knobs.trace) vm->trace.start(&vm->clock, 1, vm->err);
}

}  // namespace hood::rt
