// Stress of the scheduler: rounds of goroutines that do random things to each other, with checks.
//
//	hood run tests/stress_sched/stress.go [SECONDS [SEED]]
//
// Every actor adds to the round's total what it should; at the end of a round nothing may be missing, and all goroutines
// must be gone. A failure names the seed of its round: given as SEED it comes first the next time.
package main

import (
	"fmt"
	"math/rand"
	"os"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
)

// A round is what its actors share.
type round struct {
	wg    sync.WaitGroup
	want  int64
	total atomic.Int64
	steps atomic.Int64 // of actors whose total comes at their end
	pool  sync.Pool
}

// watch ends the program when nothing has happened for two minutes, until done is closed. (A busy machine can make a round last:
// where each step waits for another thread's turn, thousands of them take longer than that.)
func (r *round) watch(seed int64, done chan bool) {
	for last := int64(0); ; {
		select {
		case <-done:
			return
		case <-time.After(2 * time.Minute):
		}
		now := r.total.Load() + r.steps.Load()
		if now == last {
			buf := make([]byte, 1<<20)
			fmt.Printf("seed %d: no progress\n%s", seed, buf[:runtime.Stack(buf, true)])
			os.Exit(1)
		}
		last = now
	}
}

func (r *round) spawn(f func()) {
	r.wg.Add(1)
	go func() {
		defer r.wg.Done()
		f()
	}()
}

// An actor starts goroutines of r and returns what they will add to the total.
type actor struct {
	name  string
	start func(r *round, rng *rand.Rand) int64
}

var actors = []actor{
	{"pipeline", pipeline}, {"fan-in", fanIn}, {"select ring", selectRing}, {"mutex", mutexes}, {"rwmutex", rwmutexes},
	{"cond", conds}, {"spawn tree", spawnTree}, {"timers", timers}, {"sleepers", sleepers}, {"tickers", tickers},
	{"gc", collections}, {"procs", procs}, {"locked threads", lockedThreads}, {"pipes", pipes}, {"panics", panics},
	{"goexit", goexits}, {"deep stacks", deepStacks}, {"garbage", garbage}, {"pool", pools}, {"close", closers},
	{"spin", spinners}, {"stacks", stacks}, {"finalizers", finalizers}, {"maps", maps},
	{"timer resets", timerResets}, {"lost tickers", lostTickers}, {"deadlines", deadlines}, {"many locks", manyLocks},
}

func pipeline(r *round, rng *rand.Rand) int64 {
	n, stages := int64(50+rng.Intn(200)), 1+rng.Intn(8)
	in := make(chan int64, rng.Intn(3))
	first := in
	for i := 0; i < stages; i++ {
		out := make(chan int64, rng.Intn(3))
		from := in
		r.spawn(func() {
			for v := range from {
				out <- v + 1
				r.steps.Add(1)
			}
			close(out)
		})
		in = out
	}
	last := in
	r.spawn(func() {
		for i := int64(0); i < n; i++ {
			first <- 0
		}
		close(first)
	})
	r.spawn(func() {
		for v := range last {
			r.total.Add(v)
		}
	})
	return n * int64(stages)
}

func fanIn(r *round, rng *rand.Rand) int64 {
	senders, n := 2+rng.Intn(6), 50+rng.Intn(100)
	a, b := make(chan string), make(chan string, 2)
	var left atomic.Int32
	left.Store(int32(senders))
	done := make(chan bool)
	for i := 0; i < senders; i++ {
		r.spawn(func() {
			for k := 0; k < n; k++ {
				select {
				case a <- "x":
				case b <- "x":
				}
			}
			if left.Add(-1) == 0 {
				close(done)
			}
		})
	}
	r.spawn(func() {
		for ended := done; ; {
			select {
			case s := <-a:
				r.total.Add(int64(len(s)))
			case s := <-b:
				r.total.Add(int64(len(s)))
			case <-ended:
				ended = nil
			default:
				if ended == nil {
					for len(b) > 0 {
						r.total.Add(int64(len(<-b)))
					}
					return
				}
				runtime.Gosched()
			}
		}
	})
	return int64(senders * n)
}

