// Package crc64 is the 64-bit cyclic redundancy check, with any polynomial.
package crc64

import (
	"errors"
	"hash"
)

// Size is the number of bytes of a checksum.
const Size = 8

// Polynomials, the bit for x^63 first.
const (
	ISO  = 0xd800000000000000 // HDLC
	ECMA = 0xc96c5795d7870f42 // magnetic tape
)

// Table has the effect of one byte on the checksum.
type Table [256]uint64

func build(poly uint64) *Table {
	t := new(Table)
	for i := range t {
		crc := uint64(i)
		for k := 0; k < 8; k++ {
			if crc&1 != 0 {
				crc = crc>>1 ^ poly
			} else {
				crc >>= 1
			}
		}
		t[i] = crc
	}
	return t
}

var iso, ecma = build(ISO), build(ECMA)

// MakeTable returns the table for a polynomial, which must not be changed.
func MakeTable(poly uint64) *Table {
	switch poly {
	case ISO:
		return iso
	case ECMA:
		return ecma
	}
	return build(poly)
}

// Update returns the checksum of what crc is the checksum of, followed by p.
func Update(crc uint64, tab *Table, p []byte) uint64 {
	crc = ^crc
	for _, b := range p {
		crc = tab[byte(crc)^b] ^ crc>>8
	}
	return ^crc
}

// Checksum returns the checksum of data.
func Checksum(data []byte, tab *Table) uint64 { return Update(0, tab, data) }

type digest struct {
	crc uint64
	tab *Table
}

// New returns the checksum of nothing yet.
func New(tab *Table) hash.Hash64 { return &digest{0, tab} }

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 1 }
func (d *digest) Reset()         { d.crc = 0 }
func (d *digest) Sum64() uint64  { return d.crc }

func (d *digest) Write(p []byte) (int, error) {
	d.crc = Update(d.crc, d.tab, p)
	return len(p), nil
}

func (d *digest) Sum(b []byte) []byte { return put(b, d.crc) }

func put(b []byte, x uint64) []byte {
	for shift := 56; shift >= 0; shift -= 8 {
		b = append(b, byte(x>>uint(shift)))
	}
	return b
}

func get(b []byte) (x uint64) {
	for _, c := range b[:8] {
		x = x<<8 | uint64(c)
	}
	return x
}

// tableSum tells tables apart in a saved state.
func tableSum(t *Table) uint64 {
	var b []byte
	if t != nil {
		for _, x := range t {
			b = put(b, x)
		}
	}
	return Checksum(b, iso)
}

const magic = "crc\x02"

func (d *digest) MarshalBinary() ([]byte, error) {
	return put(put([]byte(magic), tableSum(d.tab)), d.crc), nil
}

func (d *digest) UnmarshalBinary(b []byte) error {
	switch {
	case len(b) < len(magic) || string(b[:len(magic)]) != magic:
		return errors.New("hash/crc64: invalid hash state identifier")
	case len(b) != len(magic)+16:
		return errors.New("hash/crc64: invalid hash state size")
	case tableSum(d.tab) != get(b[4:]):
		return errors.New("hash/crc64: tables do not match")
	}
	d.crc = get(b[12:])
	return nil
}
