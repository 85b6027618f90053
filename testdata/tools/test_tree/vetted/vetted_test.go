package vetted

import "testing"

func TestFormat(t *testing.T) {
	t.Logf("%d things", "three")
}
