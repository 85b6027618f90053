// A native's call window, read in the order of the Go declaration. Results stand first in it, then the
// parameters.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "runtime/core/native.h"
#include "runtime/lang/string.h"

namespace hood::stdlib {

using rt::G;
using rt::Outcome;
using rt::Slot;

// The parameters, taken one after the other.
class Params {
 public:
  Params(const Slot* w, int resultSlots) : next_(w + resultSlots) {}

  int64_t integer() { return next_++->i; }
  uint64_t bits() { return next_++->u; }
  double real() { return next_++->f; }
  bool boolean() { return next_++->u != 0; }

  std::string_view string() {
    std::string_view s = rt::view(rt::asString(next_));
    next_ += 2;
    return s;
  }

  // A []T, T without pointers.
  template <class T>
  std::span<T> slice() {
    std::span<T> s(static_cast<T*>(next_[0].p), static_cast<size_t>(next_[1].i));
    next_ += 3;
    return s;
  }

  // A []byte as text.
  std::string_view bytes() {
    std::span<const char> s = slice<const char>();
    return {s.data(), s.size()};
  }

 private:
  const Slot* next_;
};

inline Outcome returnInt(Slot* w, int64_t v) {
  w[0].i = v;
  return Outcome::Done;
}

inline Outcome returnBool(Slot* w, bool v) {
  w[0].u = v;
  return Outcome::Done;
}

inline Outcome returnString(G* gp, Slot* w, std::string_view s) {
  rt::putString(w, rt::gostring(gp, s));
  return Outcome::Done;
}

}  // namespace hood::stdlib
