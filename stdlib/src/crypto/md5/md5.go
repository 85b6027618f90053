// Package md5 computes MD5 sums, RFC 1321. They are no protection: use them for old protocols only. Mirrors: src/crypto/md5 (Go 1.19).
package md5

import (
	"crypto"
	"encoding/binary"
	"errors"
	"hash"
)

func init() {
	crypto.RegisterHash(crypto.MD5, New)
}

// Sizes in bytes, of sums and blocks.
const (
	Size      = 16
	BlockSize = 64
)

var initial = [4]uint32{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476}

// digest is a sum being computed.
type digest struct {
	h   [4]uint32
	x   [BlockSize]byte // the start of a block
	nx  int             // how much of it
	len uint64
}

// block goes over whole blocks.
func block(h *[4]uint32, p []byte)

// Reset makes d the sum of nothing.
func (d *digest) Reset() { d.h, d.nx, d.len = initial, 0, 0 }

func (d *digest) Size() int { return Size }

// New returns a new hash of MD5.
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
func (d *digest) finish() (sum [16]byte) {
	bits := d.len << 3
	var pad [2 * BlockSize]byte
	pad[0] = 0x80
	n := BlockSize - int(d.len%BlockSize)
	if n < 9 {
		n += BlockSize
	}
	binary.LittleEndian.PutUint64(pad[n-8:], bits)

	d.Write(pad[:n])
	for i, w := range d.h {
		binary.LittleEndian.PutUint32(sum[i*4:], w)
	}
	return sum
}

// Sum returns the MD5 sum of data.
func Sum(data []byte) [Size]byte {
	d := digest{h: initial}
	d.Write(data)
	return d.finish()
}

// magic begins the binary form of a digest.
func (d *digest) magic() string { return "md5\x01" }

// stateSize is the length of the binary form: magic, words, the begun block, the length.
const stateSize = 4 + 16 + BlockSize + 8

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
		return errors.New("crypto/md5: invalid hash state identifier")
	}
	if len(b) != stateSize {
		return errors.New("crypto/md5: invalid hash state size")
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
