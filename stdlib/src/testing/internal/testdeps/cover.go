package testdeps

import "testing"

var cover = testing.Cover{
	Counters: map[string][]uint32{},
	Blocks:   map[string][]testing.CoverBlock{},
}

// Cover registers the files that CoverFile told of: how they are counted, and which packages they are of.
func Cover(mode, packages string) {
	cover.Mode, cover.CoveredPackages = mode, packages
	testing.RegisterCover(cover)
}

// CoverFile takes what a file's generated function returns.
func CoverFile(name string) func(counters, positions []uint32, stmts []uint16) {
	return func(counters, positions []uint32, stmts []uint16) {
		blocks := make([]testing.CoverBlock, len(counters))
		for i := range blocks {
			columns := positions[3*i+2]
			blocks[i] = testing.CoverBlock{
				Line0: positions[3*i], Col0: uint16(columns),
				Line1: positions[3*i+1], Col1: uint16(columns >> 16),
				Stmts: stmts[i],
			}
		}
		cover.Counters[name], cover.Blocks[name] = counters, blocks
	}
}
