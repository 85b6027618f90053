package big

// A Word is a digit of a number: of base 2**64.
type Word uint

const (
	wordBits  = 64
	wordBytes = 8
)

// Natives, see native/nat.h. Vectors are as long as z, which may be one of the operands.
func addVV(z, x, y []Word) (carry Word)
func subVV(z, x, y []Word) (borrow Word)
func addVW(z, x []Word, y Word) (carry Word)
func subVW(z, x []Word, y Word) (borrow Word)
func shlVU(z, x []Word, s uint) (out Word)
func shrVU(z, x []Word, s uint) (out Word)
func mulAddVWW(z, x []Word, y, r Word) (carry Word)
func addMulVVW(z, x []Word, y Word) (carry Word)
func divWVW(z []Word, xn Word, x []Word, y Word) (rest Word)

// mulVV sets z, which is none of the operands, to x * y. REQUIRES: len(z) == len(x) + len(y), len(x) >= len(y) > 0.
func mulVV(z, x, y []Word)

// divRows sets q[j] for from > j >= to, words of u / v, and reduces u. REQUIRES: the top bit of v is set, len(v) >= 2.
func divRows(q, u, v []Word, from, to int)

// digits returns x in base 2 to 62, and destroys it.
func digits(x []Word, base int) string
