// print and println, and the pieces of panic reports: text for values as Go's runtime writes them.
// Mirrors:    src/runtime/print.go.
#pragma once

#include <string>

#include "runtime/core/value.h"

namespace hood::rt {

struct VM;

void appendInt(std::string& out, int64_t v);
void appendUint(std::string& out, uint64_t v);
void appendHex(std::string& out, uint64_t v);  // 0x…
void appendFloat(std::string& out, double v);  // +1.500000e+000
void appendComplex(std::string& out, double re, double im);
void appendBytes(std::string& out, GoString s);
void appendIface(std::string& out, const Slot* v);
void appendSlice(std::string& out, const Slot* v);

// Each writes its value to standard error at once.
void printbool(VM* vm, bool v);
void printint(VM* vm, int64_t v);
void printuint(VM* vm, uint64_t v);
void printhex(VM* vm, uint64_t v);
void printfloat(VM* vm, double v);
void printcomplex(VM* vm, double re, double im);
void printstring(VM* vm, GoString s);
void printpointer(VM* vm, const void* p);
void printiface(VM* vm, const Slot* v);
void printslice(VM* vm, const Slot* v);

}  // namespace hood::rt
