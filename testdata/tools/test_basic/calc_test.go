package basic

import (
	"os"
	"path/filepath"
	"testing"
)

func TestAdd(t *testing.T) {
	if got := Add(2, 3); got != 5 {
		t.Errorf("Add(2, 3) = %d", got)
	}
	t.Log("added")
}

func TestTable(t *testing.T) {
	for _, c := range []struct {
		name    string
		n, want int
	}{{"one", 1, 2}, {"two words", 2, 4}, {"wrong", 3, 7}} {
		t.Run(c.name, func(t *testing.T) {
			if got := double(c.n); got != c.want {
				t.Fatalf("double(%d) = %d, want %d", c.n, got, c.want)
			}
		})
	}
}

func check(t *testing.T, ok bool) {
	t.Helper()
	if !ok {
		t.Error("the line is the caller's")
	}
}

func TestHelper(t *testing.T) {
	check(t, true)
	check(t, false)
}

func TestSkipped(t *testing.T) {
	if testing.Short() {
		t.Log("short")
	}
	t.Skip("not today")
	t.Error("never")
}

func TestCleanup(t *testing.T) {
	t.Setenv("BASIC", "set")
	dir := t.TempDir()
	t.Cleanup(func() {
		if _, err := os.Stat(dir); err != nil {
			t.Error("the folder went before its users", err)
		}
		t.Log("cleaned up, BASIC is", os.Getenv("BASIC"))
	})
	if err := os.WriteFile(filepath.Join(dir, "x"), []byte("x"), 0666); err != nil {
		t.Fatal(err)
	}
}

func TestParallel(t *testing.T) {
	t.Run("group", func(t *testing.T) {
		t.Run("a", func(t *testing.T) {
			t.Parallel()
		})
	})
	t.Log("all are done")
}

func BenchmarkAdd(b *testing.B) {
	for i := 0; i < b.N; i++ {
		Add(i, i)
	}
}

func BenchmarkGroup(b *testing.B) {
	b.Run("alloc", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; i < b.N; i++ {
			sink = make([]byte, 64)
		}
	})
}

var sink []byte
