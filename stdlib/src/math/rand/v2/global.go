package rand

// runtimeRand draws from the runtime: with hood run --det from its stream of decisions.
func runtimeRand() uint64

type runtimeSource struct{}

func (runtimeSource) Uint64() uint64 { return runtimeRand() }

var global = Rand{runtimeSource{}}

type intType interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// N returns a number from 0 to n-1, of n's type. It panics if n <= 0.
func N[Int intType](n Int) Int {
	if n <= 0 {
		panic("invalid argument to N")
	}
	return Int(global.below(uint64(n)))
}

// Int64 is Rand.Int64.
func Int64() int64 { return global.Int64() }

// Uint32 is Rand.Uint32.
func Uint32() uint32 { return global.Uint32() }

// Uint64 is Rand.Uint64.
func Uint64() uint64 { return runtimeRand() }

// Uint64N is Rand.Uint64N.
func Uint64N(n uint64) uint64 { return global.Uint64N(n) }

// Uint32N is Rand.Uint32N.
func Uint32N(n uint32) uint32 { return global.Uint32N(n) }

// Int32 is Rand.Int32.
func Int32() int32 { return global.Int32() }

// Int is Rand.Int.
func Int() int { return global.Int() }

// Uint is Rand.Uint.
func Uint() uint { return global.Uint() }

// Int64N is Rand.Int64N.
func Int64N(n int64) int64 { return global.Int64N(n) }

// Int32N is Rand.Int32N.
func Int32N(n int32) int32 { return global.Int32N(n) }

// IntN is Rand.IntN.
func IntN(n int) int { return global.IntN(n) }

// UintN is Rand.UintN.
func UintN(n uint) uint { return global.UintN(n) }

// Float64 is Rand.Float64.
func Float64() float64 { return global.Float64() }

// Float32 is Rand.Float32.
func Float32() float32 { return global.Float32() }

// Perm is Rand.Perm.
func Perm(n int) []int { return global.Perm(n) }

// Shuffle is Rand.Shuffle.
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }

// NormFloat64 is Rand.NormFloat64.
func NormFloat64() float64 { return global.NormFloat64() }

// ExpFloat64 is Rand.ExpFloat64.
func ExpFloat64() float64 { return global.ExpFloat64() }
