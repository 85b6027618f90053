// hood: run
// Channels by reflection: waiting and not, select over any number, from many goroutines.
package main

import (
	"fmt"
	"reflect"
	"sync"
)

type msg struct {
	from int
	text *string
}

func main() {
	c := reflect.MakeChan(reflect.TypeOf(make(chan msg)), 1)
	text := "hello"
	fmt.Println(c.TrySend(reflect.ValueOf(msg{1, &text})), c.TrySend(reflect.ValueOf(msg{2, &text})), c.Len(), c.Cap())
	x, ok := c.TryRecv()
	fmt.Println(*x.Interface().(msg).text, ok)
	x, ok = c.TryRecv()
	fmt.Println(x.IsValid(), ok)
	go func() {
		for i := 0; i < 3; i++ {
			s := fmt.Sprint("m", i)
			c.Send(reflect.ValueOf(msg{i, &s}))
		}
		c.Close()
	}()
	for {
		x, ok := c.Recv()
		if !ok {
			fmt.Println("closed", x.Field(0))
			break
		}
		m := x.Interface().(msg)
		fmt.Println(m.from, *m.text)
	}

	const n = 20
	cases := make([]reflect.SelectCase, n)
	chans := make([]chan int, n)
	var wg sync.WaitGroup
	for i := range cases {
		chans[i] = make(chan int)
		cases[i] = reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(chans[i])}
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			for k := 0; k < 5; k++ {
				chans[i] <- i
			}
			close(chans[i])
		}(i)
	}
	sum, open := 0, n
	for open > 0 {
		i, v, ok := reflect.Select(cases)
		if !ok {
			cases[i].Chan = reflect.Value{}
			open--
			continue
		}
		if int(v.Int()) != i {
			panic("wrong channel")
		}
		sum += int(v.Int())
	}
	wg.Wait()
	fmt.Println(sum)

	full := make(chan string, 1)
	pick := []reflect.SelectCase{{Dir: reflect.SelectSend, Chan: reflect.ValueOf(full), Send: reflect.ValueOf("s")}, {Dir: reflect.SelectDefault}}
	i, _, _ := reflect.Select(pick)
	k, _, _ := reflect.Select(pick)
	fmt.Println(i, k, <-full)
	for _, f := range []func(){
		func() { reflect.ValueOf(make(<-chan int)).Send(reflect.ValueOf(1)) },
		func() { reflect.ValueOf(make(chan<- int)).Recv() },
		func() { reflect.Select([]reflect.SelectCase{{}}) },
		func() { c.Close() },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
