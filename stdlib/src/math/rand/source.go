package rand

// The generator: x[n] = x[n-607] + x[n-273] (mod 2^64). The state is a ring of the last 607 numbers, walked
// downwards; feed is where the oldest is replaced by the next.

const (
	stateLen = 607
	stateTap = 273
)

// Source makes uniform numbers in [0, 1<<63).
type Source interface {
	Int63() int64
	Seed(seed int64)
}

// Source64 is a Source that also makes uniform numbers in [0, 1<<64).
type Source64 interface {
	Source
	Uint64() uint64
}

type rngSource struct {
	tap, feed int
	state     []uint64
}

// NewSource returns a Source for seed. It must not be used by several goroutines at once.
func NewSource(seed int64) Source {
	s := new(rngSource)
	s.Seed(seed)
	return s
}

func (s *rngSource) Seed(seed int64) {
	if s.state == nil {
		s.state = make([]uint64, stateLen)
	}
	s.tap = 0
	s.feed = stateLen - stateTap
	seedState(s.state, seed)
}

func (s *rngSource) Int63() int64 { return int64(s.Uint64() & (1<<63 - 1)) }

func (s *rngSource) Uint64() uint64 {
	s.tap--
	if s.tap < 0 {
		s.tap = stateLen - 1
	}
	s.feed--
	if s.feed < 0 {
		s.feed = stateLen - 1
	}
	x := s.state[s.feed] + s.state[s.tap]
	s.state[s.feed] = x
	return x
}
