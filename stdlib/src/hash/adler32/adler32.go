// Package adler32 is the checksum of zlib streams: RFC 1950.
package adler32

import (
	"errors"
	"hash"
)

// Size is the number of bytes of a checksum.
const Size = 4

const (
	mod = 65521 // the largest prime below 2^16
	// As many bytes as can be added up before the sums might not fit in 32 bits.
	longest = 5552
)

// digest is the state: the low half is the sum of the bytes and 1, the high half the sum of those sums.
type digest uint32

// New returns the checksum of nothing yet.
func New() hash.Hash32 {
	d := new(digest)
	d.Reset()
	return d
}

func (d *digest) Reset()         { *d = 1 }
func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 4 }
func (d *digest) Sum32() uint32  { return uint32(*d) }

func (d *digest) Write(p []byte) (int, error) {
	*d = update(*d, p)
	return len(p), nil
}

func (d *digest) Sum(b []byte) []byte {
	s := uint32(*d)
	return append(b, byte(s>>24), byte(s>>16), byte(s>>8), byte(s))
}

const magic = "adl\x01"

func (d *digest) MarshalBinary() ([]byte, error) { return d.Sum([]byte(magic)), nil }

func (d *digest) UnmarshalBinary(b []byte) error {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return errors.New("hash/adler32: invalid hash state identifier")
	}
	if len(b) != len(magic)+4 {
		return errors.New("hash/adler32: invalid hash state size")
	}
	b = b[len(magic):]
	*d = digest(b[0])<<24 | digest(b[1])<<16 | digest(b[2])<<8 | digest(b[3])
	return nil
}

func update(d digest, p []byte) digest {
	a, b := uint32(d&0xffff), uint32(d>>16)
	for len(p) > 0 {
		part := p
		if len(part) > longest {
			part = part[:longest]
		}
		p = p[len(part):]
		for _, c := range part {
			a += uint32(c)
			b += a
		}
		a %= mod
		b %= mod
	}
	return digest(b<<16 | a)
}

// Checksum returns the checksum of data.
func Checksum(data []byte) uint32 { return uint32(update(1, data)) }
