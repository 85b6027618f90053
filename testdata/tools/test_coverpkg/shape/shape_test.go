package shape

import "testing"

func TestCorners(t *testing.T) {
	if (Square{1}).Corners() != 4 {
		t.Error("a square has four corners")
	}
}
