package pprof

import (
	"fmt"
	"io"
	"runtime"
	"sort"
)

// A waitProfile is runtime.BlockProfile or runtime.MutexProfile.
type waitProfile func([]runtime.BlockProfileRecord) (n int, ok bool)

func countOf(profile waitProfile) func() int {
	return func() int {
		n, _ := profile(nil)
		return n
	}
}

// records returns all of a profile, the longest waits first.
func (profile waitProfile) records() []runtime.BlockProfileRecord {
	n, ok := profile(nil)
	for {
		list := make([]runtime.BlockProfileRecord, n+50) // some for what happens meanwhile
		if n, ok = profile(list); ok {
			list = list[:n]
			sort.Slice(list, func(i, j int) bool { return list[i].Cycles > list[j].Cycles })
			return list
		}
	}
}

// writeWaits writes who waited how often and how long.
func writeWaits(name string, profile waitProfile) func(io.Writer, int) error {
	return func(w io.Writer, debug int) error {
		records := profile.records()
		if debug == 0 {
			p := protoProfile{
				sampleTypes: [][2]string{{"contentions", "count"}, {"delay", "nanoseconds"}},
				periodType:  [2]string{"contentions", "count"},
				period:      1,
			}
			for i := range records {
				r := &records[i]
				p.samples = append(p.samples, sample{r.Stack(), []int64{r.Count, r.Cycles}})
			}
			return writeProto(w, p)
		}
		return writeText(w, func(b io.Writer) {
			fmt.Fprintf(b, "--- %s:\ncycles/second=1000000000\n", name)
			if name == "mutex" {
				fmt.Fprintf(b, "sampling period=%d\n", runtime.SetMutexProfileFraction(-1))
			}
			for i := range records {
				r := &records[i]
				fmt.Fprintf(b, "%d %d @", r.Cycles, r.Count)
				writeStack(b, r.Stack())
			}
		})
	}
}
