package basic_test

import (
	"fmt"
	"testing"

	"example.com/basic"
)

func TestOutside(t *testing.T) {
	if basic.Add(1, 1) != 2 {
		t.Error("1 + 1")
	}
}

func ExampleAdd() {
	fmt.Println(basic.Add(1, 2))
	// Output: 3
}

func ExampleAdd_wrong() {
	fmt.Println("got this")
	// Output:
	// wanted that
}

func Example_unordered() {
	for _, s := range []string{"b", "a"} {
		fmt.Println(s)
	}
	// Unordered output:
	// a
	// b
}

func Example_notRun() {
	panic("it has no output, so it is only compiled")
}
