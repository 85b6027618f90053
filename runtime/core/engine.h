// Seam: what the runtime asks of the interpreter. Implemented by vm/engine.cc, faked in unit tests.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/core/value.h"

namespace hood::rt {

struct G;
struct M;
struct Type;

// Receives every slot that holds a live pointer.
struct PointerVisitor {
  virtual void slot(Slot* s) = 0;

 protected:
  ~PointerVisitor() = default;
};

// Judges the slots that auditStack() looks at.
struct StackAudit {
  // Whether it would be an error if the slot held a pointer: it looks like one to an object that is not marked.
  virtual bool suspicious(const Slot* s) = 0;
  // It is used as an address: `where` is describeSlot(), `use` the line and the instruction that does.
  virtual void missed(const Slot* s, const std::string& where, const std::string& use) = 0;

 protected:
  ~StackAudit() = default;
};

// One call as a person sees it: inlined calls count, generated wrappers do not.
struct CallSite {
  std::string function;
  std::string file;
  uint32_t line = 0;
  const void* pc = nullptr;     // within the instruction
  const void* entry = nullptr;  // of the function that holds it
  uint32_t inlineIndex = 0;     // among the calls at this pc, innermost first
  const void* fp = nullptr;     // of the frame, unless inlined
  const void* sp = nullptr;     // its end
};

// Why the interpreter gave a goroutine back to the scheduler.
enum class RunEnd : uint8_t {
  Parked,     // gopark() was called; schedule() finishes the park (status, unlock function)
  Yielded,    // wants the global queue
  Preempted,  // the trap word asked for it
  Exited,     // its function returned (or Goexit finished)
  Fatal,      // an unrecovered panic: the report is printed, the process ends with gp->m->vm->exitCode
};

struct Engine {
  // Runs gp from its saved pc until one of RunEnd. gp is bound to the calling M and its P.
  virtual RunEnd run(G* gp) = 0;
  // Prepares a new goroutine: gp->stack is allocated; pushes the frame of closure fn with `nargs` argument slots copied.
  virtual void prepare(G* gp, const Closure* fn, const Slot* args, uint32_t nargs) = 0;
  // Visits all live pointers of gp's frames, exactly. gp is not running.
  virtual void scanStack(G* gp, PointerVisitor& v) = 0;
  // Visits the pointers of module data (globals).
  virtual void scanGlobals(PointerVisitor& v) = 0;
  // Go-format stack dump of gp (without its header line), appended to out.
  virtual void traceback(G* gp, std::string& out) = 0;
  // "file:line" and function of a code address.
  virtual std::string funcName(const void* pc) = 0;
  // The calls of gp, innermost first, at most `limit`; and those at one code address.
  virtual std::vector<CallSite> callers(const G* gp, size_t limit) { return {}; }
  virtual std::vector<CallSite> sitesAt(const void* pc) { return {}; }
  // ---- for those who look into a goroutine at rest: verifier, heap views ----
  // Function, pc, line and number of a slot in one of gp's frames: "main.f+0x28 (prog.go:12), slot 3".
  virtual std::string describeSlot(const G* gp, const Slot* s) { return {}; }
  // Looks for slots that gp's pointer maps leave out although code ahead uses them as addresses. It asks the code, not the
  // compiler: a wrong map cannot hide behind itself.
  virtual void auditStack(const G* gp, StackAudit& a) {}
  // "main.cache.list" for an address within a global variable; "": it is in none.
  virtual std::string globalName(const void* p) { return {}; }
  // A code address in each frame of gp, innermost first: what sitesAt() is asked by. Returns how many there are, at most limit.
  virtual size_t callerPcs(const G* gp, const void** pcs, size_t limit) { return 0; }
  // Slots above gp->fp that any frame of gp may still use; ~0: unknown (then the stack does not shrink).
  virtual uint64_t frameSlots(const G* gp) { return ~uint64_t{0}; }
  // Where the interpreter goes on, in the same frame of C++, after its instruction at this address was refused memory: there it
  // calls panicFault() (runtime/lang/panic.h). nullptr: the address is not the interpreter's. Called by a signal handler.
  virtual const void* faultEntry(uintptr_t at) const { return nullptr; }
  // ---- code that is linked when it is first used ----
  // The type in a cell of a method table that is still tagged with kLazyType (type.h); see methodType().
  virtual Type* resolveType(Type** cell) { return *cell; }
  // The type of this identity (type_table.h) that the program has code for but nobody referred to yet, nullptr if it has
  // none; path is the package that most likely defines it.
  virtual Type* findType(std::string_view path, std::string_view identity) { return nullptr; }
  // Values of the type are about to be called through interfaces: what code there is for its methods is brought in.
  virtual void bringMethods(const Type* t) {}
  // The code address to call for Method::ifn, which the caller keeps in *at: a better one is stored there later.
  virtual const void* bindMethod(const void* code, const void** at) { return code; }
  virtual ~Engine() = default;
};

}  // namespace hood::rt
