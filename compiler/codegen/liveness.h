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
  template <class T>
  std::vector<T> elements() const {
    std::vector<T> list;
    forEach([&](size_t i) { list.push_back(static_cast<T>(i)); });
    return list;
  }

 private:
  std::vector<uint64_t> words_;
};

// Only registers that are live from one block to another have bits: a large function has many blocks and many registers, but few of
// those.
class Liveness {
 public:
  Liveness() = default;
  explicit Liveness(const ir::Func& f);

  bool isLiveIn(const ir::Block& b, ir::RegId r) const { return test(in_[b.id], r); }
  bool isLiveOut(const ir::Block& b, ir::RegId r) const { return test(out_[b.id], r); }
  template <class F>
  void forEachLiveIn(const ir::Block& b, F&& f) const {
    in_[b.id].forEach([&](size_t k) { f(shared_[k]); });
  }
  template <class F>
  void forEachLiveOut(const ir::Block& b, F&& f) const {
    out_[b.id].forEach([&](size_t k) { f(shared_[k]); });
  }
  // Of all registers, for a walk through the block from its end.
  BitSet liveOut(const ir::Block& b) const { return all(out_[b.id]); }
  // Live in to the recover block: live everywhere.
  template <class F>
  void forEachPinned(F&& f) const {
    pinned_.forEach([&](size_t k) { f(shared_[k]); });
  }
  std::vector<ir::RegId> pinned() const { return all(pinned_).elements<ir::RegId>(); }

 private:
  static constexpr uint32_t kLocal = UINT32_MAX;

  bool test(const BitSet& s, ir::RegId r) const {  // registers may have been added meanwhile: they are local
    return r < bitOf_.size() && bitOf_[r] != kLocal && s.test(bitOf_[r]);
  }
  BitSet all(const BitSet& shared) const;
  void solve(const ir::Func& f);

  std::vector<uint32_t> bitOf_;     // by register
  std::vector<ir::RegId> shared_;   // by bit
  std::vector<BitSet> in_, out_;    // by block id
  std::vector<BitSet> gen_, kill_;  // while it is made
  BitSet pinned_;
};

}  // namespace hood::codegen
