package fuzz

import "testing"

func FuzzParse(f *testing.F) {
	f.Add("hello")
	f.Add("")
	f.Fuzz(func(t *testing.T, s string) {
		if n := Parse(s); n != len(s) {
			t.Error(n)
		}
	})
}

func FuzzTypes(f *testing.F) {
	f.Add([]byte("x"), 1, true, 2.5, 'r', uint8(3))
	f.Fuzz(func(t *testing.T, b []byte, n int, ok bool, x float64, r rune, u uint8) {})
}
