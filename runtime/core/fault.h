// The three ways to fail, and the two that end the process.
// Mirrors:    src/runtime/panic.go (throw, fatal). Book: 7.3.
// Differs:    Go's throw covers both the runtime's own bugs and misuse by the program. Here throwFatal is a bug of hood
//             (exit status 70, a line that asks for a report), fatal is the program's fault (Go's "fatal error: …", status 2).
//             A Go panic is no failure of the VM: it travels as Outcome::Panic.
#pragma once

#include <cstdint>
#include <string_view>

namespace hood::rt {

struct VM;

// GOTRACEBACK: how much of the goroutines a failure shows.
enum class TracebackLevel : uint8_t {
  None,    // "none", "0": nothing
  Single,  // "single", the default: a panic shows its own goroutine; a fatal error all
  All,     // "all", "1", and whatever is unknown
  System,  // "system", "2" and more: hood's runtime has no goroutines with frames to show, so as All
  Crash,   // "crash": and then abort, for a core dump
};
TracebackLevel parseTraceback(std::string_view text);

// Where text goes: the program's standard streams, or a test's buffer. Unbuffered.
struct Writer {
  virtual void write(std::string_view text) = 0;

 protected:
  ~Writer() = default;
};
class FdWriter final : public Writer {
 public:
  explicit FdWriter(int fd) : fd_(fd) {}
  void write(std::string_view text) override;

 private:
  int fd_;
};

// hood is broken. Prints "hood: internal error: …" and exits with status 70.
[[noreturn]] void throwFatal(const char* what);

// The program is broken beyond recover(): prints "fatal error: " + text, a dump of the goroutines, and exits with status 2.
[[noreturn]] void fatal(VM* vm, std::string_view text);

// Makes the calling thread the one that reports a failure and ends the process; other threads that come here, or to fatal or
// exitProcess, stay there. False: it was that already.
bool startDying(VM* vm);

// Ends the process: runs vm->atExit (flushing traces and profiles), then exits with this status.
[[noreturn]] void exitProcess(VM* vm, int code);

}  // namespace hood::rt
