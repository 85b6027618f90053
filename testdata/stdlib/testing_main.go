// hood: run
// Tests run by a program: subtests and their names, order of parallel ones and of clean-up, skipping, folders,
// environment, examples, benchmarks.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func testSub(t *testing.T) {
	t.Cleanup(func() { fmt.Println("cleaned up", t.Name()) })
	for _, name := range []string{"plain", "with space", "same", "same", "a/b", ""} {
		ok := t.Run(name, func(t *testing.T) {
			fmt.Println(t.Name())
			t.Run("inner", func(t *testing.T) { t.Log("not shown: the test passes") })
		})
		if !ok {
			panic("failed")
		}
	}
}

func testParallel(t *testing.T) {
	turn := make(chan bool)
	t.Run("group", func(t *testing.T) {
		t.Run("waits", func(t *testing.T) {
			t.Parallel()
			<-turn
			fmt.Println("second")
		})
		t.Run("lets it", func(t *testing.T) {
			t.Parallel()
			fmt.Println("first")
			turn <- true
		})
		fmt.Println("both wait for this")
	})
	fmt.Println("both are over")
}

func testEnds(t *testing.T) {
	t.Run("skipped", func(t *testing.T) {
		defer fmt.Println("deferred calls run, skipped:", t.Skipped())
		t.Skip("not today")
	})
	t.Run("order", func(t *testing.T) {
		t.Cleanup(func() { fmt.Println("1") })
		t.Cleanup(func() { fmt.Println("2"); t.Cleanup(func() { fmt.Println("3") }) })
	})
	fmt.Println(t.Failed(), t.Skipped())
}

func testPlaces(t *testing.T) {
	var dir string
	t.Run("dir", func(t *testing.T) {
		dir = t.TempDir()
		other := t.TempDir()
		fmt.Println(filepath.Base(dir), filepath.Base(other), strings.Contains(dir, "dir"))
		if err := os.WriteFile(filepath.Join(dir, "f"), []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
		t.Setenv("HOOD_TESTING", "inside")
		fmt.Println(os.Getenv("HOOD_TESTING"))
	})
	_, err := os.Stat(dir)
	fmt.Println(os.IsNotExist(err), os.Getenv("HOOD_TESTING") == "")
}

func testNumbers(t *testing.T) {
	fmt.Println(testing.AllocsPerRun(5, func() {}), testing.Short(), testing.Verbose(), testing.CoverMode() == "")
	fmt.Println(testing.BenchmarkResult{N: 1000, T: 1234567, Bytes: 10, MemAllocs: 3000, MemBytes: 16000})
	fmt.Println(testing.BenchmarkResult{N: 1000, T: 1234567, MemAllocs: 3000, MemBytes: 16000}.MemString())
}

func main() {
	match := func(pat, s string) (bool, error) { return strings.Contains(s, pat), nil }
	testing.Main(match, []testing.InternalTest{{Name: "TestSub", F: testSub}, {Name: "TestParallel", F: testParallel}, {Name: "TestEnds", F: testEnds},
		{Name: "TestPlaces", F: testPlaces}, {Name: "TestNumbers", F: testNumbers}}, nil, []testing.InternalExample{
		{Name: "ExampleIt", F: func() { fmt.Println("captured") }, Output: "captured\n"}})
}
