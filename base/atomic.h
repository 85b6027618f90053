// Atomics without default memory orders: the order is part of each operation's name, so that a reader sees it at the use.
// Each use above relaxed names its partner in a comment; each relaxed use says why a stale value is fine.
#pragma once

#include <atomic>

namespace hood {

template <class T>
class Atomic {
 public:
  constexpr Atomic() = default;
  constexpr explicit Atomic(T v) : v_(v) {}
  Atomic(const Atomic&) = delete;
  Atomic& operator=(const Atomic&) = delete;

  T loadRelaxed() const { return v_.load(std::memory_order_relaxed); }
  T loadAcquire() const { return v_.load(std::memory_order_acquire); }
  T loadSeqCst() const { return v_.load(std::memory_order_seq_cst); }

  void storeRelaxed(T v) { v_.store(v, std::memory_order_relaxed); }
  void storeRelease(T v) { v_.store(v, std::memory_order_release); }
  void storeSeqCst(T v) { v_.store(v, std::memory_order_seq_cst); }

  T exchangeAcquire(T v) { return v_.exchange(v, std::memory_order_acquire); }
  T exchangeRelease(T v) { return v_.exchange(v, std::memory_order_release); }
  T exchangeAcqRel(T v) { return v_.exchange(v, std::memory_order_acq_rel); }
  T exchangeSeqCst(T v) { return v_.exchange(v, std::memory_order_seq_cst); }

  // Compare-and-swap; false leaves the value alone. The order of a failed attempt is relaxed.
  bool casAcquire(T expected, T desired) { return cas(expected, desired, std::memory_order_acquire); }
  bool casRelease(T expected, T desired) { return cas(expected, desired, std::memory_order_release); }
  bool casAcqRel(T expected, T desired) { return cas(expected, desired, std::memory_order_acq_rel); }
  bool casSeqCst(T expected, T desired) { return cas(expected, desired, std::memory_order_seq_cst); }
  bool casRelaxed(T expected, T desired) { return cas(expected, desired, std::memory_order_relaxed); }

  // Fetch-and-op: all return the value before.
  T fetchAddRelaxed(T d) { return v_.fetch_add(d, std::memory_order_relaxed); }
  T fetchAddSeqCst(T d) { return v_.fetch_add(d, std::memory_order_seq_cst); }
  T fetchAddAcqRel(T d) { return v_.fetch_add(d, std::memory_order_acq_rel); }
  T fetchSubAcqRel(T d) { return v_.fetch_sub(d, std::memory_order_acq_rel); }
  T fetchOrAcqRel(T d) { return v_.fetch_or(d, std::memory_order_acq_rel); }
  T fetchAndAcqRel(T d) { return v_.fetch_and(d, std::memory_order_acq_rel); }
  T fetchOrRelaxed(T d) { return v_.fetch_or(d, std::memory_order_relaxed); }

  // Adds without a locked instruction. REQUIRES one writer at a time; readers may be many.
  void addOwned(T d) { storeRelaxed(static_cast<T>(loadRelaxed() + d)); }

  // The cell itself, for futexes.
  const void* address() const { return &v_; }

 private:
  bool cas(T expected, T desired, std::memory_order order) {
    return v_.compare_exchange_strong(expected, desired, order, std::memory_order_relaxed);
  }
  std::atomic<T> v_{};
};

}  // namespace hood
