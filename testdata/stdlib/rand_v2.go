// hood: run   oracle: no
// Package math/rand/v2: the sequences of PCG and ChaCha8, and what Rand makes of them.
package main

import (
	"fmt"
	"math/rand/v2"
)

func main() {
	p := rand.NewPCG(1, 2)
	fmt.Printf("%#x %#x\n", p.Uint64(), p.Uint64())
	c := rand.NewChaCha8([32]byte([]byte("ABCDEFGHIJKLMNOPQRSTUVWXYZ123456")))
	fmt.Printf("%#x %#x\n", c.Uint64(), c.Uint64())
	r := rand.New(rand.NewPCG(1, 2))
	fmt.Println(r.IntN(10), r.Perm(5), r.Float64(), r.NormFloat64(), r.ExpFloat64(), r.Int32N(7), r.Uint32())
}
