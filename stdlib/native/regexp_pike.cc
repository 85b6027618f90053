// Regular expressions over texts of any length: all ways at once, position by position (Pike's machine).
#include <algorithm>

#include "stdlib/native/regexp_common.h"

namespace hood::stdlib {

namespace {

constexpr int64_t kNoThread = -1;

// The words of a machine, cut up. A thread is a block of captures and the number of those who hold it.
struct Words {
  Words(std::span<int64_t> words, int64_t n, int64_t caps) : n(n), caps(caps), threads(2 * n + 2) {
    int64_t* w = words.data();
    for (int k = 0; k < 2; k++) {
      sparse[k] = take(&w, n);
      pcs[k] = take(&w, n);
      thread[k] = take(&w, n);
      size[k] = take(&w, 1);
    }
    stack = take(&w, 2 * (3 * n + 2));
    free = take(&w, threads);
    freeCount = take(&w, 1);
    holders = take(&w, threads);
    blocks = take(&w, threads * caps);
    best = take(&w, caps);
  }
  static int64_t* take(int64_t** w, int64_t count) {
    int64_t* p = *w;
    *w += count;
    return p;
  }
  int64_t n, caps, threads;
  int64_t *sparse[2], *pcs[2], *thread[2], *size[2];
  int64_t *stack, *free, *freeCount, *holders, *blocks, *best;
};

class Pike {
 public:
  Pike(const RegexpProgram& p, RegexpMachine* m, const Words& w, std::string_view text)
      : p_(p), m_(*m), w_(w), text_(text), longest_((p.flags & kRegexpLongest) != 0) {}

  void start() {
    for (int k = 0; k < 2; k++) {
      *w_.size[k] = 0;
      std::fill_n(w_.sparse[k], w_.n, 0);
    }
    for (int64_t k = 0; k < w_.threads; k++) w_.free[k] = k;
    *w_.freeCount = w_.threads;
    m_.prev = runeBefore(text_, m_.pos);
    m_.started = 1;
  }

  // wantsCaps: where the match is matters, not only that there is one.
  RegexpStatus run(bool eof, int64_t budget, bool wantsCaps) {
    auto size = static_cast<int64_t>(text_.size());
    for (; budget > 0; budget--) {
      if (*w_.size[m_.current] == 0) {
        if (m_.matched) return RegexpStatus::Match;
        if ((p_.flags & kRegexpAnchored) && m_.pos != 0) return RegexpStatus::NoMatch;
        if (!(p_.flags & kRegexpAnchored) && !skip(eof)) return eof ? RegexpStatus::NoMatch : RegexpStatus::More;
      }
      RuneAt r = runeAt(text_, m_.pos);
      // What follows the next rune decides too, so it must be there, or be the end.
      if (!eof && m_.pos + r.width >= size) return RegexpStatus::More;
      if (!m_.matched && (!(p_.flags & kRegexpAnchored) || m_.pos == 0)) begin(r.rune);
      step(r);
      if (m_.matched && !wantsCaps) return RegexpStatus::Match;
      if (r.width == 0) return m_.matched ? RegexpStatus::Match : RegexpStatus::NoMatch;
      m_.prev = r.rune;
      m_.pos += r.width;
      m_.current ^= 1;
    }
    return RegexpStatus::More;
  }

 private:
  // Nothing is under way: on to where a match may begin.
  bool skip(bool eof) {
    int64_t at = regexpCandidate(p_, text_, m_.pos);
    if (at == m_.pos) return true;
    if (at < 0) {
      if (eof) return false;
      return true;  // the text may go on with it
    }
    m_.pos = at;
    m_.prev = runeBefore(text_, at);
    return true;
  }

  int64_t* block(int64_t t) { return w_.blocks + t * w_.caps; }
  int64_t newThread() {
    int64_t t = w_.free[--*w_.freeCount];
    w_.holders[t] = 1;
    return t;
  }
  void release(int64_t t) {
    if (--w_.holders[t] == 0) w_.free[(*w_.freeCount)++] = t;
  }

  void begin(int32_t next) {
    int64_t t = newThread();
    std::fill_n(block(t), w_.caps, -1);
    block(t)[0] = m_.pos;
    add(static_cast<int>(m_.current), p_.start, m_.pos, emptyOps(static_cast<int32_t>(m_.prev), next), t);
    release(t);
  }

