// Package rand gives random bytes of the operating system, good enough for secrets. Mirrors: src/crypto/rand (Go 1.19).
package rand

import (
	"errors"
	"io"
	"math/big"
	"os"
	"sync"
)

// Reader gives random bytes. Goroutines may share it.
var Reader io.Reader = &device{}

// device reads /dev/urandom, which is opened when first used and stays open.
type device struct {
	mu sync.Mutex
	f  *os.File
}

func (d *device) Read(p []byte) (int, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.f == nil {
		f, err := os.Open("/dev/urandom")
		if err != nil {
			return 0, err
		}
		d.f = f
	}
	return io.ReadFull(d.f, p)
}

// Read fills b with random bytes from Reader. The error is not nil if and only if n < len(b).
func Read(b []byte) (n int, err error) { return io.ReadFull(Reader, b) }

// Int returns a random number from 0 to max-1. It panics if max <= 0.
func Int(rand io.Reader, max *big.Int) (n *big.Int, err error) {
	if max.Sign() <= 0 {
		panic("crypto/rand: argument to Int is <= 0")
	}
	n = new(big.Int).Sub(max, big.NewInt(1))
	bits := n.BitLen()
	if bits == 0 {
		return n, nil
	}
	b := make([]byte, (bits+7)/8)
	top := uint(bits % 8)
	if top == 0 {
		top = 8
	}
	for {
		if _, err := io.ReadFull(rand, b); err != nil {
			return nil, err
		}
		b[0] &= uint8(1<<top - 1) // so that few numbers are too large
		if n.SetBytes(b); n.Cmp(max) < 0 {
			return n, nil
		}
	}
}

// Prime returns a number of this many bits that is prime with a probability near certainty.
func Prime(rand io.Reader, bits int) (*big.Int, error) {
	if bits < 2 {
		return nil, errors.New("crypto/rand: prime size must be at least 2-bit")
	}
	b := make([]byte, (bits+7)/8)
	top := uint(bits % 8)
	if top == 0 {
		top = 8
	}
	p := new(big.Int)
	for {
		if _, err := io.ReadFull(rand, b); err != nil {
			return nil, err
		}
		b[0] &= uint8(1<<top - 1)
		// The two highest bits are set: a product of two such has twice the bits.
		switch {
		case top >= 2:
			b[0] |= 3 << (top - 2)
		default:
			b[0] |= 1
			if len(b) > 1 {
				b[1] |= 0x80
			}
		}
		b[len(b)-1] |= 1
		if p.SetBytes(b); p.ProbablyPrime(20) {
			return p, nil
		}
	}
}
