// hood: run   knobs: gcstress=1000
// Package math/big: factorials, digits of π and e, modular powers, rationals, floats.
package main

import (
	"fmt"
	"math"
	"math/big"
)

// Gibbons' spigot: one digit of π after the other.
func pi(n int) string {
	q, r, t, k := big.NewInt(1), new(big.Int), big.NewInt(1), int64(1)
	out := []byte{}
	for len(out) < n {
		// (q, r, t) ← next term
		k2 := 2*k + 1
		r.Add(r, new(big.Int).Lsh(q, 1)).Mul(r, big.NewInt(k2))
		t.Mul(t, big.NewInt(k2))
		q.Mul(q, big.NewInt(k))
		k++
		if q.Cmp(r) > 0 {
			continue
		}
		a := new(big.Int).Mul(q, big.NewInt(3))
		d, u := a.Add(a, r).DivMod(a, t, new(big.Int))
		if u.Add(u, q).Cmp(t) >= 0 {
			continue
		}
		out = append(out, byte('0'+d.Int64()))
		r.Sub(r, new(big.Int).Mul(d, t)).Mul(r, big.NewInt(10))
		q.Mul(q, big.NewInt(10))
	}
	return string(out)
}

func main() {
	f := big.NewInt(1)
	for i := int64(2); i <= 60; i++ {
		f.Mul(f, big.NewInt(i))
	}
	fmt.Println(f, f.BitLen(), f.TrailingZeroBits())
	fmt.Println(pi(60))
	p, _ := new(big.Int).SetString("ffffffffffffffffffffffffffffffff000000000000000000000001", 16)
	fmt.Println(p.ProbablyPrime(10), new(big.Int).Exp(big.NewInt(3), big.NewInt(1000003), p))
	fmt.Println(new(big.Int).ModInverse(big.NewInt(3), p).Text(36))
	a, _ := new(big.Int).SetString("-123456789012345678901234567890", 10)
	b := big.NewInt(987654321)
	q, m := new(big.Int).DivMod(a, b, new(big.Int))
	q2, r2 := new(big.Int).QuoRem(a, b, new(big.Int))
	fmt.Println(q, m, q2, r2, new(big.Int).Sqrt(new(big.Int).Neg(a)))
	fmt.Printf("%x %#o %+d %30d|%-12s|\n", a, b, b, b, b)
	fmt.Println(new(big.Int).GCD(nil, nil, big.NewInt(462), big.NewInt(1071)), new(big.Int).Binomial(100, 50))
	x, y := big.NewRat(355, 113), big.NewRat(-22, 7)
	fmt.Println(new(big.Rat).Add(x, y), x.FloatString(12), x.Cmp(y), new(big.Rat).SetFloat64(0.1))
	two := new(big.Float).SetPrec(200).SetInt64(2)
	fmt.Println(new(big.Float).Sqrt(two).Text('g', 50))
	z, _, err := big.ParseFloat("1e-1000", 10, 64, big.ToZero)
	fmt.Println(z, err)
	fl, acc := big.NewFloat(math.Pi).Float32()
	fmt.Println(fl, acc)
	fib := [2]*big.Int{big.NewInt(0), big.NewInt(1)}
	for i := 0; i < 5000; i++ {
		fib[0].Add(fib[0], fib[1])
		fib[0], fib[1] = fib[1], fib[0]
	}
	s := fib[0].String()
	fmt.Println(len(s), s[:20], s[len(s)-20:])
}
