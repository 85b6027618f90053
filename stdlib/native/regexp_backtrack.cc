// Regular expressions over short texts: depth first, each (instruction, position) at most once. And what both matchers need.
#include <algorithm>
#include <vector>

#include "stdlib/native/regexp_common.h"

namespace hood::stdlib {

int32_t runeBefore(std::string_view text, int64_t pos) {
  if (pos <= 0) return -1;
  int64_t start = pos - 1;
  while (start > 0 && pos - start < 4 && (static_cast<uint8_t>(text[static_cast<size_t>(start)]) & 0xC0) == 0x80) start--;
  for (; start < pos; start++) {
    DecodedRune d = decodeRune(text.substr(static_cast<size_t>(start), static_cast<size_t>(pos - start)));
    if (start + d.width == pos) return d.rune;
  }
  return kRuneError;
}

bool regexpTakesWide(const RegexpProgram& p, const RegexpInst& i, int32_t r) {
  auto op = static_cast<RegexpOp>(i.op);
  if (op == RegexpOp::RuneAny) return true;
  if (op == RegexpOp::RuneAnyNotNL) return r != '\n';
  const int32_t* runes = p.runes + i.first;
  if (i.count == 1) {
    if (r == runes[0]) return true;
    if (!i.fold) return false;
    for (int32_t other = simpleFold(runes[0]); other != runes[0]; other = simpleFold(other))
      if (other == r) return true;
    return false;
  }
  size_t lo = 0, hi = i.count / 2;
  while (lo < hi) {
    size_t mid = (lo + hi) / 2;
    if (r < runes[2 * mid]) {
      hi = mid;
    } else if (r > runes[2 * mid + 1]) {
      lo = mid + 1;
    } else {
      return true;
    }
  }
  return false;
}

namespace {

bool takesRunes(uint32_t op) { return static_cast<RegexpOp>(op) >= RegexpOp::Rune; }

// Adds the bytes that can be first on the ways from pc; false: one of them needs no byte.
bool addFirst(RegexpProgram* p, uint32_t start) {
  std::vector<bool> seen(static_cast<size_t>(p->instCount));
  std::vector<uint32_t> todo = {start};
  while (!todo.empty()) {
    uint32_t pc = todo.back();
    todo.pop_back();
    if (seen[pc]) continue;
    seen[pc] = true;
    const RegexpInst& i = p->insts[pc];
    switch (static_cast<RegexpOp>(i.op)) {
      case RegexpOp::Match: return false;
      case RegexpOp::Fail: break;
      case RegexpOp::Alt:
      case RegexpOp::AltMatch: todo.push_back(i.arg); [[fallthrough]];
      case RegexpOp::Capture:
      case RegexpOp::EmptyWidth:
      case RegexpOp::Nop: todo.push_back(i.out); break;
      default: {
        p->firstBytes[0] |= i.ascii[0];
        p->firstBytes[1] |= i.ascii[1];
        bool narrow = i.count > 0 && i.fold == 0 && p->runes[i.first + i.count - 1] < 0x80;
        if (!narrow) p->firstBytes[2] = p->firstBytes[3] = ~uint64_t{0};
      }
    }
  }
  return true;
}

class Backtracker {
 public:
  Backtracker(const RegexpProgram& p, std::span<uint64_t> visited, std::string_view text, int64_t base,
              std::span<int64_t> caps)
      : p_(p),
        visited_(visited),
        text_(text),
        base_(base),
        width_(static_cast<int64_t>(text.size()) - base + 1),
        best_(caps),
        caps_(caps.size() > 2 ? caps.size() : 2, -1),
        longest_((p.flags & kRegexpLongest) != 0) {}

  bool from(int64_t pos) {
    caps_.assign(caps_.size(), -1);
    caps_[0] = pos;
    jobs_.push_back({p_.start, pos});
    while (!jobs_.empty()) {
      Job j = jobs_.back();
      jobs_.pop_back();
      if (j.pc < 0) {
        caps_[static_cast<size_t>(-j.pc)] = j.pos;
      } else if (follow(j.pc, j.pos)) {
        jobs_.clear();
        return true;
      }
    }
    return matched_;
  }

