// Roots: where the collector starts.
// Mirrors:    src/runtime/mgcmark.go (markroot). Book: 8.4.
// Differs:    subsystems that keep Go pointers outside of the heap register a function; there is no other list to keep in step.
// Invariants: every Go pointer that lives outside of the heap, module data and frames is reachable by a row of the table.
// Locks:      rows are added while the VM starts; read in a stopped world.
#pragma once

#include <vector>

#include "runtime/core/engine.h"

namespace hood::rt {

struct VM;

struct RootTable {
  struct Row {
    const char* name;  // as the verifier prints it
    void (*scan)(VM* vm, PointerVisitor& v);
  };
  std::vector<Row> rows;
  void add(const char* name, void (*scan)(VM*, PointerVisitor&)) { rows.push_back({name, scan}); }
};

// Visits every root slot: module data, goroutines (frames, deferred calls, panics), the rows of the table.
// where(name, id) is called before the slots of each part: id is the goroutine's, or 0.
struct RootListener {
  virtual void where(const char* name, uint64_t id) = 0;

 protected:
  ~RootListener() = default;
};
void visitRoots(VM* vm, PointerVisitor& v, RootListener* listener);

}  // namespace hood::rt
