// hood: run   knobs: randautoseed=0
// math/rand gives Go's sequences: seeded ones, and the global one as if seeded with 1, as it was before Go 1.20.
package main

import (
	"fmt"
	"math/rand"
)

func main() {
	fmt.Println(rand.Int63(), rand.Intn(100), rand.Float64(), rand.Perm(6))
	for _, seed := range []int64{0, 1, 42, -7, 1 << 40} {
		r := rand.New(rand.NewSource(seed))
		fmt.Println(r.Int63(), r.Int31(), r.Uint32(), r.Uint64(), r.Int(), r.Intn(10), r.Intn(1<<40), r.Int31n(7), r.Int63n(1000), r.Int31n(8))
		fmt.Println(r.Float64(), r.Float32(), r.NormFloat64(), r.ExpFloat64(), r.Perm(10))
		s := []int{0, 1, 2, 3, 4, 5, 6, 7}
		r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
		p := make([]byte, 10)
		r.Read(p)
		z := rand.NewZipf(r, 1.5, 2, 100)
		fmt.Println(s, p, z.Uint64(), z.Uint64(), z.Uint64())
		sum := 0.0
		for i := 0; i < 2000; i++ {
			sum += r.NormFloat64() + r.ExpFloat64()
		}
		fmt.Println(sum)
	}
	rand.Seed(9)
	fmt.Println(rand.Int(), rand.NormFloat64())
	defer func() { fmt.Println(recover()) }()
	rand.Intn(0)
}