 private:
  // pc < 0: put the old value of capture -pc back.
  struct Job {
    int64_t pc, pos;
  };

  bool visit(int64_t pc, int64_t pos) {
    auto bit = static_cast<uint64_t>(pc * width_ + (pos - base_));
    uint64_t& word = visited_[bit / 64];
    uint64_t mask = uint64_t{1} << (bit % 64);
    bool fresh = (word & mask) == 0;
    word |= mask;
    return fresh;
  }

  // One way through the program; true: nothing better can come.
  bool follow(int64_t pc, int64_t pos) {
    while (visit(pc, pos)) {
      const RegexpInst& i = p_.insts[pc];
      switch (static_cast<RegexpOp>(i.op)) {
        case RegexpOp::Alt:
        case RegexpOp::AltMatch: jobs_.push_back({i.arg, pos}); break;
        case RegexpOp::Nop: break;
        case RegexpOp::Capture:
          if (i.arg < caps_.size() && i.arg >= 2) {
            jobs_.push_back({-static_cast<int64_t>(i.arg), caps_[i.arg]});
            caps_[i.arg] = pos;
          }
          break;
        case RegexpOp::EmptyWidth:
          if ((i.arg & ~emptyOps(runeBefore(text_, pos), runeAt(text_, pos).rune)) != 0) return false;
          break;
        case RegexpOp::Match: return match(pos);
        case RegexpOp::Fail: return false;
        default: {
          RuneAt r = runeAt(text_, pos);
          if (!regexpTakes(p_, i, r.rune)) return false;
          pos += r.width;
        }
      }
      pc = i.out;
    }
    return false;
  }

  bool match(int64_t pos) {
    if (matched_ && pos <= end_) return false;
    matched_ = true;
    end_ = pos;
    caps_[1] = pos;
    std::copy_n(caps_.begin(), best_.size(), best_.begin());
    return !longest_ || pos == static_cast<int64_t>(text_.size());
  }

  const RegexpProgram& p_;
  std::span<uint64_t> visited_;
  std::string_view text_;
  int64_t base_, width_;
  std::span<int64_t> best_;
  std::vector<int64_t> caps_;
  std::vector<Job> jobs_;
  bool longest_, matched_ = false;
  int64_t end_ = -1;
};

}  // namespace

void regexpPrepare(RegexpProgram* p, RegexpInst* insts) {
  for (int64_t k = 0; k < p->instCount; k++) {
    RegexpInst& i = insts[k];
    if (!takesRunes(i.op)) continue;
    for (int32_t r = 0; r < 0x80; r++)
      if (regexpTakesWide(*p, i, r)) i.ascii[r >> 6] |= uint64_t{1} << (r & 63);
  }
  if (addFirst(p, static_cast<uint32_t>(p->start))) p->flags |= kRegexpHasFirst;
}

int64_t regexpCandidate(const RegexpProgram& p, std::string_view text, int64_t pos) {
  auto size = static_cast<int64_t>(text.size());
  if (p.prefixLen > 0) {
    if (size - pos < p.prefixLen) return -1;
    const void* at = memmem(text.data() + pos, static_cast<size_t>(size - pos), p.prefix, static_cast<size_t>(p.prefixLen));
    return at == nullptr ? -1 : static_cast<const char*>(at) - text.data();
  }
  if ((p.flags & kRegexpHasFirst) == 0) return pos;
  for (; pos < size; pos++) {
    auto c = static_cast<uint8_t>(text[static_cast<size_t>(pos)]);
    if (p.firstBytes[c >> 6] >> (c & 63) & 1) return pos;
  }
  return -1;
}

bool regexpBacktrack(const RegexpProgram& p, std::span<uint64_t> visited, std::string_view text, int64_t pos,
                     std::span<int64_t> caps) {
  Backtracker b(p, visited, text, pos, caps);
  if (p.flags & kRegexpAnchored) return pos == 0 && b.from(pos);
  auto size = static_cast<int64_t>(text.size());
  while (pos <= size) {
    int64_t at = regexpCandidate(p, text, pos);
    if (at < 0) return false;
    if (b.from(at)) return true;
    pos = at + std::max(1, runeAt(text, at).width);
  }
  return false;
}

}  // namespace hood::stdlib