  bool insert(int q, int64_t pc) {
    int64_t at = w_.sparse[q][pc];
    if (at < *w_.size[q] && w_.pcs[q][at] == pc) return false;
    at = (*w_.size[q])++;
    w_.sparse[q][pc] = at;
    w_.pcs[q][at] = pc;
    w_.thread[q][at] = kNoThread;
    return true;
  }

  // Adds pc, and all that can be reached from it without taking a rune, to queue q. The caller keeps its hold on t.
  void add(int q, int64_t pc0, int64_t pos, uint32_t ops, int64_t t) {
    int64_t top = 0;
    auto push = [&](int64_t pc, int64_t restore) {
      w_.stack[2 * top] = pc;
      w_.stack[2 * top++ + 1] = restore;
    };
    push(pc0, kNoThread);
    while (top > 0) {
      int64_t pc = w_.stack[2 * --top], restore = w_.stack[2 * top + 1];
      if (restore != kNoThread) {
        release(t);
        t = restore;
        continue;
      }
      if (!insert(q, pc)) continue;
      const RegexpInst& i = p_.insts[pc];
      switch (static_cast<RegexpOp>(i.op)) {
        case RegexpOp::Alt:
        case RegexpOp::AltMatch: push(i.arg, kNoThread); [[fallthrough]];
        case RegexpOp::Nop: push(i.out, kNoThread); break;
        case RegexpOp::EmptyWidth:
          if ((i.arg & ~ops) == 0) push(i.out, kNoThread);
          break;
        case RegexpOp::Capture:
          if (i.arg >= 2 && i.arg < w_.caps) {
            int64_t copy = newThread();
            std::copy_n(block(t), w_.caps, block(copy));
            block(copy)[i.arg] = pos;
            push(0, t);
            t = copy;
          }
          push(i.out, kNoThread);
          break;
        case RegexpOp::Fail: break;
        default: w_.thread[q][w_.sparse[q][pc]] = t; w_.holders[t]++;
      }
    }
  }

  void step(RuneAt r) {
    int q = static_cast<int>(m_.current), next = q ^ 1;
    int64_t after = m_.pos + r.width;
    uint32_t ops = r.width == 0 ? 0 : emptyOps(r.rune, runeAt(text_, after).rune);
    int64_t count = *w_.size[q];
    bool cut = false;  // a better match than what the remaining threads can find
    for (int64_t k = 0; k < count; k++) {
      int64_t t = w_.thread[q][k];
      if (t == kNoThread) continue;
      const RegexpInst& i = p_.insts[w_.pcs[q][k]];
      if (!cut && !(longest_ && m_.matched && w_.best[0] < block(t)[0])) {
        if (static_cast<RegexpOp>(i.op) == RegexpOp::Match) {
          match(t);
          cut = !longest_;
        } else if (regexpTakes(p_, i, r.rune)) {
          add(next, i.out, after, ops, t);
        }
      }
      release(t);
    }
    *w_.size[q] = 0;
  }

  void match(int64_t t) {
    if (longest_ && m_.matched && w_.best[1] >= m_.pos && w_.best[0] <= block(t)[0]) return;
    std::copy_n(block(t), w_.caps, w_.best);
    w_.best[1] = m_.pos;
    m_.matched = 1;
  }

  const RegexpProgram& p_;
  RegexpMachine& m_;
  const Words& w_;
  std::string_view text_;
  bool longest_;
};

int64_t blockSize(int64_t capCount) { return std::max<int64_t>(2, capCount); }

}  // namespace

size_t regexpWords(int64_t n, int64_t capCount) {
  int64_t caps = blockSize(capCount), threads = 2 * n + 2;
  return static_cast<size_t>(2 * (3 * n + 1) + 2 * (3 * n + 2) + 2 * threads + 1 + (threads + 1) * caps);
}

RegexpStatus regexpRun(const RegexpProgram& p, RegexpMachine* m, std::span<int64_t> words, std::string_view text, bool eof,
                       int64_t budget, std::span<int64_t> caps) {
  Words w(words, p.instCount, blockSize(static_cast<int64_t>(caps.size())));
  Pike pike(p, m, w, text);
  if (!m->started) pike.start();
  RegexpStatus status = pike.run(eof, budget, !caps.empty());
  if (status == RegexpStatus::Match) std::copy_n(w.best, caps.size(), caps.begin());
  return status;
}

}  // namespace hood::stdlib
