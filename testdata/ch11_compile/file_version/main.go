// hood: vet   exit: 1   oracle: no
// A file may ask for an older language than its module.
package main

func main() {
	old()
	for range 3 {
	}
}

// err: old.go:7:12: cannot range over 3 (untyped int constant): requires go1.22 or later (file declares //go:build go1.21)
