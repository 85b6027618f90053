// hood: run   knobs: gcstress=0
// Package runtime/trace: the file of a traced program, taken apart: tasks, regions, messages, goroutines.
package main

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"runtime/trace"
	"sort"
	"sync"
	"time"
)

func work(ctx context.Context) {
	defer trace.StartRegion(ctx, "work").End()
	trace.Log(ctx, "step", "begun")
	trace.WithRegion(ctx, "sleep", func() { time.Sleep(time.Millisecond) })
	trace.Logf(ctx, "step", "done after %d part", 1)
}

func program() {
	ctx, task := trace.NewTask(context.Background(), "main task")
	defer task.End()
	c, quit := make(chan int), make(chan int)
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			c <- i
			<-quit
		}(i)
	}
	for i := 0; i < 3; i++ {
		<-c
	}
	close(quit)
	wg.Wait()
	work(ctx)
	inner, sub := trace.NewTask(ctx, "sub task")
	trace.Log(inner, "", "inside")
	sub.End()
	runtime.GC()
}

// reader reads numbers of seven bits a byte.
type reader struct{ *bytes.Reader }

func (r reader) number() (v uint64) {
	for shift := 0; ; shift += 7 {
		b, err := r.ReadByte()
		if err != nil {
			panic(err)
		}
		v |= uint64(b&0x7F) << shift
		if b < 0x80 {
			return v
		}
	}
}

func (r reader) text() string {
	b := make([]byte, r.number())
	r.Read(b)
	return string(b)
}

type event struct {
	kind byte
	time uint64
	args []uint64
	text string
}

// parse returns the events by time, and the strings.
func parse(data []byte) (events []event, names map[uint64]string) {
	r := reader{bytes.NewReader(data[16:])}
	names = map[uint64]string{}
	now := uint64(0) // of the batch
	for r.Len() > 0 {
		head, _ := r.ReadByte()
		e := event{kind: head & 0x3F}
		if e.kind == 37 {
			id := r.number()
			names[id] = r.text()
			continue
		}
		if n := int(head >> 6); n < 3 {
			for i := 0; i <= n; i++ {
				e.args = append(e.args, r.number())
			}
		} else {
			end := int64(r.number())
			end = r.Size() - int64(r.Len()) + end
			for r.Size()-int64(r.Len()) < end {
				e.args = append(e.args, r.number())
			}
		}
		switch e.kind {
		case 1:
			now = e.args[1]
		case 2, 3:
		default:
			now += e.args[0]
		}
		if e.kind == 48 {
			e.text = r.text()
		}
		e.time = now
		events = append(events, e)
	}
	sort.SliceStable(events, func(i, j int) bool { return events[i].time < events[j].time })
	return events, names
}

func main() {
	program() // without a trace it does the same
	var out bytes.Buffer
	fmt.Println(trace.Start(&out), trace.IsEnabled())
	fmt.Println(trace.Start(&out))
	program()
	trace.Stop()
	trace.Stop()
	fmt.Println(trace.IsEnabled())

	data := out.Bytes()
	fmt.Printf("%q\n", data[:16])
	events, names := parse(data)
	count := map[byte]int{}
	tasks := map[uint64]int{0: 0}
	for _, e := range events {
		count[e.kind]++
		switch e.kind {
		case 45:
			tasks[e.args[1]] = len(tasks)
			fmt.Println("task", tasks[e.args[1]], "of", tasks[e.args[2]], names[e.args[3]])
		case 46:
			fmt.Println("end of task", tasks[e.args[1]])
		case 47:
			fmt.Println("region of task", tasks[e.args[1]], []string{"begins", "ends"}[e.args[2]], names[e.args[3]])
		case 48:
			fmt.Println("message of task", tasks[e.args[1]], names[e.args[2]], e.text)
		}
	}
	fmt.Println("one frequency, GOMAXPROCS:", count[2], count[4] > 0)
	fmt.Println("goroutines made, started, ended:", count[13] >= 3, count[14]+count[38] >= 3, count[15] >= 3)
	fmt.Println("blocked: sleep, send or receive:", count[19] >= 1, count[22]+count[23] >= 1, "made ready:", count[21]+count[39] >= 1)
	fmt.Println("collections:", count[7] >= 1, count[7] == count[8])
	fmt.Println(trace.Start(&out))
	trace.Stop()
}
