// Package hmac computes keyed sums, HMAC of FIPS 198: who knows the key can tell whether a message was changed. Compare
// sums with Equal. Mirrors: src/crypto/hmac (Go 1.19).
package hmac

import (
	"crypto/subtle"
	"hash"
)

type hmac struct {
	inner, outer hash.Hash
	ipad, opad   []byte // the key, one block long, with another constant each
}

// New returns a new hash of key, with the hash function that h makes. h must make a new one each time.
func New(h func() hash.Hash, key []byte) hash.Hash {
	m := &hmac{inner: h(), outer: h()}
	if !different(m.inner, m.outer) {
		panic("crypto/hmac: hash generation function does not produce unique values")
	}
	size := m.inner.BlockSize()
	if len(key) > size {
		m.outer.Write(key)
		key = m.outer.Sum(nil)
	}
	m.ipad, m.opad = make([]byte, size), make([]byte, size)
	copy(m.ipad, key)
	copy(m.opad, key)
	for i := range m.ipad {
		m.ipad[i] ^= 0x36
		m.opad[i] ^= 0x5c
	}
	m.inner.Write(m.ipad)
	return m
}

func different(a, b hash.Hash) (yes bool) {
	defer func() {
		if recover() != nil { // they cannot be compared, so they are no pointers
			yes = true
		}
	}()
	return a != b
}

func (m *hmac) Write(p []byte) (n int, err error) { return m.inner.Write(p) }
func (m *hmac) Size() int                         { return m.outer.Size() }
func (m *hmac) BlockSize() int                    { return m.inner.BlockSize() }

func (m *hmac) Sum(in []byte) []byte {
	n := len(in)
	in = m.inner.Sum(in)
	m.outer.Reset()
	m.outer.Write(m.opad)
	m.outer.Write(in[n:])
	return m.outer.Sum(in[:n])
}

func (m *hmac) Reset() {
	m.inner.Reset()
	m.inner.Write(m.ipad)
}

// Equal compares two sums, in a time that does not tell where they differ.
func Equal(mac1, mac2 []byte) bool { return subtle.ConstantTimeCompare(mac1, mac2) == 1 }
