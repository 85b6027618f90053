package rand

import (
	"encoding/binary"
	"errors"
)

// A ChaCha8 is a generator that is also hard to predict: the cipher of Bernstein with 8 rounds. Its output and its binary
// form are Go's.
type ChaCha8 struct {
	buf   [32]uint64
	seed  [4]uint64
	at    int    // in buf
	end   int    // how much of buf is output
	count uint32 // of the block in buf

	// What Read has left of a number: readLen bytes at the end.
	readBuf [8]byte
	readLen int
}

const (
	blocksAtOnce = 4  // a call of chachaBlock makes so many
	lastBlock    = 16 // then the seed changes, so that what came before cannot be computed
	reseedWords  = 4
)

// chachaBlock fills buf from the seed and the number of the first block.
func chachaBlock(seed *[4]uint64, buf *[32]uint64, counter uint32)

// NewChaCha8 returns a ChaCha8 with this seed.
func NewChaCha8(seed [32]byte) *ChaCha8 {
	c := new(ChaCha8)
	c.Seed(seed)
	return c
}

// Seed starts anew.
func (c *ChaCha8) Seed(seed [32]byte) {
	for i := range c.seed {
		c.seed[i] = binary.LittleEndian.Uint64(seed[8*i:])
	}
	c.count, c.at, c.end, c.readLen = 0, 0, len(c.buf), 0
	chachaBlock(&c.seed, &c.buf, 0)
}

// Uint64 returns 64 random bits.
func (c *ChaCha8) Uint64() uint64 {
	if c.at >= c.end {
		c.refill()
	}
	c.at++
	return c.buf[c.at-1]
}

func (c *ChaCha8) refill() {
	c.count += blocksAtOnce
	if c.count == lastBlock {
		copy(c.seed[:], c.buf[len(c.buf)-reseedWords:])
		c.count = 0
	}
	chachaBlock(&c.seed, &c.buf, c.count)
	c.at, c.end = 0, len(c.buf)
	if c.count == lastBlock-blocksAtOnce {
		c.end -= reseedWords
	}
}

// Read fills p with random bytes. It never fails.
func (c *ChaCha8) Read(p []byte) (n int, err error) {
	if c.readLen > 0 {
		n = copy(p, c.readBuf[len(c.readBuf)-c.readLen:])
		c.readLen -= n
		p = p[n:]
	}
	for len(p) >= 8 {
		binary.LittleEndian.PutUint64(p, c.Uint64())
		p = p[8:]
		n += 8
	}
	if len(p) > 0 {
		binary.LittleEndian.PutUint64(c.readBuf[:], c.Uint64())
		n += copy(p, c.readBuf[:])
		c.readLen = 8 - len(p)
	}
	return n, nil
}

var errChaCha8 = errors.New("invalid ChaCha8 encoding")

// MarshalBinary returns the state.
func (c *ChaCha8) MarshalBinary() ([]byte, error) {
	var b []byte
	if c.readLen > 0 {
		b = append(append(b, "readbuf:"...), byte(c.readLen))
		b = append(b, c.readBuf[len(c.readBuf)-c.readLen:]...)
	}
	b = append(b, "chacha8:"...)
	b = binary.BigEndian.AppendUint64(b, uint64(c.count/blocksAtOnce)*uint64(len(c.buf))+uint64(c.at))
	for _, w := range c.seed {
		b = binary.LittleEndian.AppendUint64(b, w)
	}
	return b, nil
}

// UnmarshalBinary sets the state that MarshalBinary gave.
func (c *ChaCha8) UnmarshalBinary(data []byte) error {
	c.readLen = 0
	if len(data) > 8 && string(data[:8]) == "readbuf:" {
		n := int(data[8])
		if n > 8 || len(data) < 9+n {
			return errChaCha8
		}
		c.readLen = n
		copy(c.readBuf[8-n:], data[9:9+n])
		data = data[9+n:]
	}
	if len(data) != 6*8 || string(data[:8]) != "chacha8:" {
		return errChaCha8
	}
	used := binary.BigEndian.Uint64(data[8:])
	if used > lastBlock/blocksAtOnce*uint64(len(c.buf))-reseedWords {
		return errChaCha8
	}
	for i := range c.seed {
		c.seed[i] = binary.LittleEndian.Uint64(data[16+8*i:])
	}
	c.count = blocksAtOnce * uint32(used/uint64(len(c.buf)))
	chachaBlock(&c.seed, &c.buf, c.count)
	c.at, c.end = int(used%uint64(len(c.buf))), len(c.buf)
	if c.count == lastBlock-blocksAtOnce {
		c.end -= reseedWords
	}
	return nil
}
