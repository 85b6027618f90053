package rand

import "sync"

// lockedSource is the Source of the package's functions, for all goroutines. Unless Seed is called it starts with a seed of
// its own in each run, which --seed replays; with GODEBUG=randautoseed=0 as if seeded with 1, as before Go 1.20. The state is
// made at first use.
type lockedSource struct {
	lock sync.Mutex
	rng  rngSource
}

// source returns the generator. REQUIRES: lock is held.
func (s *lockedSource) source() *rngSource {
	if s.rng.state == nil {
		s.rng.Seed(runtimeSeed())
	}
	return &s.rng
}

func (s *lockedSource) Int63() int64 {
	s.lock.Lock()
	x := s.source().Int63()
	s.lock.Unlock()
	return x
}

func (s *lockedSource) Uint64() uint64 {
	s.lock.Lock()
	x := s.source().Uint64()
	s.lock.Unlock()
	return x
}

func (s *lockedSource) Seed(seed int64) {
	s.lock.Lock()
	s.rng.Seed(seed)
	s.lock.Unlock()
}

// seedWith seeds and drops what r.Read has left.
func (s *lockedSource) seedWith(seed int64, r *Rand) {
	s.lock.Lock()
	s.rng.Seed(seed)
	r.readPos = 0
	s.lock.Unlock()
}

var global = New(new(lockedSource))

// Seed starts the sequence of seed for the package's functions.
func Seed(seed int64) { global.Seed(seed) }

// Int63 returns a number in [0, 1<<63).
func Int63() int64 { return global.Int63() }

// Uint32 returns a number in [0, 1<<32).
func Uint32() uint32 { return global.Uint32() }

// Uint64 returns a number in [0, 1<<64).
func Uint64() uint64 { return global.Uint64() }

// Int31 returns a number in [0, 1<<31).
func Int31() int32 { return global.Int31() }

// Int returns an int that is not negative.
func Int() int { return global.Int() }

// Int63n returns a number in [0, n). It panics if n <= 0.
func Int63n(n int64) int64 { return global.Int63n(n) }

// Int31n returns a number in [0, n). It panics if n <= 0.
func Int31n(n int32) int32 { return global.Int31n(n) }

// Intn returns a number in [0, n). It panics if n <= 0.
func Intn(n int) int { return global.Intn(n) }

// Float64 returns a number in [0, 1).
func Float64() float64 { return global.Float64() }

// Float32 returns a number in [0, 1).
func Float32() float32 { return global.Float32() }

// Perm returns a permutation of the numbers from 0 to n-1.
func Perm(n int) []int { return global.Perm(n) }

// Shuffle puts n elements, which swap exchanges, in random order. It panics if n < 0.
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }

// Read fills p with random bytes; it never fails.
func Read(p []byte) (n int, err error) { return global.Read(p) }

// NormFloat64 returns a normally distributed number with mean 0 and standard deviation 1.
func NormFloat64() float64 { return global.NormFloat64() }

// ExpFloat64 returns an exponentially distributed number with rate 1.
func ExpFloat64() float64 { return global.ExpFloat64() }
