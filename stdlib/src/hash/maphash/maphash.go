// Package maphash is the hash function of hood's maps, for hash tables of one's own. It differs from run to run, and for
// each seed; it is not for cryptography.
package maphash

// Seed chooses one of the hash functions. The zero Seed is none.
type Seed struct {
	s uint64
}

// MakeSeed returns a new random seed.
func MakeSeed() Seed {
	for {
		if s := random(); s != 0 {
			return Seed{s}
		}
	}
}

// random returns random bits; rthash hashes b, whose bytes it does not keep.
func random() uint64
func rthash(seed uint64, b []byte) uint64
func hashString(seed uint64, s string) uint64

// blockSize is how much a Hash gathers before it mixes it in.
const blockSize = 128

// Bytes returns the hash of b, String that of s: what a Hash with that seed gives for the same bytes.
func Bytes(seed Seed, b []byte) uint64 {
	check(seed)
	state := seed.s
	for len(b) > blockSize {
		state = rthash(state, b[:blockSize])
		b = b[blockSize:]
	}
	return rthash(state, b)
}

func String(seed Seed, s string) uint64 {
	check(seed)
	state := seed.s
	for len(s) > blockSize {
		state = hashString(state, s[:blockSize])
		s = s[blockSize:]
	}
	return hashString(state, s)
}

func check(seed Seed) {
	if seed.s == 0 {
		panic("maphash: use of uninitialized Seed")
	}
}

// Hash hashes what is written to it. The zero Hash chooses a random seed when it is first used. It must not be copied.
type Hash struct {
	_     [0]func() // not comparable
	seed  Seed
	state Seed // of whole blocks
	buf   [blockSize]byte
	n     int
}

func (h *Hash) init() {
	if h.seed.s == 0 {
		h.SetSeed(MakeSeed())
	}
}

// Seed returns the seed, which another Hash may use.
func (h *Hash) Seed() Seed {
	h.init()
	return h.seed
}

// SetSeed starts again with a seed.
func (h *Hash) SetSeed(seed Seed) {
	check(seed)
	h.seed = seed
	h.state = seed
	h.n = 0
}

// Reset forgets what was written; the seed stays.
func (h *Hash) Reset() {
	h.init()
	h.state = h.seed
	h.n = 0
}

// flush mixes in a full buffer, once it is known that more follows.
func (h *Hash) flush() {
	if h.n == blockSize {
		h.state.s = rthash(h.state.s, h.buf[:])
		h.n = 0
	}
}

// Write never fails.
func (h *Hash) Write(b []byte) (int, error) {
	h.init()
	n := len(b)
	for len(b) > 0 {
		h.flush()
		k := copy(h.buf[h.n:], b)
		h.n += k
		b = b[k:]
	}
	return n, nil
}

// WriteString never fails.
func (h *Hash) WriteString(s string) (int, error) {
	h.init()
	n := len(s)
	for len(s) > 0 {
		h.flush()
		k := copy(h.buf[h.n:], s)
		h.n += k
		s = s[k:]
	}
	return n, nil
}

// WriteByte never fails.
func (h *Hash) WriteByte(b byte) error {
	h.init()
	h.flush()
	h.buf[h.n] = b
	h.n++
	return nil
}

// Sum64 returns the hash of what was written.
func (h *Hash) Sum64() uint64 {
	h.init()
	return rthash(h.state.s, h.buf[:h.n])
}

// Sum appends the hash to b.
func (h *Hash) Sum(b []byte) []byte {
	x := h.Sum64()
	for shift := 56; shift >= 0; shift -= 8 {
		b = append(b, byte(x>>uint(shift)))
	}
	return b
}

func (h *Hash) Size() int      { return 8 }
func (h *Hash) BlockSize() int { return blockSize }
