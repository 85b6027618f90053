// Package crc32 is the 32-bit cyclic redundancy check, with any polynomial.
package crc32

import (
	"errors"
	"hash"
	"sync"
)

// Size is the number of bytes of a checksum.
const Size = 4

// Polynomials, the bit for x^31 first.
const (
	IEEE       = 0xedb88320 // Ethernet, gzip, png …
	Castagnoli = 0x82f63b78 // iSCSI; detects more errors
	Koopman    = 0xeb31d82e
)

// Table has the effect of one byte on the checksum.
type Table [256]uint32

func build(poly uint32) *Table {
	t := new(Table)
	for i := range t {
		crc := uint32(i)
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

// slicing has the effect of each byte of eight at once.
type slicing [8]Table

func buildSlicing(t *Table) *slicing {
	s := new(slicing)
	s[0] = *t
	for i := range t {
		crc := t[i]
		for k := 1; k < 8; k++ {
			crc = t[byte(crc)] ^ crc>>8
			s[k][i] = crc
		}
	}
	return s
}

// IEEETable is the table for IEEE.
var IEEETable = build(IEEE)

var (
	castagnoli     *Table
	ieee8, cast8   *slicing
	ieee8Once      sync.Once
	castagnoliOnce sync.Once
)

func initIEEE() { ieee8 = buildSlicing(IEEETable) }

func initCastagnoli() {
	castagnoli = build(Castagnoli)
	cast8 = buildSlicing(castagnoli)
}

// MakeTable returns the table for a polynomial, which must not be changed.
func MakeTable(poly uint32) *Table {
	switch poly {
	case IEEE:
		return IEEETable
	case Castagnoli:
		castagnoliOnce.Do(initCastagnoli)
		return castagnoli
	}
	return build(poly)
}

func simple(crc uint32, t *Table, p []byte) uint32 {
	crc = ^crc
	for _, b := range p {
		crc = t[byte(crc)^b] ^ crc>>8
	}
	return ^crc
}

func (s *slicing) update(crc uint32, p []byte) uint32 {
	crc = ^crc
	for len(p) >= 16 {
		crc ^= uint32(p[0]) | uint32(p[1])<<8 | uint32(p[2])<<16 | uint32(p[3])<<24
		crc = s[0][p[7]] ^ s[1][p[6]] ^ s[2][p[5]] ^ s[3][p[4]] ^
			s[4][crc>>24] ^ s[5][crc>>16&0xff] ^ s[6][crc>>8&0xff] ^ s[7][crc&0xff]
		p = p[8:]
	}
	return simple(^crc, &s[0], p)
}

// Update returns the checksum of what crc is the checksum of, followed by p.
func Update(crc uint32, tab *Table, p []byte) uint32 {
	switch {
	case tab == IEEETable:
		ieee8Once.Do(initIEEE)
		return ieee8.update(crc, p)
	case castagnoli != nil && tab == castagnoli:
		return cast8.update(crc, p)
	}
	return simple(crc, tab, p)
}

// Checksum returns the checksum of data.
func Checksum(data []byte, tab *Table) uint32 { return Update(0, tab, data) }

// ChecksumIEEE returns the checksum of data by the polynomial IEEE.
func ChecksumIEEE(data []byte) uint32 { return Update(0, IEEETable, data) }

type digest struct {
	crc uint32
	tab *Table
}

// New returns the checksum of nothing yet; NewIEEE the same for the polynomial IEEE.
func New(tab *Table) hash.Hash32 { return &digest{0, tab} }
func NewIEEE() hash.Hash32       { return New(IEEETable) }

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 1 }
func (d *digest) Reset()         { d.crc = 0 }
func (d *digest) Sum32() uint32  { return d.crc }

func (d *digest) Write(p []byte) (int, error) {
	d.crc = Update(d.crc, d.tab, p)
	return len(p), nil
}

func (d *digest) Sum(b []byte) []byte { return put(b, d.crc) }

func put(b []byte, x uint32) []byte { return append(b, byte(x>>24), byte(x>>16), byte(x>>8), byte(x)) }
func get(b []byte) uint32 {
	return uint32(b[0])<<24 | uint32(b[1])<<16 | uint32(b[2])<<8 | uint32(b[3])
}

// tableSum tells tables apart in a saved state.
func tableSum(t *Table) uint32 {
	var b []byte
	if t != nil {
		for _, x := range t {
			b = put(b, x)
		}
	}
	return ChecksumIEEE(b)
}

const magic = "crc\x01"

func (d *digest) MarshalBinary() ([]byte, error) {
	return put(put([]byte(magic), tableSum(d.tab)), d.crc), nil
}

func (d *digest) UnmarshalBinary(b []byte) error {
	switch {
	case len(b) < len(magic) || string(b[:len(magic)]) != magic:
		return errors.New("hash/crc32: invalid hash state identifier")
	case len(b) != len(magic)+8:
		return errors.New("hash/crc32: invalid hash state size")
	case tableSum(d.tab) != get(b[4:]):
		return errors.New("hash/crc32: tables do not match")
	}
	d.crc = get(b[8:])
	return nil
}