func selectRing(r *round, rng *rand.Rand) int64 {
	n, laps := 2+rng.Intn(6), 20+rng.Intn(30)
	ring := make([]chan int, n)
	for i := range ring {
		ring[i] = make(chan int)
	}
	quit := make(chan bool)
	for i := range ring {
		from, to := ring[i], ring[(i+1)%n]
		r.spawn(func() {
			for {
				select {
				case v := <-from:
					r.total.Add(1)
					if v == 0 {
						close(quit)
						return
					}
					select {
					case to <- v - 1:
					case <-quit:
						return
					}
				case <-quit:
					return
				}
			}
		})
	}
	r.spawn(func() { ring[0] <- n*laps - 1 })
	return int64(n * laps)
}

func mutexes(r *round, rng *rand.Rand) int64 {
	var mu sync.Mutex
	n, m := 2+rng.Intn(6), 200+rng.Intn(300)
	count := 0
	var left atomic.Int32
	left.Store(int32(n))
	for i := 0; i < n; i++ {
		slow := rng.Intn(20) == 0
		r.spawn(func() {
			for k := 0; k < m; k++ {
				if k%7 == 0 && mu.TryLock() {
					count++
					mu.Unlock()
					continue
				}
				mu.Lock()
				count++
				if slow && k%50 == 0 {
					time.Sleep(time.Millisecond)
				}
				mu.Unlock()
			}
			if left.Add(-1) == 0 {
				r.total.Add(int64(count))
			}
		})
	}
	return int64(n * m)
}

func rwmutexes(r *round, rng *rand.Rand) int64 {
	var mu sync.RWMutex
	n, m := 2+rng.Intn(5), 100+rng.Intn(200)
	x, y := 0, 0
	for i := 0; i < n; i++ {
		r.spawn(func() {
			for k := 0; k < m; k++ {
				mu.RLock()
				if x == y {
					r.total.Add(1)
				}
				mu.RUnlock()
			}
		})
	}
	r.spawn(func() {
		for k := 0; k < m; k++ {
			mu.Lock()
			x++
			if k%32 == 0 {
				runtime.Gosched()
			}
			y++
			mu.Unlock()
		}
	})
	return int64(n * m)
}

func conds(r *round, rng *rand.Rand) int64 {
	var mu sync.Mutex
	c := sync.NewCond(&mu)
	n, items, limit := 1+rng.Intn(4), 100, 3
	queue := 0
	for i := 0; i < n; i++ {
		r.spawn(func() {
			for k := 0; k < items; k++ {
				mu.Lock()
				for queue == limit {
					c.Wait()
				}
				queue++
				mu.Unlock()
				c.Broadcast()
			}
		})
		r.spawn(func() {
			for k := 0; k < items; k++ {
				mu.Lock()
				for queue == 0 {
					c.Wait()
				}
				queue--
				r.total.Add(1)
				mu.Unlock()
				c.Broadcast()
			}
		})
	}
	return int64(n * items)
}

func spawnTree(r *round, rng *rand.Rand) int64 {
	var grow func(depth int)
	grow = func(depth int) {
		r.total.Add(1)
		if depth > 0 {
			r.spawn(func() { grow(depth - 1) })
			r.spawn(func() { grow(depth - 1) })
		}
	}
	depth := 4 + rng.Intn(5)
	r.spawn(func() { grow(depth) })
	return int64(1)<<(depth+1) - 1
}

func timers(r *round, rng *rand.Rand) int64 {
	n := 20 + rng.Intn(50)
	for i := 0; i < n; i++ {
		d := time.Duration(rng.Intn(3000)) * time.Microsecond
		kind := rng.Intn(3)
		r.spawn(func() {
			switch kind {
			case 0: // fires, or is stopped in time: once either way
				done := make(chan bool, 1)
				t := time.AfterFunc(d, func() { done <- true })
				if d > time.Millisecond && t.Stop() {
					done <- true
				}
				<-done
			case 1:
				t := time.NewTimer(time.Hour)
				t.Reset(d)
				<-t.C
			case 2:
				select {
				case <-time.After(d):
				case <-time.After(d + time.Hour):
					panic("the later timer fired first")
				}
			}
			r.total.Add(1)
		})
	}
	return int64(n)
}

