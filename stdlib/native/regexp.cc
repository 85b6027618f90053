// Package regexp: the window side of regexp_match.h.
#include "stdlib/native/regexp_match.h"

#include "stdlib/native/window.h"

namespace hood::stdlib {

// func prepare(p *program)
Outcome regexpPrepareProgram(G*, Slot* w) {
  auto* p = static_cast<RegexpProgram*>(w[0].p);
  regexpPrepare(p, const_cast<RegexpInst*>(p->insts));
  return Outcome::Done;
}

// func backtrack(p *program, visited []uint64, text string, pos int, caps []int) bool
Outcome regexpBacktrackText(G*, Slot* w) {
  Params in(w, 2);
  std::span<uint64_t> visited = in.slice<uint64_t>();
  std::string_view text = in.string();
  int64_t pos = in.integer();
  return returnBool(w, regexpBacktrack(*static_cast<RegexpProgram*>(w[1].p), visited, text, pos, in.slice<int64_t>()));
}

// func machineWords(insts, caps int) int
Outcome regexpMachineWords(G*, Slot* w) { return returnInt(w, static_cast<int64_t>(regexpWords(w[1].i, w[2].i))); }

// func run(p *program, m *machine, words []int, text string, eof bool, budget int, caps []int) int
Outcome regexpRunMachine(G*, Slot* w) {
  Params in(w, 3);
  std::span<int64_t> words = in.slice<int64_t>();
  std::string_view text = in.string();
  bool eof = in.boolean();
  int64_t budget = in.integer();
  RegexpStatus status = regexpRun(*static_cast<RegexpProgram*>(w[1].p), static_cast<RegexpMachine*>(w[2].p), words, text,
                                  eof, budget, in.slice<int64_t>());
  return returnInt(w, static_cast<int64_t>(status));
}

}  // namespace hood::stdlib
