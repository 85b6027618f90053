// Package quick tests functions with random arguments. Mirrors: src/testing/quick (Go 1.19).
package quick

import (
	"flag"
	"fmt"
	"math"
	"math/rand"
	"reflect"
	"strings"
	"time"
)

var defaultMaxCount *int = flag.Int("quickchecks", 100, "The default number of iterations for each check")

// A Generator makes random values of its own type; size says how large.
type Generator interface {
	Generate(rand *rand.Rand, size int) reflect.Value
}

// complexSize is how large values without a size of their own get.
const complexSize = 50

// Value returns a random value of a type; ok is false if there is a type in it of which none can be made.
func Value(t reflect.Type, rand *rand.Rand) (value reflect.Value, ok bool) {
	return sized(t, rand, complexSize)
}

// random32 and random64 return numbers of all magnitudes.
func random32(r *rand.Rand) float32 {
	f := r.Float64() * math.MaxFloat32
	if r.Int()&1 == 1 {
		f = -f
	}
	return float32(f)
}

func random64(r *rand.Rand) float64 {
	f := r.Float64() * math.MaxFloat64
	if r.Int()&1 == 1 {
		f = -f
	}
	return f
}

func randomInt64(r *rand.Rand) int64 { return int64(r.Uint64()) }

func sized(t reflect.Type, r *rand.Rand, size int) (value reflect.Value, ok bool) {
	if m, ok := reflect.Zero(t).Interface().(Generator); ok {
		return m.Generate(r, size), true
	}
	v := reflect.New(t).Elem()
	switch t.Kind() {
	case reflect.Bool:
		v.SetBool(r.Int()&1 == 0)
	case reflect.Float32:
		v.SetFloat(float64(random32(r)))
	case reflect.Float64:
		v.SetFloat(random64(r))
	case reflect.Complex64:
		v.SetComplex(complex(float64(random32(r)), float64(random32(r))))
	case reflect.Complex128:
		v.SetComplex(complex(random64(r), random64(r)))
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Int:
		v.SetInt(randomInt64(r))
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uint, reflect.Uintptr:
		v.SetUint(uint64(randomInt64(r)))
	case reflect.Map:
		n := r.Intn(size)
		v.Set(reflect.MakeMap(t))
		for i := 0; i < n; i++ {
			key, ok1 := sized(t.Key(), r, size)
			elem, ok2 := sized(t.Elem(), r, size)
			if !ok1 || !ok2 {
				return reflect.Value{}, false
			}
			v.SetMapIndex(key, elem)
		}
	case reflect.Pointer:
		if r.Intn(size) == 0 {
			v.SetZero()
			break
		}
		elem, ok := sized(t.Elem(), r, size)
		if !ok {
			return reflect.Value{}, false
		}
		v.Set(reflect.New(t.Elem()))
		v.Elem().Set(elem)
	case reflect.Slice:
		n := r.Intn(size)
		v.Set(reflect.MakeSlice(t, n, n))
		return v, fill(v, n, r, size-n)
	case reflect.Array:
		return v, fill(v, v.Len(), r, size)
	case reflect.String:
		runes := make([]rune, r.Intn(complexSize))
		for i := range runes {
			runes[i] = rune(r.Intn(0x10ffff))
		}
		v.SetString(string(runes))
	case reflect.Struct:
		n := v.NumField()
		// What a struct of structs may take is shared.
		left := size
		if n > left {
			left = 1
		} else if n > 0 {
			left /= n
		}
		for i := 0; i < n; i++ {
			elem, ok := sized(t.Field(i).Type, r, left)
			if !ok {
				return reflect.Value{}, false
			}
			v.Field(i).Set(elem)
		}
	default:
		return reflect.Value{}, false
	}
	return v, true
}

func fill(v reflect.Value, n int, r *rand.Rand, size int) bool {
	for i := 0; i < n; i++ {
		elem, ok := sized(v.Type().Elem(), r, max(size, 1))
		if !ok {
			return false
		}
		v.Index(i).Set(elem)
	}
	return true
}