func sleepers(r *round, rng *rand.Rand) int64 {
	n := 20 + rng.Intn(80)
	for i := 0; i < n; i++ {
		d := time.Duration(rng.Intn(2000)) * time.Microsecond
		r.spawn(func() {
			start := time.Now()
			time.Sleep(d)
			if time.Since(start) >= d {
				r.total.Add(1)
			}
		})
	}
	return int64(n)
}

func tickers(r *round, rng *rand.Rand) int64 {
	n := 3 + rng.Intn(10)
	r.spawn(func() {
		t := time.NewTicker(100 * time.Microsecond)
		defer t.Stop()
		for i := 0; i < n; i++ {
			<-t.C
			r.total.Add(1)
		}
	})
	return int64(n)
}

// One timer, set anew and stopped by one goroutine while another receives. With --lang go1.23 nothing stale may come.
func timerResets(r *round, rng *rand.Rand) int64 {
	n := 20 + rng.Intn(50)
	t := time.NewTimer(time.Hour)
	quit := make(chan bool)
	r.spawn(func() {
		for {
			select {
			case <-t.C:
			case <-quit:
				return
			}
		}
	})
	waits := make([]time.Duration, n)
	for i := range waits {
		waits[i] = time.Duration(rng.Intn(200)) * time.Microsecond
	}
	r.spawn(func() {
		for i, d := range waits {
			t.Reset(d)
			if i%3 == 0 {
				time.Sleep(d / 2)
			}
			if i%5 == 0 {
				t.Stop()
			}
			r.total.Add(1)
		}
		close(quit)
		t.Stop()
	})
	return int64(n)
}

// Tickers that nobody stops nor keeps.
func lostTickers(r *round, rng *rand.Rand) int64 {
	n := 1 + rng.Intn(20)
	for i := 0; i < n; i++ {
		d := time.Duration(1+rng.Intn(3)) * time.Millisecond
		r.spawn(func() {
			<-time.NewTicker(d).C
			<-time.After(d)
			r.total.Add(1)
		})
	}
	return int64(n)
}

// Reads of a pipe whose deadline is set by the reader and by somebody else, to the past and to the future.
func deadlines(r *round, rng *rand.Rand) int64 {
	n := 1 + rng.Intn(5)
	for i := 0; i < n; i++ {
		in, out, err := os.Pipe()
		if err != nil {
			panic(err)
		}
		var waits [10]time.Duration
		for k := range waits {
			waits[k] = time.Duration(rng.Intn(600)-200) * time.Microsecond
		}
		r.spawn(func() {
			defer in.Close()
			for {
				in.SetReadDeadline(time.Now().Add(2 * time.Millisecond))
				k, err := in.Read(make([]byte, 1))
				r.total.Add(int64(k))
				if k == 1 || !os.IsTimeout(err) {
					return
				}
			}
		})
		r.spawn(func() {
			for _, d := range waits {
				in.SetReadDeadline(time.Now().Add(d))
				time.Sleep(d / 2)
			}
			out.Write([]byte{1})
			out.Close()
		})
	}
	return int64(n)
}

// Many mutexes with a waiter or two each: the tree of semaphores.
func manyLocks(r *round, rng *rand.Rand) int64 {
	locks := make([]sync.Mutex, 50+rng.Intn(200))
	for i := range locks {
		locks[i].Lock()
	}
	for i := range locks {
		for k := 0; k < 1+i%3; k++ {
			r.spawn(func() {
				locks[i].Lock()
				r.total.Add(1)
				locks[i].Unlock()
			})
		}
	}
	order := rng.Perm(len(locks))
	r.spawn(func() {
		for _, i := range order {
			locks[i].Unlock()
		}
	})
	n := int64(0)
	for i := range locks {
		n += int64(1 + i%3)
	}
	return n
}

