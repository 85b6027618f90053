// hood: run   knobs: collector=concurrent barrier=none gcverify=1 gcstress=1 det=1 seed=1   exit: 70   oracle: no   book: 8.2
// Without a write barrier the collector loses an object: its only pointer moved from a holder that was not scanned yet to one
// that was. The verifier finds it and says which store it was.
package main

import "fmt"

type thing struct{ id, check int }

type holder struct{ p *thing }

func move(from, to *holder) {
	to.p = from.p
	from.p = nil
}

func main() {
	hs := make([]*holder, 200)
	for i := range hs {
		hs[i] = &holder{&thing{i, ^i}}
	}
	for i := 0; i < 100000; i++ {
		a, b := hs[i*7%200], hs[i*13%200]
		if a != b && a.p != nil {
			move(a, b)
			a.p = &thing{i, ^i}
		}
	}
	fmt.Println("nothing was lost")
}

// err: heap verifier: object 0x
// err: an unmarked object
// err: stored the pointer there while the collector marked, in main.move (
// err: barrier_none.go:13), pc 0x
// err: no write barrier told the collector (knob barrier=none): it would have freed the object
