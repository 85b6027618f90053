// Package rand makes pseudo-random numbers. The package's functions draw from the runtime, differently in every run; a Rand
// of a seeded Source draws always the same. None of it is for secrets. Mirrors: src/math/rand/v2 (Go 1.23).
package rand

import "math/bits"

// A Source gives 64 random bits at a time. It is not for several goroutines.
type Source interface {
	Uint64() uint64
}

// A Rand draws numbers of many kinds from a Source.
type Rand struct {
	src Source
}

// New returns a Rand of src.
func New(src Source) *Rand { return &Rand{src: src} }

// Int64 returns a number from 0 to 2**63 - 1.
func (r *Rand) Int64() int64 { return int64(r.src.Uint64() &^ (1 << 63)) }

// Uint32 returns any uint32.
func (r *Rand) Uint32() uint32 { return uint32(r.src.Uint64() >> 32) }

// Uint64 returns any uint64.
func (r *Rand) Uint64() uint64 { return r.src.Uint64() }

// Int32 returns a number from 0 to 2**31 - 1.
func (r *Rand) Int32() int32 { return int32(r.src.Uint64() >> 33) }

// Int returns an int that is not negative.
func (r *Rand) Int() int { return int(uint(r.src.Uint64()) << 1 >> 1) }

// Uint returns any uint.
func (r *Rand) Uint() uint { return uint(r.src.Uint64()) }

// Int64N returns a number from 0 to n-1. It panics if n <= 0.
func (r *Rand) Int64N(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int64N")
	}
	return int64(r.below(uint64(n)))
}

// Uint64N returns a number from 0 to n-1. It panics if n is 0.
func (r *Rand) Uint64N(n uint64) uint64 {
	if n == 0 {
		panic("invalid argument to Uint64N")
	}
	return r.below(n)
}

// below returns a number from 0 to n-1: the upper half of a product with n, unless the lower half falls where some results
// would come once more than others (Lemire).
func (r *Rand) below(n uint64) uint64 {
	if n == uint64(uint32(n)) {
		return uint64(r.below32(uint32(n)))
	}
	if n&(n-1) == 0 {
		return r.Uint64() & (n - 1)
	}
	hi, lo := bits.Mul64(r.Uint64(), n)
	if lo < n {
		for uneven := -n % n; lo < uneven; {
			hi, lo = bits.Mul64(r.Uint64(), n)
		}
	}
	return hi
}

func (r *Rand) below32(n uint32) uint32 {
	if n&(n-1) == 0 {
		return uint32(r.Uint64()) & (n - 1)
	}
	product := uint64(r.Uint32()) * uint64(n)
	if uint32(product) < n {
		for uneven := -n % n; uint32(product) < uneven; {
			product = uint64(r.Uint32()) * uint64(n)
		}
	}
	return uint32(product >> 32)
}

// Int32N returns a number from 0 to n-1. It panics if n <= 0.
func (r *Rand) Int32N(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int32N")
	}
	return int32(r.below(uint64(n)))
}

// Uint32N returns a number from 0 to n-1. It panics if n is 0.
func (r *Rand) Uint32N(n uint32) uint32 {
	if n == 0 {
		panic("invalid argument to Uint32N")
	}
	return uint32(r.below(uint64(n)))
}

// IntN returns a number from 0 to n-1. It panics if n <= 0.
func (r *Rand) IntN(n int) int {
	if n <= 0 {
		panic("invalid argument to IntN")
	}
	return int(r.below(uint64(n)))
}

// UintN returns a number from 0 to n-1. It panics if n is 0.
func (r *Rand) UintN(n uint) uint {
	if n == 0 {
		panic("invalid argument to UintN")
	}
	return uint(r.below(uint64(n)))
}

// Float64 returns a number from 0 up to but without 1.
func (r *Rand) Float64() float64 { return float64(r.Uint64()<<11>>11) / (1 << 53) }

// Float32 returns a number from 0 up to but without 1.
func (r *Rand) Float32() float32 { return float32(r.Uint32()<<8>>8) / (1 << 24) }

// Perm returns the numbers from 0 to n-1 in random order.
func (r *Rand) Perm(n int) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	r.Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })
	return p
}

// Shuffle puts n things in random order by swapping two at a time. It panics if n < 0.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		swap(i, int(r.below(uint64(i+1))))
	}
}