func collections(r *round, rng *rand.Rand) int64 {
	n := 1 + rng.Intn(3)
	for i := 0; i < n; i++ {
		r.spawn(func() {
			runtime.GC()
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			if m.Mallocs >= m.Frees {
				r.total.Add(1)
			}
		})
	}
	return int64(n)
}

func procs(r *round, rng *rand.Rand) int64 {
	n := 1 + rng.Intn(6)
	r.spawn(func() {
		runtime.GOMAXPROCS(n)
		r.total.Add(1)
	})
	return 1
}

func lockedThreads(r *round, rng *rand.Rand) int64 {
	n := 1 + rng.Intn(3)
	c := make(chan int)
	for i := 0; i < n; i++ {
		unlock := rng.Intn(2) == 0
		r.spawn(func() {
			runtime.LockOSThread()
			runtime.LockOSThread()
			c <- 1
			time.Sleep(50 * time.Microsecond)
			runtime.Gosched()
			runtime.UnlockOSThread()
			if unlock {
				runtime.UnlockOSThread()
			}
		})
	}
	r.spawn(func() {
		for i := 0; i < n; i++ {
			r.total.Add(int64(<-c))
		}
	})
	return int64(n)
}

func pipes(r *round, rng *rand.Rand) int64 {
	from, to, err := os.Pipe()
	if err != nil {
		panic(err)
	}
	size := 1000 + rng.Intn(200_000)
	r.spawn(func() {
		to.Write(make([]byte, size))
		to.Close()
	})
	r.spawn(func() {
		buf := make([]byte, 1+rng.Intn(1))
		buf = make([]byte, 4096)
		for {
			n, err := from.Read(buf)
			r.total.Add(int64(n))
			if err != nil {
				break
			}
		}
		from.Close()
	})
	return int64(size)
}

func panics(r *round, rng *rand.Rand) int64 {
	n := 10 + rng.Intn(20)
	for i := 0; i < n; i++ {
		r.spawn(func() {
			defer func() {
				if recover() != nil {
					r.total.Add(1)
				}
			}()
			var c chan int
			if n%2 == 0 {
				close(c)
			}
			panic("as agreed")
		})
	}
	return int64(n)
}

func goexits(r *round, rng *rand.Rand) int64 {
	n := 5 + rng.Intn(20)
	for i := 0; i < n; i++ {
		r.spawn(func() {
			defer r.total.Add(1)
			runtime.Goexit()
		})
	}
	return int64(n)
}

//go:noinline
func deep(n int) int64 {
	var pad [16]int64
	if n == 0 {
		return 0
	}
	pad[n%16] = 1
	return deep(n-1) + pad[n%16]
}

func deepStacks(r *round, rng *rand.Rand) int64 {
	n, depth := 1+rng.Intn(6), 100+rng.Intn(2000)
	for i := 0; i < n; i++ {
		r.spawn(func() { r.total.Add(deep(depth)) })
	}
	return int64(n * depth)
}

type node struct {
	left, right *node
	value       int64
}

func build(depth int) *node {
	if depth == 0 {
		return &node{value: 1}
	}
	return &node{build(depth - 1), build(depth - 1), 1}
}

func (n *node) sum() int64 {
	if n == nil {
		return 0
	}
	return n.value + n.left.sum() + n.right.sum()
}

func garbage(r *round, rng *rand.Rand) int64 {
	n := 1 + rng.Intn(4)
	for i := 0; i < n; i++ {
		r.spawn(func() {
			trees := make(chan *node, 1)
			for k := 0; k < 10; k++ {
				trees <- build(8)
				r.total.Add((<-trees).sum())
				_ = make([]byte, 50_000)
			}
		})
	}
	return int64(n) * 10 * 511
}

