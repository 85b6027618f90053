#include "vm/traceback.h"

#include <fmt/format.h>

#include "runtime/core/fault.h"
#include "runtime/core/vm.h"
#include "runtime/lang/panic.h"
#include "vm/engine.h"
#include "vm/program.h"
#include "vm/stack_map.h"

namespace hood::vm {
namespace {

constexpr size_t kMaxFrames = 100;  // as many as Go prints

std::string fileName(const Function& f, uint32_t file) { return std::string(f.image->file(file)); }

// Appends the calls that the word at pc belongs to. A wrapper is no call of the program, what was inlined into it is.
void addSites(const Function& f, const Word* pc, bool wrappers, std::vector<CallSite>* out) {
  bytecode::LineEntry e = Program::lineAt(f, pc);
  uint32_t file = e.file, line = e.line, index = 0;
  std::vector<bytecode::InlineFrame> inlines;
  if (e.inl != ~0u) inlines = f.image->inlines(f.index);
  for (uint32_t i = e.inl; i < inlines.size(); i = inlines[i].parent) {
    const bytecode::InlineFrame& x = inlines[i];
    out->push_back({x.name, fileName(f, file), line, pc, f.entry, index++});
    file = x.callFile;
    line = x.callLine;
  }
  if (!f.wrapper || wrappers) out->push_back({std::string(f.name), fileName(f, file), line, pc, f.entry, index});
}

ptrdiff_t offsetIn(const CallSite& s) {
  return static_cast<const char*>(s.pc) - static_cast<const char*>(s.entry) + static_cast<ptrdiff_t>(sizeof(Word));
}

// A panic that no deferred call is left to recover ends the program. It is reported from where it was raised: what ran
// since (preprintpanics) is left out.
bool isDying(const rt::G* gp) {
  if (gp->panicHead == nullptr || gp->panicHead->goexit) return false;
  for (const rt::Defer* d = gp->deferHead; d != nullptr; d = d->link) {
    if (d->started) return false;
  }
  return true;
}

std::vector<CallSite> callers(const Engine& engine, const rt::G* gp, size_t limit, bool wrappers) {
  const Program& program = engine.program();
  std::vector<CallSite> out;
  bool skipping = isDying(gp);
  FrameWalker walker(engine, gp);
  Frame frame;
  while (out.size() < limit && walker.next(&frame)) {
    if (skipping) {
      skipping = !frame.fn->contains(program.panicPc);
      continue;
    }
    size_t before = out.size();
    addSites(*frame.fn, frame.pc, wrappers, &out);
    if (out.size() == before) continue;
    out.back().fp = frame.fp;
    out.back().sp = frame.fp + frame.fn->frameSlots;
  }
  if (out.size() > limit) out.resize(limit);
  return out;
}

}  // namespace

std::vector<CallSite> callers(const Engine& engine, const rt::G* gp, size_t limit) {
  return callers(engine, gp, limit, false);
}

std::vector<CallSite> sitesAt(const Engine& engine, const Word* pc) {
  std::vector<CallSite> out;
  // The address of a wrapper means the wrapper; in a stack it is not shown.
  if (const Function* f = engine.program().functionAt(pc)) addSites(*f, pc, pc == f->entry, &out);
  return out;
}

void traceback(const Engine& engine, const rt::G* gp, std::string& out) {
  if (gp->pc == nullptr) return;
  // GOTRACEBACK=system: hood's own frames, too, and where frames lie. (Most of the runtime is not Go: it has none.)
  bool system = gp->vm->traceback.loadRelaxed() >= rt::TracebackLevel::System;  // any recent one will do
  std::vector<CallSite> sites = callers(engine, gp, kMaxFrames + 1, system);
  bool more = sites.size() > kMaxFrames;
  if (more) sites.resize(kMaxFrames);
  for (const CallSite& s : sites) {
    const Function* f = engine.program().functionAt(codeOf(s.pc));
    bool own = f && f->name == s.function && f->paramSlots == 0;
    bool noArgs = own || s.function == "main.main";  // main may live inside the wrapper that starts it
    out += fmt::format("{}({})\n\t{}:{} +{:#x}", s.function, noArgs ? "" : "...", s.file, s.line, offsetIn(s));
    if (system && s.fp != nullptr) out += fmt::format(" fp={} sp={} pc={}", s.fp, s.sp, s.pc);
    out += '\n';
  }
  if (more) out += "...additional frames elided...\n";
  if (gp->gopc == nullptr) return;
  const Word* pc = codeOf(gp->gopc);
  std::vector<CallSite> by = sitesAt(engine, pc);
  if (by.empty()) return;
  out += fmt::format("created by {} in goroutine {}\n\t{}:{} +{:#x}\n", by[0].function, gp->parentGoid, by[0].file,
                     by[0].line, offsetIn(by[0]));
}

}  // namespace hood::vm
