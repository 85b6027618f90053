// Package math/big: the window side of nat.h. Lengths are those of z unless the Go declaration says otherwise.
#include "stdlib/native/nat.h"
#include "stdlib/native/window.h"

namespace hood::stdlib {

namespace {

Outcome returnWord(Slot* w, Word v) {
  w[0].u = v;
  return Outcome::Done;
}

}  // namespace

Outcome bigAddVV(G*, Slot* w) {
  Params in(w, 1);
  std::span<Word> z = in.slice<Word>(), x = in.slice<Word>(), y = in.slice<Word>();
  return returnWord(w, natAdd(z.data(), x.data(), y.data(), z.size()));
}

Outcome bigSubVV(G*, Slot* w) {
  Params in(w, 1);
  std::span<Word> z = in.slice<Word>(), x = in.slice<Word>(), y = in.slice<Word>();
  return returnWord(w, natSub(z.data(), x.data(), y.data(), z.size()));
}

Outcome bigAddVW(G*, Slot* w) {
  Params in(w, 1);
  std::span<Word> z = in.slice<Word>(), x = in.slice<Word>();
  return returnWord(w, natAddWord(z.data(), x.data(), z.size(), in.bits()));
}

Outcome bigSubVW(G*, Slot* w) {
  Params in(w, 1);
  std::span<Word> z = in.slice<Word>(), x = in.slice<Word>();
  return returnWord(w, natSubWord(z.data(), x.data(), z.size(), in.bits()));
}

Outcome bigShlVU(G*, Slot* w) {
  Params in(w, 1);
  std::span<Word> z = in.slice<Word>(), x = in.slice<Word>();
  return returnWord(w, natShiftLeft(z.data(), x.data(), z.size(), static_cast<unsigned>(in.bits())));
}

Outcome bigShrVU(G*, Slot* w) {
  Params in(w, 1);
  std::span<Word> z = in.slice<Word>(), x = in.slice<Word>();
  return returnWord(w, natShiftRight(z.data(), x.data(), z.size(), static_cast<unsigned>(in.bits())));
}

// func mulAddVWW(z, x []Word, y, r Word) (c Word)
Outcome bigMulAddVWW(G*, Slot* w) {
  Params in(w, 1);
  std::span<Word> z = in.slice<Word>(), x = in.slice<Word>();
  Word y = in.bits();
  return returnWord(w, natMulAddWord(z.data(), x.data(), z.size(), y, in.bits()));
}

// func addMulVVW(z, x []Word, y Word) (c Word)
Outcome bigAddMulVVW(G*, Slot* w) {
  Params in(w, 1);
  std::span<Word> z = in.slice<Word>(), x = in.slice<Word>();
  return returnWord(w, natAddMulWord(z.data(), x.data(), z.size(), in.bits()));
}

// func divWVW(z []Word, xn Word, x []Word, y Word) (r Word)
Outcome bigDivWVW(G*, Slot* w) {
  Params in(w, 1);
  std::span<Word> z = in.slice<Word>();
  Word high = in.bits();
  std::span<Word> x = in.slice<Word>();
  return returnWord(w, natDivWord(z.data(), x.data(), z.size(), in.bits(), high));
}

// func mulVV(z, x, y []Word)
Outcome bigMulVV(G*, Slot* w) {
  Params in(w, 0);
  std::span<Word> z = in.slice<Word>(), x = in.slice<Word>(), y = in.slice<Word>();
  natMul(z.data(), x.data(), x.size(), y.data(), y.size());
  return Outcome::Done;
}

// func divRows(q, u, v []Word, from, to int)
Outcome bigDivRows(G*, Slot* w) {
  Params in(w, 0);
  std::span<Word> q = in.slice<Word>(), u = in.slice<Word>(), v = in.slice<Word>();
  auto from = static_cast<size_t>(in.integer());
  natDivRows(q.data(), u.data(), v.data(), v.size(), from, static_cast<size_t>(in.integer()));
  return Outcome::Done;
}

// func digits(x []Word, base int) string
Outcome bigDigits(G* gp, Slot* w) {
  Params in(w, 2);
  std::span<Word> x = in.slice<Word>();
  return returnString(gp, w, natDigits(x.data(), x.size(), static_cast<unsigned>(in.integer())));
}

}  // namespace hood::stdlib
