// Goroutine dumps in Go's format.
// Mirrors:    src/runtime/traceback.go. Book: 7.4.
// Differs:    arguments are not printed: "(...)" stands for them, as Go prints for inlined calls.
#pragma once

#include <string>
#include <vector>

#include "runtime/core/engine.h"
#include "runtime/sched/g.h"
#include "vm/frame.h"

namespace hood::vm {

class Engine;

using rt::CallSite;

// The calls of gp, innermost first, at most `limit`.
std::vector<CallSite> callers(const Engine& engine, const rt::G* gp, size_t limit);
// The calls at one code address (several when inlined), innermost first.
std::vector<CallSite> sitesAt(const Engine& engine, const Word* pc);
void traceback(const Engine& engine, const rt::G* gp, std::string& out);

}  // namespace hood::vm
