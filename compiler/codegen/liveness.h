// Which registers are live where. Exact by control flow: a register is live when its present value may still be read.
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/ir/ir.h"

namespace hood::codegen {

class BitSet {
 public:
  explicit BitSet(size_t n = 0) : words_((n + 63) / 64) {}
  bool test(size_t i) const { return (words_[i / 64] >> (i % 64)) & 1; }
  void set(size_t i) { words_[i / 64] |= uint64_t{1} << (i % 64); }
  void reset(size_t i) { words_[i / 64] &= ~(uint64_t{1} << (i % 64)); }
  // this |= o; true if that changed it.
  bool merge(const BitSet& o) {
    uint64_t diff = 0;
    for (size_t i = 0; i < words_.size(); i++) {
      uint64_t w = words_[i] | o.words_[i];
      diff |= w ^ words_[i];
      words_[i] = w;
    }
    return diff != 0;
  }
  template <class F>
  void forEach(F&& f) const {
    for (size_t i = 0; i < words_.size(); i++)
      for (uint64_t w = words_[i]; w != 0; w &= w - 1) f(i * 64 + static_cast<size_t>(__builtin_ctzll(w)));
  }

 private:
  std::vector<uint64_t> words_;
};

struct Liveness {
  std::vector<BitSet> liveIn, liveOut;  // by block id
  BitSet pinned;                        // live-in of the recover block: live everywhere
};

Liveness computeLiveness(const ir::Func& f);

}  // namespace hood::codegen
