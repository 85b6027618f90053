// print and println, and the pieces of panic reports.
// Mirrors:    src/runtime/print.go.
// Differs:    nothing that can be seen.
#include "runtime/lang/print.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "runtime/core/vm.h"
#include "runtime/lang/string.h"

namespace hood::rt {

void appendInt(std::string& out, int64_t v) { out += std::to_string(v); }
void appendUint(std::string& out, uint64_t v) { out += std::to_string(v); }
void appendHex(std::string& out, uint64_t v) {
  char buf[24];
  std::snprintf(buf, sizeof buf, "0x%lx", static_cast<unsigned long>(v));
  out += buf;
}
void appendFloat(std::string& out, double v) {
  if (std::isnan(v)) {
    out += "NaN";
  } else if (std::isinf(v)) {
    out += v > 0 ? "+Inf" : "-Inf";
  } else {
    char buf[40];
    std::snprintf(buf, sizeof buf, "%+.6e", v);
    // Go writes three digits of exponent always.
    std::string s = buf;
    size_t e = s.find('e') + 2;
    if (s.size() - e < 3) s.insert(e, 3 - (s.size() - e), '0');
    out += s;
  }
}
void appendComplex(std::string& out, double re, double im) {
  out += '(';
  appendFloat(out, re);
  appendFloat(out, im);
  out += "i)";
}
void appendBytes(std::string& out, GoString s) { out += view(s); }
void appendIface(std::string& out, const Slot* v) {
  out += '(';
  appendHex(out, v[0].u);
  out += ',';
  appendHex(out, v[1].u);
  out += ')';
}
void appendSlice(std::string& out, const Slot* v) {
  out += '[';
  appendInt(out, v[1].i);
  out += '/';
  appendInt(out, v[2].i);
  out += ']';
  appendHex(out, v[0].u);
}

namespace {

template <class F>
void emit(VM* vm, F&& f) {
  std::string s;
  f(s);
  vm->err->write(s);
}

}  // namespace

void printbool(VM* vm, bool v) { vm->err->write(v ? "true" : "false"); }
void printint(VM* vm, int64_t v) {
  emit(vm, [&](std::string& s) { appendInt(s, v); });
}
void printuint(VM* vm, uint64_t v) {
  emit(vm, [&](std::string& s) { appendUint(s, v); });
}
void printhex(VM* vm, uint64_t v) {
  emit(vm, [&](std::string& s) { appendHex(s, v); });
}
void printfloat(VM* vm, double v) {
  emit(vm, [&](std::string& s) { appendFloat(s, v); });
}
void printcomplex(VM* vm, double re, double im) {
  emit(vm, [&](std::string& s) { appendComplex(s, re, im); });
}
void printstring(VM* vm, GoString s) { vm->err->write(view(s)); }
void printpointer(VM* vm, const void* p) { printhex(vm, reinterpret_cast<uintptr_t>(p)); }
void printiface(VM* vm, const Slot* v) {
  emit(vm, [&](std::string& s) { appendIface(s, v); });
}
void printslice(VM* vm, const Slot* v) {
  emit(vm, [&](std::string& s) { appendSlice(s, v); });
}

}  // namespace hood::rt
