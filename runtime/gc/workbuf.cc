// Work queues.
// Mirrors:    src/runtime/mgcwork.go. Book: 8.3.
// Differs:    see workbuf.h.
// Invariants: see workbuf.h.
// Locks:      see workbuf.h.

#include "runtime/gc/workbuf.h"

#include <cstring>
#include <utility>

namespace hood::rt {

void WorkPool::putFull(Workbuf* b) {
  LockGuard guard(lock_);
  b->next = full_;
  full_ = b;
  nfull_.addOwned(1);
}

Workbuf* WorkPool::tryGetFull() {
  if (!hasFull()) return nullptr;
  LockGuard guard(lock_);
  Workbuf* b = full_;
  if (b == nullptr) return nullptr;
  full_ = b->next;
  nfull_.addOwned(-1);
  return b;
}

Workbuf* WorkPool::getEmpty() {
  LockGuard guard(lock_);
  Workbuf* b = empty_;
  if (b != nullptr) {
    empty_ = b->next;
  } else {
    b = bufs_.alloc();
    HOOD_CHECK(b != nullptr);  // no memory for marking
  }
  b->next = nullptr;
  return b;
}

void WorkPool::putEmpty(Workbuf* b) {
  HOOD_ASSERT(b->n == 0);
  LockGuard guard(lock_);
  b->next = empty_;
  empty_ = b;
}

void GcWork::putSlow(WorkPool& pool) {
  if (wbuf1_ == nullptr) {
    wbuf1_ = pool.getEmpty();
    wbuf2_ = pool.getEmpty();
    return;
  }
  std::swap(wbuf1_, wbuf2_);
  if (wbuf1_->n != Workbuf::kSize) return;
  pool.putFull(wbuf1_);
  flushedWork_ = true;
  wbuf1_ = pool.getEmpty();
}

bool GcWork::getSlow(WorkPool& pool) {
  if (wbuf1_ != nullptr) {
    std::swap(wbuf1_, wbuf2_);
    if (wbuf1_->n != 0) return true;
  }
  Workbuf* b = pool.tryGetFull();
  if (b == nullptr) return false;
  if (wbuf1_ == nullptr) {
    wbuf2_ = pool.getEmpty();
  } else {
    pool.putEmpty(wbuf1_);
  }
  wbuf1_ = b;
  return true;
}

void GcWork::balance(WorkPool& pool) {
  if (wbuf1_ == nullptr) return;
  if (wbuf2_->n != 0) {
    pool.putFull(wbuf2_);
    wbuf2_ = pool.getEmpty();
  } else if (wbuf1_->n > 4) {
    Workbuf* half = pool.getEmpty();
    uint32_t n = wbuf1_->n / 2;
    wbuf1_->n -= n;
    std::memcpy(half->obj, wbuf1_->obj + wbuf1_->n, n * sizeof(GreyObject));
    half->n = n;
    pool.putFull(half);
  } else {
    return;
  }
  flushedWork_ = true;
}

void GcWork::dispose(WorkPool& pool) {
  for (Workbuf** b : {&wbuf1_, &wbuf2_}) {
    if (*b == nullptr) continue;
    if ((*b)->n != 0) {
      pool.putFull(*b);
      flushedWork_ = true;
    } else {
      pool.putEmpty(*b);
    }
    *b = nullptr;
  }
}

}  // namespace hood::rt
