// Package hash has the interfaces of hash functions.
package hash

import "io"

// Hash is a hash function under way. Write never returns an error.
type Hash interface {
	io.Writer
	// Sum appends the hash of what was written to b; more may be written afterwards.
	Sum(b []byte) []byte
	Reset()
	// Size is the number of bytes that Sum appends; BlockSize the number that Write likes multiples of.
	Size() int
	BlockSize() int
}

// Hash32 is a Hash of 32 bits.
type Hash32 interface {
	Hash
	Sum32() uint32
}

// Hash64 is a Hash of 64 bits.
type Hash64 interface {
	Hash
	Sum64() uint64
}
