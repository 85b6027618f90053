// hood: run
// Values looked at, changed, converted; what may not be done, and how that is said.
package main

import (
	"errors"
	"fmt"
	"reflect"
	"sort"
	"strings"
)

type point struct {
	X, Y int
	name string
}

func (p point) Len() int       { return p.X*p.X + p.Y*p.Y }
func (p *point) Move(d int)    { p.X += d; p.Y += d }
func (p point) String() string { return fmt.Sprintf("(%d,%d)", p.X, p.Y) }

type level int8
type list []level
type shape interface{ Len() int }

func try(what string, f func()) {
	defer func() {
		if e := recover(); e != nil {
			_, isError := e.(error)
			fmt.Println(what+":", e, isError)
		}
	}()
	f()
}

func main() {
	p := point{1, 2, "n"}
	v := reflect.ValueOf(&p).Elem()
	v.Field(0).SetInt(10)
	v.FieldByName("Y").Set(reflect.ValueOf(20))
	fmt.Println(p, v.Field(2), v.CanSet(), v.Field(2).CanSet(), v.Field(2).CanInterface(), v.NumMethod(), v.Addr().NumMethod())
	v.Addr().Interface().(*point).Move(1)
	fmt.Println(v.Interface(), v.Field(0).Addr().Elem().Int())
	fmt.Printf("%v %d %+v %T %s|%v\n", v, v.Field(0), v.Field(1), v, v, []reflect.Value{v.Field(0)})

	var s shape
	iv := reflect.ValueOf(&s).Elem()
	fmt.Println(iv.Kind(), iv.IsNil(), iv.Elem().IsValid())
	iv.Set(v)
	fmt.Println(s, iv.Elem().Type(), iv.NumMethod(), iv.Method(0).Call(nil)[0])

	l := reflect.ValueOf(&list{1, 2}).Elem()
	l.Set(reflect.Append(l, reflect.ValueOf(level(3)), reflect.ValueOf(level(4))))
	l.Index(0).SetInt(100)
	fmt.Println(l, l.Len(), l.Slice(1, 3), l.Slice3(0, 1, 2).Cap(), l.Index(1).OverflowInt(200), l.Index(1).OverflowInt(-128))
	l.SetLen(1)
	fmt.Println(reflect.AppendSlice(l, reflect.ValueOf(list{7, 8})), l)
	b := make([]byte, 3)
	fmt.Println(reflect.Copy(reflect.ValueOf(b), reflect.ValueOf("hello")), string(b))

	m := reflect.ValueOf(map[string]int{"a": 1, "b": 2})
	m.SetMapIndex(reflect.ValueOf("c"), reflect.ValueOf(3))
	m.SetMapIndex(reflect.ValueOf("a"), reflect.Value{})
	keys := m.MapKeys()
	sort.Slice(keys, func(i, j int) bool { return keys[i].String() < keys[j].String() })
	fmt.Println(keys, m.Len(), m.MapIndex(reflect.ValueOf("b")), m.MapIndex(reflect.ValueOf("zz")).IsValid())
	sum := 0
	for it := m.MapRange(); it.Next(); {
		sum += int(it.Value().Int()) + len(it.Key().String())
	}
	fmt.Println(sum)

	for _, x := range []any{0, 1.5, "", "x", nil, p, [2]int{}, []int(nil), (*int)(nil), struct{ A, B any }{}} {
		if x != nil {
			fmt.Print(reflect.ValueOf(x).IsZero(), reflect.Zero(reflect.TypeOf(x)), " ")
		}
	}
	fmt.Println()
	str := reflect.TypeOf("")
	for _, c := range []struct {
		x any
		t any
	}{{65, ""}, {3.99, 0}, {-1, uint8(0)}, {"héy", []rune{}}, {[]byte("hi"), ""}, {level(7), 1.0}, {list{1}, []level{}}, {p, (*shape)(nil)},
		{300, level(0)}, {float32(0.1), 0.0}} {
		t := reflect.TypeOf(c.t)
		if t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		r := reflect.ValueOf(c.x).Convert(t)
		fmt.Printf("%v %v; ", r, r.Type())
	}
	fmt.Println(reflect.ValueOf(1.5).CanConvert(str))

	fmt.Println(reflect.DeepEqual([]any{1, map[string][]int{"a": {1}}}, []any{1, map[string][]int{"a": {1}}}),
		reflect.DeepEqual([]int(nil), []int{}), reflect.DeepEqual(p, point{11, 21, "n"}), reflect.DeepEqual(errors.New("a"), errors.New("a")))

	ro := v.Field(2)
	try("set ro", func() { ro.SetString("x") })
	try("iface ro", func() { _ = ro.Interface() })
	try("unaddressable", func() { reflect.ValueOf(p).Field(0).SetInt(1) })
	try("kind", func() { reflect.ValueOf("s").Int() })
	try("zero", func() { reflect.Value{}.Type() })
	try("elem", func() { reflect.ValueOf(1).Elem() })
	try("assign", func() { v.Field(0).Set(reflect.ValueOf("s")) })
	try("index", func() { reflect.ValueOf([]int{1}).Index(3) })
	try("field", func() { reflect.ValueOf(p).Field(9) })
	try("nilmap", func() { reflect.ValueOf(map[string]int(nil)).SetMapIndex(reflect.ValueOf("a"), reflect.ValueOf(1)) })
	try("call", func() { reflect.ValueOf(strings.ToUpper).Call(nil) })
	try("call2", func() { reflect.ValueOf(strings.ToUpper).Call([]reflect.Value{reflect.ValueOf(1)}) })
	try("convert", func() { reflect.ValueOf(1.5).Convert(str) })
	try("elemtype", func() { reflect.TypeOf(1).Elem() })
	try("method", func() { reflect.ValueOf(p).Method(7) })
	try("nilfunc", func() { reflect.ValueOf((func())(nil)).Call(nil) })
	try("isnil", func() { reflect.ValueOf(1).IsNil() })
	try("numfield", func() { reflect.TypeOf(1).NumField() })
	try("mapof", func() { reflect.MapOf(reflect.TypeOf([]int{}), str) })
}
