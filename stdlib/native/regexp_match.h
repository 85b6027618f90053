// Matching of regular expressions: compiled programs of package regexp run over bytes. Linear in the text, whatever the
// expression.
// Mirrors:    src/regexp/backtrack.go, exec.go (Go 1.19).
// Differs:    the programs of Pike's machine can be left and resumed, so that long texts and readers come in pieces; which
//             bytes a match can begin with is known.
// Invariants: program and memory are Go's, without pointers into each other; nothing here allocates on the Go heap.
// Locks:      none: whoever calls owns the memory of the machine.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace hood::stdlib {

// regexp/syntax's InstOp.
enum class RegexpOp : uint32_t { Alt, AltMatch, Capture, EmptyWidth, Match, Fail, Nop, Rune, Rune1, RuneAny, RuneAnyNotNL };

// inst of package regexp.
struct RegexpInst {
  uint32_t op, out, arg;
  uint32_t first, count;  // its runes: one, or pairs of bounds
  uint32_t fold;          // the one rune stands for all of its cases
  uint64_t ascii[2];      // bit r: it takes the rune r
};

constexpr int64_t kRegexpHasFirst = 1, kRegexpLongest = 2, kRegexpAnchored = 4;

// program of package regexp.
struct RegexpProgram {
  const RegexpInst* insts;
  int64_t instCount, instCap;
  const int32_t* runes;
  int64_t runeCount, runeCap;
  const char* prefix;  // every match begins with it
  int64_t prefixLen;
  int64_t start;
  int64_t flags;
  uint64_t firstBytes[4];  // with kRegexpHasFirst: no match is empty, and each begins with one of these
};

// Fills in the bitmaps and firstBytes.
void regexpPrepare(RegexpProgram* p, RegexpInst* insts);

// The match that begins at `pos` or behind it; caps[2k], caps[2k+1]: bounds of group k, -1 if it took no part. `visited`:
// zero, a bit for each instruction and each position from `pos` to the end.
bool regexpBacktrack(const RegexpProgram& p, std::span<uint64_t> visited, std::string_view text, int64_t pos,
                     std::span<int64_t> caps);

// machine of package regexp: where Pike's machine stands. Its threads are in the words that it is called with.
struct RegexpMachine {
  int64_t pos;
  int64_t prev;     // the rune before pos, -1
  int64_t started;  // the words are set up
  int64_t matched;
  int64_t current;  // which of the two queues holds the threads at pos
};
enum class RegexpStatus : int64_t { More, Match, NoMatch };

size_t regexpWords(int64_t instCount, int64_t capCount);
// Runs over text[pos:]; More: `budget` positions were done, or all of the text and `eof` is false: more text may be appended.
RegexpStatus regexpRun(const RegexpProgram& p, RegexpMachine* m, std::span<int64_t> words, std::string_view text, bool eof,
                       int64_t budget, std::span<int64_t> caps);

}  // namespace hood::stdlib
