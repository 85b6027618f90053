#include "vm/step_trace.h"

#include <fmt/format.h>

#include <algorithm>

#include "bytecode/disasm.h"
#include "vm/engine.h"
#include "vm/program.h"

namespace hood::vm {

using bytecode::kOpCount;
using bytecode::Op;

StepTrace::StepTrace(rt::Writer* out, bool count) : out_(out), counting_(count) {
  if (count) {
    counts_.assign(kOpCount, 0);
    pairs_.assign(size_t{kOpCount} * kOpCount, 0);
  }
}

void StepTrace::step(const Engine& engine, const rt::G* gp, const Word* pc, const rt::Slot* fp, Op op) {
  steps_++;
  if (counting_) {
    counts_[static_cast<size_t>(op)]++;
    pairs_[static_cast<size_t>(previous_) * kOpCount + static_cast<size_t>(op)]++;
    previous_ = op;
  }
  if (out_ == nullptr || op == Op::VmStub) return;  // a stub is no instruction of the program
  const Function* f = engine.program().functionAt(pc);
  out_->write(fmt::format("[{} {:5}] {}+{}: {}\n", gp->goid, fp - gp->stackLo, f ? f->name : "?", f ? pc - f->entry : 0,
                          bytecode::disasmWord(engine.originalWord(pc))));
}

std::string StepTrace::report(size_t rows) const {
  if (!counting_) return "";
  std::vector<std::pair<uint64_t, std::string>> lines;
  auto take = [&](std::string& out, const char* title) {
    std::sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    if (lines.size() > rows) lines.resize(rows);
    out += fmt::format("{} ({} instructions)\n", title, steps_);
    for (const auto& [n, name] : lines) {
      out += fmt::format("{:14} {:5.1f}%  {}\n", n, 100.0 * static_cast<double>(n) / static_cast<double>(steps_), name);
    }
    lines.clear();
  };
  std::string out;
  for (uint32_t i = 0; i < kOpCount; i++) {
    if (counts_[i]) lines.emplace_back(counts_[i], opName(static_cast<Op>(i)));
  }
  take(out, "opcodes");
  for (uint32_t i = 0; i < kOpCount * kOpCount; i++) {
    if (pairs_[i]) {
      lines.emplace_back(pairs_[i],
                         fmt::format("{} {}", opName(static_cast<Op>(i / kOpCount)), opName(static_cast<Op>(i % kOpCount))));
    }
  }
  take(out, "pairs");
  return out;
}

Op traceStep(const Engine* engine, rt::G* gp, const Word* pc, rt::Slot* fp) {
  Op op = engine->opAt(pc);
  engine->stepTrace()->step(*engine, gp, pc, fp, op);
  return op;
}

}  // namespace hood::vm