// A Config says how to test; zero fields and nil are defaults.
type Config struct {
	MaxCount      int     // how many times, 0: MaxCountScale
	MaxCountScale float64 // times the default number, which the flag -quickchecks sets
	Rand          *rand.Rand
	Values        func([]reflect.Value, *rand.Rand) // makes the arguments
}

func (c *Config) rand() *rand.Rand {
	if c.Rand == nil {
		return rand.New(rand.NewSource(time.Now().UnixNano()))
	}
	return c.Rand
}

func (c *Config) maxCount() int {
	if c.MaxCount != 0 {
		return c.MaxCount
	}
	if c.MaxCountScale != 0 {
		return int(c.MaxCountScale * float64(*defaultMaxCount))
	}
	return *defaultMaxCount
}

// A SetupError is a wrong use of this package.
type SetupError string

func (s SetupError) Error() string { return string(s) }

// A CheckError is arguments for which the function returned false.
type CheckError struct {
	Count int
	In    []any
}

func (s *CheckError) Error() string {
	return fmt.Sprintf("#%d: failed on input %s", s.Count, list(s.In))
}

// A CheckEqualError is arguments for which the two functions returned different results.
type CheckEqualError struct {
	CheckError
	Out1 []any
	Out2 []any
}

func (s *CheckEqualError) Error() string {
	return fmt.Sprintf("#%d: failed on input %s. Output 1: %s. Output 2: %s", s.Count, list(s.In), list(s.Out1), list(s.Out2))
}

func list(values []any) string {
	parts := make([]string, len(values))
	for i, v := range values {
		parts[i] = fmt.Sprintf("%#v", v)
	}
	return strings.Join(parts, ", ")
}

func functionOf(f any) (v reflect.Value, t reflect.Type, ok bool) {
	v = reflect.ValueOf(f)
	if v.Kind() != reflect.Func {
		return v, nil, false
	}
	return v, v.Type(), true
}

// arguments fills args with random arguments of a function.
func arguments(args []reflect.Value, t reflect.Type, c *Config, r *rand.Rand) error {
	if c.Values != nil {
		c.Values(args, r)
		return nil
	}
	for i := range args {
		v, ok := Value(t.In(i), r)
		if !ok {
			return SetupError(fmt.Sprintf("cannot create arbitrary value of type %s for argument %d", t.In(i), i))
		}
		args[i] = v
	}
	return nil
}

func interfaces(values []reflect.Value) []any {
	list := make([]any, len(values))
	for i, v := range values {
		list[i] = v.Interface()
	}
	return list
}

// Check calls f, which returns a bool, with random arguments until it returns false; that is a *CheckError.
func Check(f any, config *Config) error {
	if config == nil {
		config = &Config{}
	}
	v, t, ok := functionOf(f)
	if !ok {
		return SetupError("argument is not a function")
	}
	if t.NumOut() != 1 {
		return SetupError("function does not return one value")
	}
	if t.Out(0).Kind() != reflect.Bool {
		return SetupError("function does not return a bool")
	}
	args := make([]reflect.Value, t.NumIn())
	r := config.rand()
	for i, n := 0, config.maxCount(); i < n; i++ {
		if err := arguments(args, t, config, r); err != nil {
			return err
		}
		if !v.Call(args)[0].Bool() {
			return &CheckError{i + 1, interfaces(args)}
		}
	}
	return nil
}

// CheckEqual calls f and g with the same random arguments until they return different results; that is a
// *CheckEqualError.
func CheckEqual(f, g any, config *Config) error {
	if config == nil {
		config = &Config{}
	}
	x, xt, ok := functionOf(f)
	if !ok {
		return SetupError("f is not a function")
	}
	y, yt, ok := functionOf(g)
	if !ok {
		return SetupError("g is not a function")
	}
	if xt != yt {
		return SetupError("functions have different types")
	}
	args := make([]reflect.Value, xt.NumIn())
	r := config.rand()
	for i, n := 0, config.maxCount(); i < n; i++ {
		if err := arguments(args, xt, config, r); err != nil {
			return err
		}
		out1, out2 := interfaces(x.Call(args)), interfaces(y.Call(args))
		if !reflect.DeepEqual(out1, out2) {
			return &CheckEqualError{CheckError{i + 1, interfaces(args)}, out1, out2}
		}
	}
	return nil
}
