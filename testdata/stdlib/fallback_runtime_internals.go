// hood: run   needs: goroot   exit: 2   oracle: no: with Go it works
// A standard package that stands on Go's own runtime: what is missing is named, with its place.
package main

import "runtime/metrics"

var read = metrics.Read

func main() {
	samples := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	read(samples)
	println("not reached")
}

// err: fatal error:
// err: runtime/metrics/sample.go:
// err: : func runtime/metrics.runtime_readMetrics has no body
