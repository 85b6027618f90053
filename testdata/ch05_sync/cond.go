// hood: run   book: 4.3
// Signal wakes waiters in the order they came, Broadcast wakes all, Wait gives the lock back before it returns.
package main

import (
	"fmt"
	"sync"
)

type queue struct {
	mu             sync.Mutex
	notFull, empty *sync.Cond
	items          []int
	most           int
}

func newQueue() *queue {
	q := &queue{}
	q.notFull, q.empty = sync.NewCond(&q.mu), sync.NewCond(&q.mu)
	return q
}

func (q *queue) put(x int) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 3 {
		q.notFull.Wait()
	}
	q.items = append(q.items, x)
	if len(q.items) > q.most {
		q.most = len(q.items)
	}
	q.empty.Signal()
}

func (q *queue) get() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 {
		q.empty.Wait()
	}
	x := q.items[0]
	q.items = q.items[1:]
	q.notFull.Signal()
	return x
}

func main() {
	q := newQueue()
	go func() {
		for i := 1; i <= 100; i++ {
			q.put(i)
		}
	}()
	sum, sorted := 0, true
	for i := 1; i <= 100; i++ {
		x := q.get()
		sorted = sorted && x == i
		sum += x
	}
	fmt.Println(sum, sorted, q.most <= 3) // out: 5050 true true

	var mu sync.Mutex
	c := sync.NewCond(&mu)
	var order []int
	var ready, done sync.WaitGroup
	for i := 0; i < 5; i++ {
		ready.Add(1)
		done.Add(1)
		go func(i int) {
			defer done.Done()
			mu.Lock()
			ready.Done() // the next one starts only when this one has the lock: the waiters are in order
			c.Wait()
			order = append(order, i)
			mu.Unlock()
		}(i)
		ready.Wait()
		mu.Lock() // it waits by now
		mu.Unlock()
	}
	for want := 1; want <= 3; {
		mu.Lock()
		c.Signal()
		mu.Unlock()
		for have := 0; have < want; {
			mu.Lock()
			have = len(order)
			mu.Unlock()
		}
		want++
	}
	fmt.Println(order) // out: [0 1 2]
	c.Broadcast()
	done.Wait()
	fmt.Println(len(order)) // out: 5
	c.Signal()              // nobody waits: lost
}
