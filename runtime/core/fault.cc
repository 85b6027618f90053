// The ways to end the process.
// Mirrors:    src/runtime/panic.go (throw, fatal). Book: 7.3.
// Differs:    see fault.h.

#include "runtime/core/fault.h"

#include <cerrno>
#include <string>
#include <unistd.h>

#include "base/check.h"
#include "runtime/core/vm.h"

namespace hood::rt {

void FdWriter::write(std::string_view text) {
  while (!text.empty()) {
    ssize_t n = ::write(fd_, text.data(), text.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return;  // nobody to tell
    text.remove_prefix(static_cast<size_t>(n));
  }
}

void throwFatal(const char* what) { internalError("runtime", 0, what); }

bool startDying(VM* vm) {
  static thread_local VM* mine = nullptr;  // a failure while failing goes on
  if (mine == vm) return false;
  // order: acq_rel; the winner alone reports and ends the process.
  while (!vm->dying.casAcqRel(false, true)) pause();
  mine = vm;
  return true;
}

void fatal(VM* vm, std::string_view text) {
  startDying(vm);
  std::string line = "fatal error: ";
  line.append(text).append("\n");
  vm->err->write(line);
  if (vm->dumpGoroutines != nullptr) vm->dumpGoroutines(vm);
  exitProcess(vm, 2);
}

void exitProcess(VM* vm, int code) {
  startDying(vm);
  if (code != 0 && vm->seedDrawn) {
    vm->err->write("hood: to replay this run: hood run --det --seed " + std::to_string(vm->random.seed()) + " …\n");
  }
  if (vm->atExit != nullptr) vm->atExit(vm);
  vm->trace.stop();
  _exit(code);
}

}  // namespace hood::rt
