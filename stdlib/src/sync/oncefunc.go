package sync

// OnceFunc returns a function that calls f at its first call only. If f panics, every call panics with the same value.
func OnceFunc(f func()) func() {
	var o onceCall
	return func() { o.do(&f) }
}

// OnceValue returns a function that calls f at its first call, and returns what f returned at every one. If f panics,
// every call panics with the same value.
func OnceValue[T any](f func() T) func() T {
	var o onceCall
	var result T
	g := func() { result = f() }
	return func() T {
		o.do(&g)
		return result
	}
}

// OnceValues is OnceValue for functions with two results.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	var o onceCall
	var r1 T1
	var r2 T2
	g := func() { r1, r2 = f() }
	return func() (T1, T2) {
		o.do(&g)
		return r1, r2
	}
}

// A onceCall is a call that happens once, and whose panic happens to everybody.
type onceCall struct {
	once     Once
	returned bool
	panicked any
}

func (o *onceCall) do(f *func()) {
	o.once.Do(func() {
		defer func() {
			if !o.returned {
				o.panicked = recover()
				panic(o.panicked) // with the trace of the first call
			}
		}()
		(*f)()
		*f = nil // what it holds may be collected
		o.returned = true
	})
	if !o.returned {
		panic(o.panicked)
	}
}
