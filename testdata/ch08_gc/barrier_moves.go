// hood: run   knobs: collector=concurrent gcstress=1 gcverify=1 clobberfree=1   book: 8.2
// While the collector marks, the only pointer to an object moves: from one object to another, into a frame and back, through a
// channel, by an atomic operation, by reflection. The write barrier sees to it that the object is found.
package main

import (
	"fmt"
	"reflect"
	"sync/atomic"
)

type thing struct{ id, check int }

type holder struct{ p *thing }

func fresh(i int) *thing { return &thing{i, ^i} }

func (h *holder) move(to *holder) {
	to.p = h.p
	h.p = nil
}

func check(what string, hs []*holder) {
	sum := 0
	for _, h := range hs {
		if h.p != nil {
			if h.p.check != ^h.p.id {
				fmt.Println(what, "damaged")
			}
			sum += h.p.id
		}
	}
	fmt.Println(what, sum)
}

func holders(n int) []*holder {
	hs := make([]*holder, n)
	for i := range hs {
		hs[i] = &holder{}
		if i%2 == 0 {
			hs[i].p = fresh(i)
		}
	}
	return hs
}

func main() {
	hs := holders(40)
	for i := 0; i < 400; i++ {
		a, b := hs[i*7%40], hs[i*13%40]
		if b.p == nil {
			a.move(b)
		}
	}
	check("field to field", hs)

	hs = holders(40)
	for i := 0; i < 400; i++ {
		p := hs[i%40].p
		hs[i%40].p = nil
		q := hs[(i+1)%40].p
		hs[(i+1)%40].p = p
		hs[i%40].p = q
	}
	check("through frames", hs)

	ch := make(chan *thing)
	done := make(chan bool)
	hs = holders(40)
	go func() {
		for p := range ch {
			q := p
			p = nil
			ch <- q
		}
		done <- true
	}()
	for i := 0; i < 100; i++ {
		p := hs[i%40].p
		hs[i%40].p = nil
		ch <- p
		p = nil
		hs[i%40].p = <-ch
	}
	close(ch)
	<-done
	check("frame to frame", hs)

	var slots [8]atomic.Pointer[thing]
	hs = holders(40)
	for i := 0; i < 200; i++ {
		h := hs[i%40]
		h.p = slots[i%8].Swap(h.p)
	}
	for i := range slots {
		hs = append(hs, &holder{slots[i].Load()})
	}
	check("atomic", hs)

	hs = holders(40)
	swap := reflect.Swapper(hs)
	for i := 0; i < 100; i++ {
		swap(i%40, i*3%40)
	}
	check("reflect", hs)

	m := map[int]*thing{}
	hs = holders(40)
	for i := 0; i < 200; i++ {
		h := hs[i%40]
		m[i%50], h.p = h.p, m[i%50]
	}
	for _, p := range m {
		hs = append(hs, &holder{p})
	}
	check("map", hs)

	a, b := make([]*thing, 40), make([]*thing, 40)
	for i := range a {
		a[i] = fresh(i)
	}
	for i := 0; i < 100; i++ {
		copy(b, a)
		for j := range a {
			a[j] = nil
		}
		a, b = b, a
		a = append(a[1:40:40], a[0])
	}
	hs = nil
	for _, p := range a {
		hs = append(hs, &holder{p})
	}
	check("copy, append", hs)
}
