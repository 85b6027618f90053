//go:build go1.21

// A file may ask for an older language than its module: see the first line.
package main

func old() {
	for range 3 {
	}
}
