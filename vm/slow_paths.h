// Cold and bulky halves of opcodes: what would bloat the loop. They run on the interpreter's thread between two
// instructions, never re-enter it, and report failure by Outcome::Panic with gp->panicking set.
#pragma once

#include <cstdint>
#include <cstring>

#include "bytecode/instr.h"
#include "runtime/core/outcome.h"
#include "runtime/core/type.h"
#include "runtime/core/value.h"
#include "runtime/lang/string.h"
#include "vm/frame.h"

namespace hood::rt {
struct G;
struct Hiter;
}  // namespace hood::rt

namespace hood::vm {
class Engine;
class Program;
}  // namespace hood::vm

namespace hood::vm::slow {

using rt::G;
using rt::Outcome;
using rt::Slot;

// ---- values ----
inline bool stringEqual(const Slot* a, const Slot* b) { return rt::stringEqual(rt::asString(a), rt::asString(b)); }
// Copies n bytes of memory to slots; the rest of the last slot is zero. The bytes may be those of the slots: an array that
// stays where it is. So they are copied before the rest is cleared.
inline void loadBytes(Slot* dst, const void* src, uint64_t n) {
  std::memmove(dst, src, n);
  if (n % 8) std::memset(reinterpret_cast<char*>(dst) + n, 0, 8 - n % 8);
}
Outcome valueEqual(G* gp, const rt::Type* t, const Slot* a, const Slot* b, bool* equal);
double floorF(double x);
double ceilF(double x);
double truncF(double x);
double fmaF(double x, double y, double z);
uint64_t floatToUint(double x);
void divC(Slot* out, const Slot* n, const Slot* m);

// ---- slicing: operands are decoded from the instruction ----
Outcome sliceSlice(G* gp, Slot* fp, const Word* pc);
Outcome sliceString(G* gp, Slot* fp, const Word* pc);
Outcome sliceArray(G* gp, Slot* fp, const Word* pc);
Outcome panicIndex(G* gp, const Word* pc, int64_t i, int64_t n);
Outcome sliceToArray(G* gp, uint64_t length, Slot* out, const Slot* s);

// ---- interfaces, maps ----
Outcome assertInterface(G* gp, Slot* fp, const Word* pc);
// Advances the iterator; true: key and value are in out, each at its own slots.
bool mapNext(G* gp, const rt::Type* mapType, rt::Hiter* it, Slot* out);

// ---- control ----
// panic(v): notes the value to raise.
void gopanic(G* gp, const Slot* v);
// Executes the Loop instruction at pc without polling; where to go on.
const Word* loopStep(bytecode::Op op, const Word* pc, Slot* fp);
// A stub's function: linked, its caller patched (linker.h). linked: the same for any address where a frame at fp goes on.
const Word* enterStub(Engine& engine, const Word* stub, const Slot* fp);
const Word* linked(Engine& engine, const Word* pc, const Slot* fp);
// The first slot above the frame at fp of the function that holds pc.
const Slot* frameTop(const Program& program, const Word* pc, const Slot* fp);
// Makes room for `slots` more from `at` on (and the guard); returns where `at` is now, and moves gp->fp along.
Slot* ensureStack(G* gp, Slot* at, size_t slots);
// Outcome::Call: pushes the frame of runtime.reflectcall; gp->pc and gp->fp say where to go on.
void enterBridge(const Program& program, G* gp);
void bridgeResults(G* gp, Slot* bridge);

}  // namespace hood::vm::slow
