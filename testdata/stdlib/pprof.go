// hood: run   knobs: sizeclasses=go   oracle: no
// The heap profile: exact at MemProfileRate 1, by the lines of the program, as text and for go tool pprof. Profiles of one's own.
package main

import (
	"bytes"
	"context"
	"fmt"
	"regexp"
	"runtime"
	"runtime/pprof"
	"strings"
)

var kept [][]byte

//go:noinline
func keep(n int) {
	for i := 0; i < n; i++ {
		kept[i] = make([]byte, 5000)
	}
}

//go:noinline
func waste(n int) (sum int) {
	for i := 0; i < n; i++ {
		b := make([]byte, 3000+i)
		sum += len(b)
		kept[99] = b
	}
	kept[99] = nil
	return sum
}

// record returns the profile's lines about a function.
func record(text, function string) string {
	for _, r := range strings.Split(text[strings.Index(text, "\n")+1:], "\n\n") {
		if strings.Contains(r, function) {
			lines := strings.Split(r, "\n")
			numbers := strings.Split(lines[0], " @")[0]
			where := regexp.MustCompile(`\s+`).ReplaceAllString(lines[1], " ")
			return numbers + where[strings.Index(where, " main."):]
		}
	}
	return "no record of " + function
}

func main() {
	runtime.MemProfileRate = 1
	kept = make([][]byte, 100)
	keep(40)
	waste(3)
	runtime.GC()
	var text bytes.Buffer
	pprof.Lookup("heap").WriteTo(&text, 1)
	clean := regexp.MustCompile(`\+0x[0-9a-f]+ [^ ]*/`).ReplaceAllString(record(text.String(), "main.keep"), " ")
	fmt.Println(clean)                                                                   // out: 40: 215040 [40: 215040] main.keep pprof.go:20
	fmt.Println(strings.Contains(record(text.String(), "main.waste"), "0: 0 [3: 9216]")) // out: true
	fmt.Println(strings.Contains(text.String(), "# runtime.MemStats\n# Alloc = "))       // out: true

	records := make([]runtime.MemProfileRecord, 10000)
	n, ok := runtime.MemProfile(records, true)
	for _, r := range records[:n] {
		f, _ := runtime.CallersFrames(r.Stack()).Next()
		if f.Function == "main.keep" {
			fmt.Println(ok, r.InUseObjects(), r.AllocObjects, r.FreeObjects) // out: true 40 40 0
		}
	}
	_, ok = runtime.MemProfile(records[:1], true)
	fmt.Println(n > 2, ok) // out: true false

	var proto bytes.Buffer
	fmt.Println(pprof.WriteHeapProfile(&proto), proto.Len() > 200, proto.Bytes()[:3]) // out: <nil> true [31 139 8]

	p := pprof.NewProfile("files")
	p.Add("a", 0)
	p.Add("b", 0)
	fmt.Println(p.Name(), p.Count(), pprof.Lookup("files") == p, len(pprof.Profiles())) // out: files 2 true 7
	p.Remove("a")
	fmt.Println(p.Count(), pprof.Lookup("none") == nil) // out: 1 true
	text.Reset()
	p.WriteTo(&text, 1)
	fmt.Println(strings.Split(text.String(), "\n")[0]) // out: files profile: total 1

	pprof.Do(context.Background(), pprof.Labels("key", "value"), func(ctx context.Context) {
		fmt.Println(pprof.Label(ctx, "key")) // out: value true
	})
	fmt.Println(pprof.StartCPUProfile(&proto), pprof.StartCPUProfile(&proto)) // out: <nil> cpu profiling already in use
	pprof.StopCPUProfile()
}
