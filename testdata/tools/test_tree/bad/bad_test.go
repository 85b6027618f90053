package bad_test

import (
	"testing"

	"example.com/tree/good"
)

func TestBad(t *testing.T) {
	if good.Good() != "bad" {
		t.Error("it is " + good.Good())
	}
}

func TestPanics(t *testing.T) {
	defer func() { t.Log("on the way out") }()
	var m map[string]int
	m["x"] = 1
}
