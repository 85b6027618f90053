// hood: run   book: 4.6
// Atomic operations: no update is lost, compare-and-swap changes only what it expects, Value keeps one concrete type.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"unsafe"
)

type config struct{ name string }

func main() {
	var i32 int32
	var i64 int64
	var u32 uint32 = 5
	var u64 uint64
	fmt.Println(atomic.AddInt32(&i32, -3), atomic.AddInt64(&i64, 1<<40), atomic.AddUint32(&u32, ^uint32(0)), atomic.AddUint64(&u64, ^uint64(4))) // out: -3 1099511627776 4 18446744073709551611
	fmt.Println(atomic.CompareAndSwapInt32(&i32, -3, 7), atomic.CompareAndSwapInt32(&i32, -3, 8), i32)                                           // out: true false 7
	fmt.Println(atomic.SwapInt64(&i64, 9), atomic.LoadInt64(&i64))                                                                               // out: 1099511627776 9
	atomic.StoreUint32(&u32, 1<<31)
	fmt.Println(atomic.LoadUint32(&u32), u64) // out: 2147483648 18446744073709551611

	var ptr unsafe.Pointer
	a, b := &config{"a"}, &config{"b"}
	fmt.Println(atomic.CompareAndSwapPointer(&ptr, nil, unsafe.Pointer(a)), (*config)(atomic.LoadPointer(&ptr)).name) // out: true a
	atomic.StorePointer(&ptr, unsafe.Pointer(b))
	fmt.Println((*config)(atomic.SwapPointer(&ptr, nil)).name, ptr == nil) // out: b true

	var n atomic.Int64
	var flag atomic.Bool
	fmt.Println(flag.Swap(true), flag.Load(), flag.CompareAndSwap(false, true)) // out: false true false
	var wg sync.WaitGroup
	var spin uint32
	plain := 0
	for g := 0; g < 8; g++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 0; i < 100; i++ {
				n.Add(2)
				for !atomic.CompareAndSwapUint32(&spin, 0, 1) { // a spin lock
				}
				plain++
				atomic.StoreUint32(&spin, 0)
			}
		}()
	}
	wg.Wait()
	fmt.Println(n.Load(), plain) // out: 1600 800

	var v atomic.Value
	fmt.Println(v.Load()) // out: <nil>
	v.Store(config{"x"})
	fmt.Println(v.Load().(config).name, v.CompareAndSwap(config{"x"}, config{"y"}), v.Swap(config{"z"}), v.Load()) // out: x true {y} {z}
	func() {
		defer func() { fmt.Println(recover()) }() // out: sync/atomic: store of inconsistently typed value into Value
		v.Store("a string")
	}()
	func() {
		defer func() { fmt.Println(recover()) }() // out: sync/atomic: store of nil value into Value
		v.Store(nil)
	}()
}
