// Package sha512 computes SHA-384, SHA-512, SHA-512/224 and SHA-512/256 sums, FIPS 180-4. Mirrors: src/crypto/sha512 (Go 1.19).
package sha512

import (
	"crypto"
	"encoding/binary"
	"errors"
	"hash"
)

func init() {
	crypto.RegisterHash(crypto.SHA512, New)
	crypto.RegisterHash(crypto.SHA384, New384)
	crypto.RegisterHash(crypto.SHA512_224, New512_224)
	crypto.RegisterHash(crypto.SHA512_256, New512_256)
}

// Sizes in bytes, of sums and blocks.
const (
	Size      = 64
	Size384   = 48
	Size224   = 28
	Size256   = 32
	BlockSize = 128
)

var initial = [8]uint64{0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179}

var initial384 = [8]uint64{0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17, 0x152fecd8f70e5939, 0x67332667ffc00b31, 0x8eb44a8768581511, 0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4}

var initial224 = [8]uint64{0x8c3d37c819544da2, 0x73e1996689dcd4d6, 0x1dfab7ae32ff9c82, 0x679dd514582f9fcf, 0x0f6d2b697bd44da8, 0x77e36f7304c48942, 0x3f9d85a86a1d36c8, 0x1112e6ad91d692a1}

var initial256 = [8]uint64{0x22312194fc2bf72c, 0x9f555fa3c84c64c2, 0x2393b86b6f53b151, 0x963877195940eabd, 0x96283ee2a88effe3, 0xbe5e1e2553863992, 0x2b0199fc2c85b8aa, 0x0eb72ddc81c52ca2}

// digest is a sum being computed.
type digest struct {
	h    [8]uint64
	x    [BlockSize]byte // the start of a block
	nx   int             // how much of it
	len  uint64
	kind crypto.Hash
}

// block goes over whole blocks.
func block(h *[8]uint64, p []byte)

func newDigest(kind crypto.Hash) *digest {
	d := &digest{kind: kind}
	d.Reset()
	return d
}

// Reset makes d the sum of nothing.
func (d *digest) Reset() {
	switch d.kind {
	case crypto.SHA384:
		d.h = initial384
	case crypto.SHA512_224:
		d.h = initial224
	case crypto.SHA512_256:
		d.h = initial256
	default:
		d.h = initial
	}
	d.nx, d.len = 0, 0
}

func (d *digest) Size() int { return d.kind.Size() }

// New returns a new hash of SHA-512.
func New() hash.Hash { return newDigest(crypto.SHA512) }

// New384 returns a new hash of SHA-384.
func New384() hash.Hash { return newDigest(crypto.SHA384) }

// New512_224 returns a new hash of SHA-512/224.
func New512_224() hash.Hash { return newDigest(crypto.SHA512_224) }

// New512_256 returns a new hash of SHA-512/256.
func New512_256() hash.Hash { return newDigest(crypto.SHA512_256) }

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
func (d *digest) finish() (sum [64]byte) {
	bits := d.len << 3
	var pad [2 * BlockSize]byte
	pad[0] = 0x80
	n := BlockSize - int(d.len%BlockSize)
	if n < 17 {
		n += BlockSize
	}
	binary.BigEndian.PutUint64(pad[n-8:], bits)
	binary.BigEndian.PutUint64(pad[n-16:], d.len>>61)
	d.Write(pad[:n])
	for i, w := range d.h {
		binary.BigEndian.PutUint64(sum[i*8:], w)
	}
	return sum
}

// Sum512 returns the SHA-512 sum of data.
func Sum512(data []byte) [Size]byte {
	d := digest{kind: crypto.SHA512}
	d.Reset()
	d.Write(data)
	sum := d.finish()
	return [Size]byte(sum[:Size])
}

// Sum384 returns the SHA-384 sum of data.
func Sum384(data []byte) [Size384]byte {
	d := digest{kind: crypto.SHA384}
	d.Reset()
	d.Write(data)
	sum := d.finish()
	return [Size384]byte(sum[:Size384])
}

// Sum512_224 returns the SHA-512/224 sum of data.
func Sum512_224(data []byte) [Size224]byte {
	d := digest{kind: crypto.SHA512_224}
	d.Reset()
	d.Write(data)
	sum := d.finish()
	return [Size224]byte(sum[:Size224])
}

// Sum512_256 returns the SHA-512/256 sum of data.
func Sum512_256(data []byte) [Size256]byte {
	d := digest{kind: crypto.SHA512_256}
	d.Reset()
	d.Write(data)
	sum := d.finish()
	return [Size256]byte(sum[:Size256])
}

// magic begins the binary form of a digest.
func (d *digest) magic() string {
	switch d.kind {
	case crypto.SHA384:
		return "sha\x04"
	case crypto.SHA512_224:
		return "sha\x05"
	case crypto.SHA512_256:
		return "sha\x06"
	}
	return "sha\x07"
}

// stateSize is the length of the binary form: magic, words, the begun block, the length.
const stateSize = 4 + 64 + BlockSize + 8

// MarshalBinary returns the state of d, for another process to go on with.
func (d *digest) MarshalBinary() ([]byte, error) {
	b := make([]byte, 0, stateSize)
	b = append(b, d.magic()...)
	for _, w := range d.h {
		b = binary.BigEndian.AppendUint64(b, w)
	}
	b = append(b, d.x[:d.nx]...)
	b = b[:len(b)+BlockSize-d.nx] // zeros
	return binary.BigEndian.AppendUint64(b, d.len), nil
}

// UnmarshalBinary sets d to a state that MarshalBinary gave.
func (d *digest) UnmarshalBinary(b []byte) error {
	if len(b) < 4 || string(b[:4]) != d.magic() {
		return errors.New("crypto/sha512: invalid hash state identifier")
	}
	if len(b) != stateSize {
		return errors.New("crypto/sha512: invalid hash state size")
	}
	b = b[4:]
	for i := range d.h {
		d.h[i] = binary.BigEndian.Uint64(b)
		b = b[8:]
	}
	copy(d.x[:], b)
	d.len = binary.BigEndian.Uint64(b[BlockSize:])
	d.nx = int(d.len % BlockSize)
	return nil
}
