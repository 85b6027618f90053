// Package sha256 computes SHA-224 and SHA-256 sums, FIPS 180-4. Mirrors: src/crypto/sha256 (Go 1.19).
package sha256

import (
	"crypto"
	"encoding/binary"
	"errors"
	"hash"
)

func init() {
	crypto.RegisterHash(crypto.SHA256, New)
	crypto.RegisterHash(crypto.SHA224, New224)
}

// Sizes in bytes, of sums and blocks.
const (
	Size      = 32
	Size224   = 28
	BlockSize = 64
)

var initial = [8]uint32{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}

var initial224 = [8]uint32{0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4}

// digest is a sum being computed.
type digest struct {
	h    [8]uint32
	x    [BlockSize]byte // the start of a block
	nx   int             // how much of it
	len  uint64
	kind crypto.Hash
}

// block goes over whole blocks.
func block(h *[8]uint32, p []byte)

func newDigest(kind crypto.Hash) *digest {
	d := &digest{kind: kind}
	d.Reset()
	return d
}

// Reset makes d the sum of nothing.
func (d *digest) Reset() {
	switch d.kind {
	case crypto.SHA224:
		d.h = initial224
	default:
		d.h = initial
	}
	d.nx, d.len = 0, 0
}

func (d *digest) Size() int { return d.kind.Size() }

// New returns a new hash of SHA-256.
func New() hash.Hash { return newDigest(crypto.SHA256) }

// New224 returns a new hash of SHA-224.
func New224() hash.Hash { return newDigest(crypto.SHA224) }

func (d *digest) BlockSize() int { return BlockSize }

// Write adds p to what is summed. It never fails.
func (d *digest) Write(p []byte) (n int, err error) {
	n = len(p)
	d.len += uint64(n)
	if d.nx > 0 {
		c := copy(d.x[d.nx:], p)
		d.nx += c
		p = p[c:]
		if d.nx < BlockSize {
			return n, nil
		}
		block(&d.h, d.x[:])
		d.nx = 0
	}
	if whole := len(p) &^ (BlockSize - 1); whole > 0 {
		block(&d.h, p[:whole])
		p = p[whole:]
	}
	d.nx = copy(d.x[:], p)
	return n, nil
}

// Sum appends the sum of what was written so far to in.
func (d *digest) Sum(in []byte) []byte {
	c := *d // writing may go on
	sum := c.finish()
	return append(in, sum[:d.Size()]...)
}

// finish pads: a one bit, zeros, and the length in bits at the end of a block.
func (d *digest) finish() (sum [32]byte) {
	bits := d.len << 3
	var pad [2 * BlockSize]byte
	pad[0] = 0x80
	n := BlockSize - int(d.len%BlockSize)
	if n < 9 {
		n += BlockSize
	}
	binary.BigEndian.PutUint64(pad[n-8:], bits)

	d.Write(pad[:n])
	for i, w := range d.h {
		binary.BigEndian.PutUint32(sum[i*4:], w)
	}
	return sum
}

// Sum256 returns the SHA-256 sum of data.
func Sum256(data []byte) [Size]byte {
	d := digest{kind: crypto.SHA256}
	d.Reset()
	d.Write(data)
	sum := d.finish()
	return [Size]byte(sum[:Size])
}

// Sum224 returns the SHA-224 sum of data.
func Sum224(data []byte) [Size224]byte {
	d := digest{kind: crypto.SHA224}
	d.Reset()
	d.Write(data)
	sum := d.finish()
	return [Size224]byte(sum[:Size224])
}

// magic begins the binary form of a digest.
func (d *digest) magic() string {
	switch d.kind {
	case crypto.SHA224:
		return "sha\x02"
	}
	return "sha\x03"
}

// stateSize is the length of the binary form: magic, words, the begun block, the length.
const stateSize = 4 + 32 + BlockSize + 8

// MarshalBinary returns the state of d, for another process to go on with.
func (d *digest) MarshalBinary() ([]byte, error) {
	b := make([]byte, 0, stateSize)
	b = append(b, d.magic()...)
	for _, w := range d.h {
		b = binary.BigEndian.AppendUint32(b, w)
	}
	b = append(b, d.x[:d.nx]...)
	b = b[:len(b)+BlockSize-d.nx] // zeros
	return binary.BigEndian.AppendUint64(b, d.len), nil
}

// UnmarshalBinary sets d to a state that MarshalBinary gave.
func (d *digest) UnmarshalBinary(b []byte) error {
	if len(b) < 4 || string(b[:4]) != d.magic() {
		return errors.New("crypto/sha256: invalid hash state identifier")
	}
	if len(b) != stateSize {
		return errors.New("crypto/sha256: invalid hash state size")
	}
	b = b[4:]
	for i := range d.h {
		d.h[i] = binary.BigEndian.Uint32(b)
		b = b[4:]
	}
	copy(d.x[:], b)
	d.len = binary.BigEndian.Uint64(b[BlockSize:])
	d.nx = int(d.len % BlockSize)
	return nil
}
