// hood: run   knobs: schedtrace=2 scheddetail=1 gomaxprocs=2   oracle: no   book: 9.2
// GODEBUG=schedtrace=2,scheddetail=1 prints what the scheduler is doing, in Go's lines.
// err: SCHED
// err: ms: gomaxprocs=2 idleprocs=
// err: spinningthreads=
// err: runqueue=
// err: gcwaiting=
// err: nmidlelocked=0 stopwait=
// err: P0: status=
// err: schedtick=
// err: P1: status=
// err: M0: p=
// err: curg=
// err: G1: status=
// err: lockedm=-1
package main

import "time"

func main() {
	// The thread that prints may get its turn late on a busy machine.
	x := 0
	for round := 0; round < 20; round++ {
		for start := time.Now(); time.Since(start) < 5*time.Millisecond; {
			x++
		}
		time.Sleep(5 * time.Millisecond)
	}
}
