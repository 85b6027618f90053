// Memory whose addresses never change while it grows: what others read without a lock while the linker adds to it.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/atomic.h"
#include "base/check.h"

namespace hood::vm {

// Address space that is reserved at once and committed by use. One thread at a time allocates.
class Space {
 public:
  explicit Space(size_t reserveBytes);
  Space(const Space&) = delete;
  Space& operator=(const Space&) = delete;
  ~Space();

  // n zeroed bytes; ends the process when the space is full.
  uint8_t* alloc(size_t n, size_t align);
  // The same from the far end downwards.
  uint8_t* allocBack(size_t n, size_t align);
  uint8_t* begin() const { return base_; }
  uint8_t* end() const { return base_ + used_; }
  bool contains(const void* p) const { return p >= base_ && p < base_ + size_; }
  size_t left() const { return size_ - used_ - back_; }

 private:
  uint8_t* base_;
  size_t used_ = 0, back_ = 0, size_;
};

// An array that only grows, in a space of its own. One thread at a time appends; any number read meanwhile.
template <class T>
class AppendArray {
 public:
  explicit AppendArray(size_t most) : space_(most * sizeof(T)) {}

  T* push(const T& v) {
    T* at = new (space_.alloc(sizeof(T), alignof(T))) T(v);
    // order: release publishes *at; pairs with the acquire in size().
    size_.storeRelease(size_.loadRelaxed() + 1);  // only appenders write it
    return at;
  }
  // order: acquire pairs with the release in push(): all elements below are whole.
  size_t size() const { return size_.loadAcquire(); }
  T& operator[](size_t i) const { return begin()[i]; }
  T* begin() const { return reinterpret_cast<T*>(space_.begin()); }
  T* end() const { return begin() + size(); }

 private:
  Space space_;
  Atomic<size_t> size_{0};
};

}  // namespace hood::vm
