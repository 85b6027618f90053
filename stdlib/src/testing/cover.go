package testing

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"sync/atomic"
)

// CoverBlock is a piece of source that runs as a whole, Cover all of them with their counters: what instrumented code
// registers.
type CoverBlock struct {
	Line0 uint32
	Col0  uint16
	Line1 uint32
	Col1  uint16
	Stmts uint16
}

type Cover struct {
	Mode            string
	Counters        map[string][]uint32
	Blocks          map[string][]CoverBlock
	CoveredPackages string
}

var cover Cover

// RegisterCover is called by the main of a test binary whose code has counters.
func RegisterCover(c Cover) { cover = c }

// CoverMode returns how coverage is counted, "" for not at all; Coverage the share of statements that ran.
func CoverMode() string {
	if cover.Mode == guiding {
		return ""
	}
	return cover.Mode
}

// guiding is the mode of counters that are there for fuzzing.
const guiding = "guiding"

func Coverage() float64 {
	ran, all := covered()
	if all == 0 {
		return 0
	}
	return float64(ran) / float64(all)
}

func covered() (ran, all int64) {
	for name, counts := range cover.Counters {
		blocks := cover.Blocks[name]
		for i := range counts {
			all += int64(blocks[i].Stmts)
			if atomic.LoadUint32(&counts[i]) > 0 {
				ran += int64(blocks[i].Stmts)
			}
		}
	}
	return ran, all
}

// coverReport says how many statements ran, and writes the profile.
func coverReport() {
	if CoverMode() == "" {
		return
	}
	if *coverProfileFlag != "" {
		if err := writeProfile(outputPath(*coverProfileFlag)); err != nil {
			fatalf("testing: %v\n", err)
		}
	}
	ran, all := covered()
	if all == 0 {
		fmt.Println("coverage: [no statements]")
		return
	}
	fmt.Printf("coverage: %.1f%% of statements%s\n", 100*float64(ran)/float64(all), cover.CoveredPackages)
}

func outputPath(file string) string {
	if *outputDirFlag == "" || filepath.IsAbs(file) {
		return file
	}
	return filepath.Join(*outputDirFlag, file)
}

// writeProfile writes a line for each block, in the form that go tool cover reads.
func writeProfile(file string) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	fmt.Fprintf(f, "mode: %s\n", cover.Mode)
	var names []string
	for name := range cover.Counters {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		for i, b := range cover.Blocks[name] {
			n := atomic.LoadUint32(&cover.Counters[name][i])
			fmt.Fprintf(f, "%s:%d.%d,%d.%d %d %d\n", name, b.Line0, b.Col0, b.Line1, b.Col1, b.Stmts, n)
		}
	}
	return f.Close()
}
