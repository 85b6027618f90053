// Arithmetic of natural numbers, little-endian vectors of 64-bit words: the leaves of package math/big.
// Mirrors:    src/math/big/arith.go, nat.go (Go 1.19).
// Differs:    whole products and rows of quotients are leaves, not only the loops over one vector.
// Invariants: results may be written over operands of the same start, except where said otherwise.
// Locks:      none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace hood::stdlib {

using Word = uint64_t;

Word natAdd(Word* z, const Word* x, const Word* y, size_t n);          // z = x + y, returns the carry
Word natSub(Word* z, const Word* x, const Word* y, size_t n);          // z = x - y, returns the borrow
Word natAddWord(Word* z, const Word* x, size_t n, Word y);             // z = x + y
Word natSubWord(Word* z, const Word* x, size_t n, Word y);             // z = x - y
Word natMulAddWord(Word* z, const Word* x, size_t n, Word y, Word r);  // z = x*y + r
Word natAddMulWord(Word* z, const Word* x, size_t n, Word y);          // z += x*y
Word natSubMulWord(Word* z, const Word* x, size_t n, Word y);          // z -= x*y
Word natShiftLeft(Word* z, const Word* x, size_t n, unsigned s);       // z = x << s, 0 <= s < 64
Word natShiftRight(Word* z, const Word* x, size_t n, unsigned s);      // z = x >> s
Word natDivWord(Word* z, const Word* x, size_t n, Word y, Word r);     // z = (r:x) / y, returns the remainder

// z = x * y. REQUIRES: z has m + n words and overlaps neither; m >= n >= 1.
void natMul(Word* z, const Word* x, size_t m, const Word* y, size_t n);

// Words q[j] of the quotient u / v for from > j >= to, with u reduced accordingly: Knuth's algorithm D.
// REQUIRES: v has n >= 2 words and its top bit set; u has n + from words at least, those above less than v.
void natDivRows(Word* q, Word* u, const Word* v, size_t n, size_t from, size_t to);

// The digits of x in base 2..62, lower case before upper case; x is destroyed.
std::string natDigits(Word* x, size_t n, unsigned base);

}  // namespace hood::stdlib
