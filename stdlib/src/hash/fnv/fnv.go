// Package fnv has the hash functions FNV-1 and FNV-1a of Fowler, Noll and Vo: multiply by a prime and mix in a byte, or
// the other way round.
package fnv

import (
	"errors"
	"hash"
	"math/bits"
)

const (
	offset32 = 2166136261
	offset64 = 14695981039346656037
	prime32  = 16777619
	prime64  = 1099511628211

	offset128High = 0x6c62272e07bb0142
	offset128Low  = 0x62b821756295c58d
	prime128Low   = 0x13b
	prime128Shift = 24 // the other bit is 2^(64+24)
)

type (
	sum32   uint32
	sum32a  uint32
	sum64   uint64
	sum64a  uint64
	sum128  [2]uint64 // high, low
	sum128a [2]uint64
)

func New32() hash.Hash32 {
	s := sum32(offset32)
	return &s
}

func New32a() hash.Hash32 {
	s := sum32a(offset32)
	return &s
}

func New64() hash.Hash64 {
	s := sum64(offset64)
	return &s
}

func New64a() hash.Hash64 {
	s := sum64a(offset64)
	return &s
}

func New128() hash.Hash { return &sum128{offset128High, offset128Low} }

func New128a() hash.Hash { return &sum128a{offset128High, offset128Low} }

func (s *sum32) Reset()   { *s = offset32 }
func (s *sum32a) Reset()  { *s = offset32 }
func (s *sum64) Reset()   { *s = offset64 }
func (s *sum64a) Reset()  { *s = offset64 }
func (s *sum128) Reset()  { *s = sum128{offset128High, offset128Low} }
func (s *sum128a) Reset() { *s = sum128a{offset128High, offset128Low} }

func (s *sum32) Sum32() uint32  { return uint32(*s) }
func (s *sum32a) Sum32() uint32 { return uint32(*s) }
func (s *sum64) Sum64() uint64  { return uint64(*s) }
func (s *sum64a) Sum64() uint64 { return uint64(*s) }

func (s *sum32) Write(p []byte) (int, error) {
	h := *s
	for _, c := range p {
		h = h*prime32 ^ sum32(c)
	}
	*s = h
	return len(p), nil
}

func (s *sum32a) Write(p []byte) (int, error) {
	h := *s
	for _, c := range p {
		h = (h ^ sum32a(c)) * prime32
	}
	*s = h
	return len(p), nil
}

func (s *sum64) Write(p []byte) (int, error) {
	h := *s
	for _, c := range p {
		h = h*prime64 ^ sum64(c)
	}
	*s = h
	return len(p), nil
}

func (s *sum64a) Write(p []byte) (int, error) {
	h := *s
	for _, c := range p {
		h = (h ^ sum64a(c)) * prime64
	}
	*s = h
	return len(p), nil
}

// times returns the product with the prime 2^88 + 0x13b.
func times(high, low uint64) (uint64, uint64) {
	h, l := bits.Mul64(prime128Low, low)
	return h + low<<prime128Shift + prime128Low*high, l
}

func (s *sum128) Write(p []byte) (int, error) {
	for _, c := range p {
		s[0], s[1] = times(s[0], s[1])
		s[1] ^= uint64(c)
	}
	return len(p), nil
}

func (s *sum128a) Write(p []byte) (int, error) {
	for _, c := range p {
		s[1] ^= uint64(c)
		s[0], s[1] = times(s[0], s[1])
	}
	return len(p), nil
}

func (s *sum32) Size() int   { return 4 }
func (s *sum32a) Size() int  { return 4 }
func (s *sum64) Size() int   { return 8 }
func (s *sum64a) Size() int  { return 8 }
func (s *sum128) Size() int  { return 16 }
func (s *sum128a) Size() int { return 16 }

func (s *sum32) BlockSize() int   { return 1 }
func (s *sum32a) BlockSize() int  { return 1 }
func (s *sum64) BlockSize() int   { return 1 }
func (s *sum64a) BlockSize() int  { return 1 }
func (s *sum128) BlockSize() int  { return 1 }
func (s *sum128a) BlockSize() int { return 1 }

func put32(b []byte, x uint32) []byte {
	return append(b, byte(x>>24), byte(x>>16), byte(x>>8), byte(x))
}
func put64(b []byte, x uint64) []byte { return put32(put32(b, uint32(x>>32)), uint32(x)) }

func get(b []byte) (x uint64) {
	for _, c := range b {
		x = x<<8 | uint64(c)
	}
	return x
}

func (s *sum32) Sum(b []byte) []byte   { return put32(b, uint32(*s)) }
func (s *sum32a) Sum(b []byte) []byte  { return put32(b, uint32(*s)) }
func (s *sum64) Sum(b []byte) []byte   { return put64(b, uint64(*s)) }
func (s *sum64a) Sum(b []byte) []byte  { return put64(b, uint64(*s)) }
func (s *sum128) Sum(b []byte) []byte  { return put64(put64(b, s[0]), s[1]) }
func (s *sum128a) Sum(b []byte) []byte { return put64(put64(b, s[0]), s[1]) }

// A saved state is four bytes that tell which function it is of, and the sum.
const (
	magic32   = "fnv\x01"
	magic32a  = "fnv\x02"
	magic64   = "fnv\x03"
	magic64a  = "fnv\x04"
	magic128  = "fnv\x05"
	magic128a = "fnv\x06"
)

func (s *sum32) MarshalBinary() ([]byte, error)   { return s.Sum([]byte(magic32)), nil }
func (s *sum32a) MarshalBinary() ([]byte, error)  { return s.Sum([]byte(magic32a)), nil }
func (s *sum64) MarshalBinary() ([]byte, error)   { return s.Sum([]byte(magic64)), nil }
func (s *sum64a) MarshalBinary() ([]byte, error)  { return s.Sum([]byte(magic64a)), nil }
func (s *sum128) MarshalBinary() ([]byte, error)  { return s.Sum([]byte(magic128)), nil }
func (s *sum128a) MarshalBinary() ([]byte, error) { return s.Sum([]byte(magic128a)), nil }

// saved returns the sum in a saved state.
func saved(b []byte, magic string, size int) ([]byte, error) {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return nil, errors.New("hash/fnv: invalid hash state identifier")
	}
	if len(b) != len(magic)+size {
		return nil, errors.New("hash/fnv: invalid hash state size")
	}
	return b[len(magic):], nil
}

func (s *sum32) UnmarshalBinary(b []byte) error {
	b, err := saved(b, magic32, 4)
	if err == nil {
		*s = sum32(get(b))
	}
	return err
}

func (s *sum32a) UnmarshalBinary(b []byte) error {
	b, err := saved(b, magic32a, 4)
	if err == nil {
		*s = sum32a(get(b))
	}
	return err
}

func (s *sum64) UnmarshalBinary(b []byte) error {
	b, err := saved(b, magic64, 8)
	if err == nil {
		*s = sum64(get(b))
	}
	return err
}

func (s *sum64a) UnmarshalBinary(b []byte) error {
	b, err := saved(b, magic64a, 8)
	if err == nil {
		*s = sum64a(get(b))
	}
	return err
}

func (s *sum128) UnmarshalBinary(b []byte) error {
	b, err := saved(b, magic128, 16)
	if err == nil {
		*s = sum128{get(b[:8]), get(b[8:])}
	}
	return err
}

func (s *sum128a) UnmarshalBinary(b []byte) error {
	b, err := saved(b, magic128a, 16)
	if err == nil {
		*s = sum128a{get(b[:8]), get(b[8:])}
	}
	return err
}
