// The ways to end the process.
// Mirrors:    src/runtime/panic.go (throw, fatal). Book: 7.3.
// Differs:    see fault.h.

#include "runtime/core/fault.h"

#include <cerrno>
#include <cstdlib>
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

TracebackLevel parseTraceback(std::string_view text) {
  if (text == "none" || text == "0") return TracebackLevel::None;
  if (text.empty() || text == "single") return TracebackLevel::Single;
  if (text == "crash") return TracebackLevel::Crash;
  bool number = text.find_first_not_of("0123456789") == text.npos;
  return text == "system" || (number && text != "1") ? TracebackLevel::System : TracebackLevel::All;
}

void fatal(VM* vm, std::string_view text) {
  startDying(vm);
  std::string line = "fatal error: ";
  line.append(text).append("\n");
  vm->err->write(line);
  TracebackLevel level = vm->traceback.loadRelaxed();  // any recent one will do
  if (vm->dumpGoroutines != nullptr && level != TracebackLevel::None) vm->dumpGoroutines(vm);
  if (level == TracebackLevel::Crash) std::abort();
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
