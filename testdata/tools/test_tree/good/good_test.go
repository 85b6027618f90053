package good

import "testing"

func TestGood(t *testing.T) {
	if Good() != "good" {
		t.Error(Good())
	}
}
