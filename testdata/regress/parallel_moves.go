// hood: run
// The arguments of a call are moved into place all at once. Where they form a cycle, one value has to step aside first,
// and it must be one that another waits for: setting aside any other (here the slice, which comes last) frees nobody, and
// the compiler went on until the frame had no more slots. Found in math/big's nat.itoa.
package main

type nat []uint

const digits = "0123456789abcdef"

//go:noinline
func two(b uint) (uint, int) { return b * b, 2 }

//go:noinline
func (q nat) words(s []byte, b uint, ndigits int, bb uint, table []int) {
	println(len(q), len(s), b, ndigits, bb, len(table)) // err: 2 5 2 2 4 3
}

//go:noinline
func set(x nat) nat { return x }

//go:noinline
func div(a int, b uint, c int, d uint) []int { return make([]int, a+c-1) }

func (x nat) itoa(base int, i int) []byte {
	s := make([]byte, i)
	if b := uint(base); b == b&-b {
		shift := uint(tz(uint(b)))
		mask := uint(1<<shift - 1)
		w := x[0]
		for w != 0 {
			i--
			s[i] = digits[w&mask]
			w >>= shift
		}
		bb, ndigits := two(b)
		table := div(len(x), b, ndigits, bb)
		q := set(x)
		q.words(s, b, ndigits, bb, table)
	}
	return s[i:]
}

func tz(b uint) int { return int(b) - 1 }

func main() {
	println(string(nat{5, 2}.itoa(2, 5))) // err: 101
}
