// Package sha1 computes SHA-1 sums, RFC 3174. They are no protection: use them for old protocols only. Mirrors: src/crypto/sha1 (Go 1.19).
package sha1

import (
	"crypto"
	"encoding/binary"
	"errors"
	"hash"
)

func init() {
	crypto.RegisterHash(crypto.SHA1, New)
}

// Sizes in bytes, of sums and blocks.
const (
	Size      = 20
	BlockSize = 64
)

var initial = [5]uint32{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0}

// digest is a sum being computed.
type digest struct {
	h   [5]uint32
	x   [BlockSize]byte // the start of a block
	nx  int             // how much of it
	len uint64
}

// block goes over whole blocks.
func block(h *[5]uint32, p []byte)

// Reset makes d the sum of nothing.
func (d *digest) Reset() { d.h, d.nx, d.len = initial, 0, 0 }

func (d *digest) Size() int { return Size }

// New returns a new hash of SHA-1.
func New() hash.Hash {
	d := &digest{}
	d.Reset()
	return d
}

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
func (d *digest) finish() (sum [20]byte) {
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

// ConstantTimeSum is Sum in a time that does not tell how much was written: package crypto/tls asks for it, because who listens to
// old protocols must not learn the length of a message. Always two blocks; masks choose what is in them, and which of them counts.
func (d *digest) ConstantTimeSum(in []byte) []byte {
	const lengthAt = BlockSize - 8
	var length [8]byte
	binary.BigEndian.PutUint64(length[:], d.len<<3)
	fits := byte((d.nx - lengthAt) >> 63) // all ones: the length has room in the begun block

	var first, second [BlockSize]byte
	for i := range first {
		first[i] = d.x[i]&byte((i-d.nx)>>63) | 0x80&^byte((i-d.nx)>>63|(d.nx-i)>>63)
	}
	for i, b := range length {
		first[lengthAt+i] |= b & fits
		second[lengthAt+i] = b
	}
	one := d.h
	block(&one, first[:])
	two := one
	block(&two, second[:])
	short := uint32(int32(int8(fits)))
	for i := range one {
		in = binary.BigEndian.AppendUint32(in, one[i]&short|two[i]&^short)
	}
	return in
}

// Sum returns the SHA-1 sum of data.
func Sum(data []byte) [Size]byte {
	d := digest{h: initial}
	d.Write(data)
	return d.finish()
}

// magic begins the binary form of a digest.
func (d *digest) magic() string { return "sha\x01" }

// stateSize is the length of the binary form: magic, words, the begun block, the length.
const stateSize = 4 + 20 + BlockSize + 8

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
		return errors.New("crypto/sha1: invalid hash state identifier")
	}
	if len(b) != stateSize {
		return errors.New("crypto/sha1: invalid hash state size")
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
