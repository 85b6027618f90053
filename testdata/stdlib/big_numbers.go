// hood: run
// Package math/big: integers, fractions, floats as text.
package main

import (
	"fmt"
	"math/big"
)

func main() {
	a, _ := new(big.Int).SetString("123456789012345678901234567890", 10)
	b := big.NewInt(-987654321)
	fmt.Println(new(big.Int).Mul(a, b), new(big.Int).Quo(a, b), new(big.Int).Mod(a, b), new(big.Int).Exp(a, big.NewInt(20), nil))
	x := new(big.Float).SetPrec(200)
	x.SetString("1.5e-10")
	fmt.Println(x, x.Text('f', 40), x.Text('g', -1))
	f := big.NewFloat(0.1)
	fmt.Println(f, f.Text('g', -1), f.Text('p', 0), f.Text('x', -1), f.Text('b', 0))
	fmt.Println(big.NewRat(3, -6), new(big.Float).Sqrt(big.NewFloat(2)))
}