func pools(r *round, rng *rand.Rand) int64 {
	n := 2 + rng.Intn(4)
	for i := 0; i < n; i++ {
		r.spawn(func() {
			for k := 0; k < 100; k++ {
				x, _ := r.pool.Get().(*atomic.Int32)
				if x == nil {
					x = new(atomic.Int32)
				}
				if x.Add(1) == 1 {
					r.total.Add(1)
				}
				x.Store(0)
				r.pool.Put(x)
			}
		})
	}
	return int64(n * 100)
}

func closers(r *round, rng *rand.Rand) int64 {
	n := 5 + rng.Intn(30)
	c := make(chan int)
	for i := 0; i < n; i++ {
		r.spawn(func() {
			if _, ok := <-c; !ok {
				r.total.Add(1)
			}
		})
	}
	r.spawn(func() {
		runtime.Gosched()
		close(c)
	})
	return int64(n)
}

func spinners(r *round, rng *rand.Rand) int64 {
	var turn atomic.Int32
	const rounds = 5
	for me := int32(0); me < 2; me++ {
		me := me
		r.spawn(func() {
			for i := 0; i < rounds; i++ {
				for turn.Load() != me {
				}
				turn.Store(1 - me)
				r.total.Add(1)
			}
		})
	}
	return 2 * rounds
}

func stacks(r *round, rng *rand.Rand) int64 {
	r.spawn(func() {
		buf := make([]byte, 1<<16)
		if runtime.Stack(buf, true) > 0 && runtime.NumGoroutine() > 0 {
			r.total.Add(1)
		}
	})
	return 1
}

func finalizers(r *round, rng *rand.Rand) int64 {
	r.spawn(func() {
		for i := 0; i < 20; i++ {
			x := &node{value: 1}
			runtime.SetFinalizer(x, func(n *node) { n.value = 0 })
		}
		r.total.Add(1)
	})
	return 1
}

func maps(r *round, rng *rand.Rand) int64 {
	var mu sync.Mutex
	var m sync.Map
	shared := map[string]int{}
	n := 2 + rng.Intn(4)
	for i := 0; i < n; i++ {
		i := i
		r.spawn(func() {
			for k := 0; k < 100; k++ {
				key := strconv.Itoa(k % 37)
				mu.Lock()
				shared[key] += i
				delete(shared, strconv.Itoa(k%11))
				mu.Unlock()
				m.Store(k%13, i)
				if _, ok := m.Load(k % 13); ok {
					r.total.Add(1)
				}
			}
		})
	}
	return int64(n * 100)
}

func (r *round) run(seed int64) []string {
	rng := rand.New(rand.NewSource(seed))
	var names []string
	for n := 3 + rng.Intn(10); n > 0; n-- {
		a := actors[rng.Intn(len(actors))]
		names = append(names, a.name)
		// An actor draws from a generator of its own: its goroutines may, too.
		r.want += a.start(r, rand.New(rand.NewSource(rng.Int63())))
	}
	r.wg.Wait()
	return names
}

func argument(i int, otherwise int64) int64 {
	if len(os.Args) > i {
		if v, err := strconv.ParseInt(os.Args[i], 10, 64); err == nil {
			return v
		}
	}
	return otherwise
}

func main() {
	seconds, seed := argument(1, 5), argument(2, time.Now().UnixNano())
	deadline := time.Now().Add(time.Duration(seconds) * time.Second)
	base := runtime.NumGoroutine()
	rounds := 0
	for ; time.Now().Before(deadline); seed++ {
		r := &round{}
		done := make(chan bool)
		go r.watch(seed, done)
		names := r.run(seed)
		close(done)
		if r.total.Load() != r.want {
			fmt.Printf("seed %d: %d instead of %d, of %v\n", seed, r.total.Load(), r.want, names)
			os.Exit(1)
		}
		for i := 0; runtime.NumGoroutine() > base; i++ {
			if i == 1000 {
				fmt.Printf("seed %d: %d goroutines are left, of %v\n", seed, runtime.NumGoroutine()-base, names)
				os.Exit(1)
			}
			time.Sleep(time.Millisecond)
		}
		rounds++
	}
	fmt.Println("ok:", rounds > 0)
}
