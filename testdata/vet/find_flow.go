// hood: vet   exit: 2
// What is never reached, and what is left behind on some path.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
)

func afterReturn() int {
	return 1
	fmt.Println("dead") // err: find_flow.go:14:2: unreachable code
	fmt.Println("dead, but said once")
	return 2
}

func afterLoop() {
	for {
		fmt.Println("endless")
	}
	fmt.Println("dead") // err: find_flow.go:23:2: unreachable code
}

func left(n int) {
	for {
		if n > 0 {
			break
		}
	}
	fmt.Println("alive")
}

func labelled() {
outer:
	for {
		switch {
		default:
			break outer
		}
		fmt.Println("dead") // err: find_flow.go:42:3: unreachable code
	}
	goto end
	fmt.Println("dead") // err: find_flow.go:45:2: unreachable code
end:
	fmt.Println("alive")
}

func afterPanic(n int) int {
	switch n {
	case 1:
		panic("one")
		n++ // err: find_flow.go:54:3: unreachable code
	case 2:
		return 2
	default:
		return 3
	}
	return n
}

func discarded() {
	ctx, _ := context.WithCancel(context.Background()) // err: find_flow.go:64:7: the cancel function returned by context.WithCancel should be called, not discarded, to avoid a context leak
	fmt.Println(ctx)
}

func sometimes(b bool) error {
	ctx, cancel := context.WithCancel(context.Background()) // err: find_flow.go:69:2: the cancel function is not used on all paths (possible context leak)
	if b {
		return errors.New("forgot") // err: find_flow.go:71:3: this return statement may be reached without using the cancel var defined on line 69
	}
	cancel()
	return ctx.Err()
}

func never() {
	var ctx, cancel = context.WithTimeout(context.Background(), 1) // err: find_flow.go:78:6: the cancel function is not used on all paths (possible context leak)
	_ = ctx
	if false {
		cancel()
	}
} // err: find_flow.go:83:1: this return statement may be reached without using the cancel var defined on line 78

func always(b bool) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	_ = ctx
	if b {
		return
	}
}

func handedOn() (context.Context, context.CancelFunc) {
	return context.WithCancel(context.Background())
}

func orExits(b bool) {
	ctx, cancel := context.WithCancel(context.Background())
	if b {
		os.Exit(1)
	}
	cancel()
	_ = ctx
}

func inLoop(n int) {
	for i := 0; i < n; i++ {
		ctx, cancel := context.WithCancel(context.Background()) // err: find_flow.go:109:3: the cancel function is not used on all paths (possible context leak)
		if i == 3 {
			return // err: find_flow.go:111:4: this return statement may be reached without using the cancel var defined on line 109
		}
		_ = ctx
		cancel()
	}
}

func main() {}
