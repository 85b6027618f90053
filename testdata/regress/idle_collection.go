// hood: run   knobs: forcegcperiod=20ms gcstress=0   needs: gc   oracle: no
// The collection that is due after a while without one waited for a goroutine that runs at the moment when somebody looks: in a
// program that mostly sleeps there was none.
package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for i := 0; i < 20; i++ {
		time.Sleep(30 * time.Millisecond)
	}
	runtime.ReadMemStats(&after)
	fmt.Println(after.NumGC > before.NumGC)
}

// out: true
