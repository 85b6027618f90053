// hood: run
// Numbers to text and back: every format, base and error of strconv.
package main

import (
	"fmt"
	"math"
	"strconv"
)

func main() {
	floats := []float64{0, math.Copysign(0, -1), 1, -1.5, 0.1, 2.5, 100, 123456789, 1e20, 1e21, 1e-7, 5e-324, math.MaxFloat64,
		math.SmallestNonzeroFloat32, math.Pi, 1 << 53, 1e23, math.Inf(1), math.Inf(-1), math.NaN()}
	for _, f := range floats {
		for _, format := range "eEfgGbxX" {
			for _, prec := range []int{-1, 0, 1, 5, 17} {
				fmt.Print(strconv.FormatFloat(f, byte(format), prec, 64), " ")
			}
			fmt.Print(strconv.FormatFloat(f, byte(format), -1, 32), " ")
		}
		fmt.Println()
	}
	for _, s := range []string{"1", "-1.5e3", "1e400", "-1e400", "1e-400", "0x1.8p1", "0x1p-1075", "inf", "-Infinity", "nan", "1_000.5",
		"1__0", "", ".", "1e", "1x", "0x", "+.5", "179769313486231580793728971405303415079934132710037826936173778980444968292764750946649017977587207096330286416692887910946555547851940402630657488671505820681908902000708383676273854845817711531764475730270069855571366959622842914819860834936475292719074168444365510704342711559699508093042880"} {
		f, err := strconv.ParseFloat(s, 64)
		g, err32 := strconv.ParseFloat(s, 32)
		fmt.Println(f, err, g, err32)
	}
	for _, n := range []int64{0, 1, -1, 42, 99, 100, -12345, math.MaxInt64, math.MinInt64} {
		for _, base := range []int{2, 7, 8, 10, 16, 36} {
			fmt.Print(strconv.FormatInt(n, base), " ", strconv.FormatUint(uint64(n), base), " ")
		}
		fmt.Println(strconv.Itoa(int(n)), string(strconv.AppendInt([]byte("x"), n, 10)))
	}
	for _, s := range []string{"0", "-0", "+5", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "ff", "0xff", "0b11",
		"0o17", "017", "1_000", "0x_f", "_1", "", "-", "12a", "１"} {
		for _, base := range []int{0, 10, 16, 36, 1} {
			i, err := strconv.ParseInt(s, base, 64)
			u, uerr := strconv.ParseUint(s, base, 8)
			fmt.Println(i, err, u, uerr)
		}
		a, err := strconv.Atoi(s)
		fmt.Println(a, err)
	}
	_, err := strconv.ParseInt("1", 10, 65)
	fmt.Println(err)
	for _, s := range []string{"1", "t", "True", "FALSE", "yes", ""} {
		b, err := strconv.ParseBool(s)
		fmt.Println(b, err)
	}
	for _, s := range []string{"1", "i", "3i", "1+2i", "(1-2i)", "1+", "1e400i", "+NaNi", "1++2i"} {
		c, err := strconv.ParseComplex(s, 128)
		fmt.Println(c, err, strconv.FormatComplex(c, 'g', -1, 128))
	}
}
