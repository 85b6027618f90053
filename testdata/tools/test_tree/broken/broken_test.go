package broken

import "testing"

func TestBroken(t *testing.T) {
	undefined()
	var s string = 1
}
