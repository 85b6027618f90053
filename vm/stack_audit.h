// Who looks into a goroutine's frames: what a slot is called, and whether a pointer map misses one.
// Mirrors:    nothing in Go, which trusts its compiler; CoreCLR's GC stress and SpiderMonkey's verifiers do as much. Book: 8.8.
// Differs:    liveness is computed again from the bytecode: along the code ahead a slot that is used as an address before it is
//             written holds a live pointer, whatever the map says.
// Invariants: never reports a slot that the code ahead does not use so. Slots whose use is not plain (handed to natives, stored in parts) are
//             not judged.
// Locks:      none: the goroutine is at rest.
// Try:        hood run --set breakstackmap=20 --set gcverify=1 testdata/ch08_gc/broken_stack_map.go
#pragma once

#include <string>

#include "runtime/core/engine.h"

namespace hood::vm {

class Engine;

std::string describeSlot(const Engine& engine, const rt::G* gp, const rt::Slot* s);
void auditStack(const Engine& engine, const rt::G* gp, rt::StackAudit& a);

}  // namespace hood::vm
