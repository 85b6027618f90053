package area_test

import (
	"testing"

	"example.com/geometry/area"
	"example.com/geometry/shape"
)

func TestOf(t *testing.T) {
	if got := area.Of(shape.Square{Side: 3}); got != 9 {
		t.Error(got)
	}
}
