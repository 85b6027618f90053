# --seeds runs a program under one schedule after another: alike, it behaves as under hood run; else its outcomes are told.
# oracle: no
# exit: 2
# err: hood: 40 seeds, all alike: exit status 0
# err: hood: 100 seeds, 2 outcomes
# err: exit status 0, first with --det --seed
# err:  | a first
# err: exit status 2, first with --det --seed
# err:  | fatal error: all goroutines are asleep - deadlock!
# err: hood: --seeds wants FIRST-LAST, two numbers from 1 on, not 9-3
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT
cat >"$dir/alike.go" <<'GO'
package main

import "fmt"

func main() {
	c := make(chan int)
	for i := 0; i < 10; i++ {
		go func(i int) { c <- i }(i)
	}
	sum := 0
	for i := 0; i < 10; i++ {
		sum += <-c
	}
	fmt.Println(sum)
}
GO
cat >"$dir/differs.go" <<'GO'
package main

import "fmt"

// Waits for ever if b was first three times.
func main() {
	done := make(chan bool)
	go func() {
		for i := 0; i < 3; i++ {
			a, b := make(chan bool, 1), make(chan bool, 1)
			a <- true
			b <- true
			select {
			case <-a:
				fmt.Println("a first")
				close(done)
				return
			case <-b:
			}
		}
	}()
	<-done
}
GO
hood run --seeds 1-40 "$dir/alike.go"
hood run --seeds 1-100 "$dir/differs.go"
echo "exit status $?"
hood run --seeds 9-3 "$dir/alike.go"
