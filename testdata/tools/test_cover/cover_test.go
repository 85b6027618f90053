package cover

import "testing"

func TestKind(t *testing.T) {
	for n, want := range map[int]string{-1: "negative", 0: "zero", 5: "small"} {
		if got := Kind(n); got != want {
			t.Error(n, got)
		}
	}
}
