// Panics, deferred calls and run-time errors: the records, and the values that the runtime raises.
// Mirrors:    src/runtime/panic.go, error.go. Book: 7.2, 7.3.
// Differs:    see panic.h.
// Try:        hood run testdata/ch04_errors/panic_nested.go
#include "runtime/lang/panic.h"

#include <fmt/format.h>

#include <cstdlib>
#include <cstring>

#include "base/check.h"
#include "runtime/alloc/malloc.h"
#include "runtime/core/alg.h"
#include "runtime/core/engine.h"
#include "runtime/core/vm.h"
#include "runtime/lang/print.h"
#include "runtime/lang/string.h"
#include "runtime/lang/well_known.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/stw.h"

namespace hood::rt {
namespace {

constexpr char kNilDereference[] = "invalid memory address or nil pointer dereference";

// A program without package runtime (unit tests) still gets its errors, as strings.
constexpr uint8_t kStringPointers[] = {1};
Type makeFallbackString() {
  Type t{};
  t.size = 16;
  t.ptrBytes = 8;
  t.kind = Kind::String;
  t.align = t.fieldAlign = 8;
  t.flags = kTypeNamed | kTypeComparable;
  t.gcMask = kStringPointers;
  t.string = t.name = {reinterpret_cast<const uint8_t*>("string"), 6};
  return t;
}
const Type* fallbackString() {
  static const Type t = makeFallbackString();
  return &t;
}

// Raises a value whose type is a string, a struct of one string, or a pointer to such a struct.
Outcome raiseText(G* gp, const Type* t, std::string_view text) {
  if (t == nullptr) t = fallbackString();
  const Type* box = t->kind == Kind::Pointer ? t->elem : t;
  HOOD_CHECK(box->size == sizeof(GoString));
  auto* s = static_cast<GoString*>(newobject(gp, box));
  *s = gostring(gp, text);
  return raise(gp, {const_cast<Type*>(t), s});
}

}  // namespace

void deferproc(G* gp, const Closure* fn, uint64_t frame, const void* pc) {
  Defer* d = gp->m->p->deferpool.take();
  HOOD_ASSERT(gp->deferHead == nullptr || gp->deferHead->frame <= frame);
  d->fn = fn;
  d->frame = frame;
  d->pc = pc;
  d->link = gp->deferHead;
  gp->deferHead = d;
}

void deferrangefunc(G* gp, RangeDefer** list, uint64_t frame, const void* pc) {
  deferproc(gp, reinterpret_cast<const Closure*>(list), frame, pc);
  gp->deferHead->range = true;
}

void deferconvert(G* gp) {
  Defer* list = gp->deferHead;
  HOOD_ASSERT(list->range);
  const RangeDefer* newest = *reinterpret_cast<RangeDefer* const*>(list->fn);
  uint64_t frame = list->frame;
  const void* pc = list->pc;
  popDefer(gp, list);
  Defer** at = &gp->deferHead;
  for (const RangeDefer* r = newest; r != nullptr; r = r->next) {
    Defer* d = gp->m->p->deferpool.take();
    d->fn = r->fn;
    d->frame = frame;
    d->pc = pc;
    d->link = *at;
    *at = d;
    at = &d->link;
  }
}

void popDefer(G* gp, Defer* d) {
  HOOD_CHECK(gp->deferHead == d);
  gp->deferHead = d->link;
  gp->m->p->deferpool.give(d);
}

void freeDefers(G* gp) {
  while (gp->deferHead != nullptr) popDefer(gp, gp->deferHead);
  while (gp->panicHead != nullptr) popPanic(gp, gp->panicHead);
}

Panic* pushPanic(G* gp, Eface arg, bool goexit) {
  Panic* p = gp->m->p->panicpool.take();
  p->arg = arg;
  p->link = gp->panicHead;
  p->goexit = goexit;
  // order: seq_cst; main may be ending on another M, and lets us report the panic.
  if (!goexit) gp->vm->sched->runningPanicDefers.fetchAddSeqCst(1);
  const Type* errorString = gp->vm->wellKnown->errorString;
  p->sigsegv =
      arg.type != nullptr && arg.type == errorString && view(*static_cast<const GoString*>(arg.data)) == kNilDereference;
  gp->panicHead = p;
  return p;
}

void popPanic(G* gp, Panic* p) {
  HOOD_CHECK(gp->panicHead == p);
  gp->panicHead = p->link;
  if (!p->goexit) gp->vm->sched->runningPanicDefers.fetchAddSeqCst(-1);
  gp->m->p->panicpool.give(p);
}

// ---- raising
// -----------------------------------------------------------------------------------------------------

Outcome raise(G* gp, Eface value) {
  gp->panicking = value;
  return Outcome::Panic;
}
Outcome panicErrorString(G* gp, std::string_view text) { return raiseText(gp, gp->vm->wellKnown->errorString, text); }
Outcome panicPlainError(G* gp, std::string_view text) { return raiseText(gp, gp->vm->wellKnown->plainError, text); }
Outcome panicString(G* gp, std::string_view text) { return raiseText(gp, gp->vm->wellKnown->string, text); }
Outcome panicTypeAssertion(G* gp, std::string_view text) {
  return raiseText(gp, gp->vm->wellKnown->typeAssertionError, text);
}
Outcome panicMem(G* gp) { return panicErrorString(gp, kNilDereference); }

Outcome panicFault(G* gp) {
  const M* m = gp->m;
  constexpr uintptr_t kNilPage = 4096;  // an offset from a nil pointer
  constexpr int kNoAddress = 128;       // SI_KERNEL: the address is none of the machine's, and not told
  if (m->faultAddr < kNilPage && m->faultCode != kNoAddress) return panicMem(gp);
  const Type* t = gp->vm->wellKnown->errorAddressString;
  if (!gp->panicOnFault || t == nullptr) {
    gp->vm->err->write(fmt::format("unexpected fault address {:#x}\n", m->faultAddr));
    fatal(gp->vm, FaultText(gp).text);
  }
  struct ErrorAddressString {
    GoString text;
    uintptr_t addr;
  };
  HOOD_CHECK(t->size == sizeof(ErrorAddressString));
  auto* e = static_cast<ErrorAddressString*>(newobject(gp, t));
  e->addr = m->faultAddr;
  e->text = gostring(gp, kNilDereference);
  return raise(gp, {const_cast<Type*>(t), e});
}

Outcome panicDivide(G* gp) { return panicErrorString(gp, "integer divide by zero"); }
Outcome panicShift(G* gp) { return panicErrorString(gp, "negative shift amount"); }
Outcome panicNilMapAssign(G* gp) { return panicPlainError(gp, "assignment to entry in nil map"); }
Outcome panicNil(G* gp) {
  return raiseText(gp, gp->vm->wellKnown->panicNilError,
                   "panic called with nil argument (use GODEBUG=panicnil=1 to disable)");
}
Outcome panicUnhashable(G* gp, const Type* t) { return panicErrorString(gp, unhashableText(t)); }
Outcome panicUncomparable(G* gp, const Type* t) { return panicErrorString(gp, uncomparableText(t)); }
Outcome panicBounds(G* gp, BoundsCode code, int64_t x, bool isSigned, int64_t y) {
  return raiseText(gp, gp->vm->wellKnown->boundsError, boundsText(code, x, isSigned, y));
}

std::string boundsText(BoundsCode code, int64_t x, bool isSigned, int64_t y) {
  // %x and %y stand for the numbers. The second column is for a negative x, which says enough alone.
  static constexpr struct {
    const char* text;
    const char* negative;
  } kTexts[] = {
      {"index out of range [%x] with length %y", "index out of range [%x]"},
      {"slice bounds out of range [:%x] with length %y", "slice bounds out of range [:%x]"},
      {"slice bounds out of range [:%x] with capacity %y", "slice bounds out of range [:%x]"},
      {"slice bounds out of range [%x:%y]", "slice bounds out of range [%x:]"},
      {"slice bounds out of range [::%x] with length %y", "slice bounds out of range [::%x]"},
      {"slice bounds out of range [::%x] with capacity %y", "slice bounds out of range [::%x]"},
      {"slice bounds out of range [:%x:%y]", "slice bounds out of range [:%x:]"},
      {"slice bounds out of range [%x:%y:]", "slice bounds out of range [%x::]"},
      {"cannot convert slice with length %x to pointer to array with length %y", nullptr},
  };
  const auto& t = kTexts[static_cast<int>(code)];
  bool negative = isSigned && x < 0 && t.negative != nullptr;
  std::string out;
  for (const char* p = negative ? t.negative : t.text; *p != 0; p++) {
    if (*p != '%') {
      out += *p;
    } else if (*++p == 'y') {
      appendInt(out, y);
    } else if (isSigned) {
      appendInt(out, x);
    } else {
      appendUint(out, static_cast<uint64_t>(x));
    }
  }
  return out;
}

// ---- the report
// ----------------------------------------------------------------------------------------------------

namespace {

// The value of a predeclared basic type or of one that is defined by it. False: some other kind.
bool appendBasic(std::string& out, const Type* t, const void* data) {
  auto as = [&]<class T>(T) {
    T v;
    std::memcpy(&v, data, sizeof v);
    return v;
  };
  switch (t->kind) {
    case Kind::Bool: out += as(uint8_t{}) ? "true" : "false"; return true;
    case Kind::Int:
    case Kind::Int64: appendInt(out, as(int64_t{})); return true;
    case Kind::Int8: appendInt(out, as(int8_t{})); return true;
    case Kind::Int16: appendInt(out, as(int16_t{})); return true;
    case Kind::Int32: appendInt(out, as(int32_t{})); return true;
    case Kind::Uint:
    case Kind::Uint64:
    case Kind::Uintptr: appendUint(out, as(uint64_t{})); return true;
    case Kind::Uint8: appendUint(out, as(uint8_t{})); return true;
    case Kind::Uint16: appendUint(out, as(uint16_t{})); return true;
    case Kind::Uint32: appendUint(out, as(uint32_t{})); return true;
    case Kind::Float32: appendFloat(out, static_cast<double>(as(float{}))); return true;
    case Kind::Float64: appendFloat(out, as(double{})); return true;
    case Kind::Complex64: {
      float v[2];
      std::memcpy(v, data, sizeof v);
      appendComplex(out, static_cast<double>(v[0]), static_cast<double>(v[1]));
      return true;
    }
    case Kind::Complex128: {
      double v[2];
      std::memcpy(v, data, sizeof v);
      appendComplex(out, v[0], v[1]);
      return true;
    }
    case Kind::String: appendBytes(out, *static_cast<const GoString*>(data)); return true;
    default: return false;
  }
}

void printpanics(std::string& out, const Panic* p) {
  if (p->link != nullptr) {
    printpanics(out, p->link);
    if (!p->link->goexit) out += '\t';
  }
  if (p->goexit) return;
  out += "panic: ";
  printpanicval(out, p->arg);
  if (p->recovered) out += " [recovered]";
  out += '\n';
}

}  // namespace

void printpanicval(std::string& out, Eface v) {
  if (v.type == nullptr) {
    out += "nil";
    return;
  }
  const Type* t = v.type;
  bool predeclared = t->pkgPath.len == 0 && (t->flags & kTypeNamed);
  std::string basic;
  if (!appendBasic(basic, t, v.data)) {
    out += '(';
    out += view(t->string);
    out += ") ";
    appendHex(out, reinterpret_cast<uintptr_t>(v.data));
  } else if (predeclared) {
    out += basic;
  } else if (basic.front() == '(') {  // a complex number has its parentheses
    out += view(t->string);
    out += basic;
  } else {
    const char* quote = t->kind == Kind::String ? "\"" : "";
    out += view(t->string);
    out += '(';
    out += quote + basic + quote;
    out += ')';
  }
}

void fatalpanic(G* gp) {
  startDying(gp->vm);
  TracebackLevel level = gp->vm->traceback.loadRelaxed();  // any recent one will do
  if (level >= TracebackLevel::All) freezetheworld(gp->vm);
  std::string out;
  printpanics(out, gp->panicHead);
  bool sigsegv = false;
  for (const Panic* p = gp->panicHead; p != nullptr; p = p->link) sigsegv |= p->sigsegv;
  if (sigsegv) {
    out += "[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=";
    appendHex(out, reinterpret_cast<uintptr_t>(gp->panicHead->pc));
    out += "]\n";
  }
  if (level != TracebackLevel::None) {
    out += '\n';
    goroutineheader(gp, out);
    gp->vm->engine->traceback(gp, out);
    if (level >= TracebackLevel::All) tracebackothers(gp->vm, gp, out);
  }
  gp->vm->err->write(out);
  if (level == TracebackLevel::Crash) std::abort();
  exitProcess(gp->vm, 2);
}

}  // namespace hood::rt
