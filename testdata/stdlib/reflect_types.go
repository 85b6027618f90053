// hood: run
// Types looked at: names, kinds, fields, tags, methods, signatures; identity, assignability, conversion.
package main

import (
	"fmt"
	"io"
	"reflect"
	"unsafe"
)

type celsius float64

func (c celsius) String() string { return fmt.Sprintf("%.1fC", float64(c)) }

type base struct {
	ID   int `json:"id,omitempty" db:"primary key"`
	note string
}

func (b base) Describe(prefix string, more ...int) (string, error) {
	return fmt.Sprint(prefix, b.ID, more), nil
}
func (b *base) Rename(s string) { b.note = s }
func (b base) hidden()          {}

type Outer struct {
	base
	*celsius
	Name  string
	Inner struct{ A, B int8 }
	F     func(int, ...string) bool
	C     <-chan []byte
	M     map[[2]string]interface{ Close() error }
	p     unsafe.Pointer
}

func show(t reflect.Type) {
	fmt.Printf("%v name=%q pkg=%q kind=%v size=%d align=%d/%d cmp=%v\n", t, t.Name(), t.PkgPath(), t.Kind(), t.Size(),
		t.Align(), t.FieldAlign(), t.Comparable())
	switch t.Kind() {
	case reflect.Struct:
		for i := 0; i < t.NumField(); i++ {
			f := t.Field(i)
			fmt.Printf("  field %s %v offset=%d index=%v embedded=%v pkg=%q exported=%v tag=%q\n", f.Name, f.Type, f.Offset,
				f.Index, f.Anonymous, f.PkgPath, f.IsExported(), f.Tag)
		}
	case reflect.Func:
		fmt.Println("  in", t.NumIn(), "out", t.NumOut(), "variadic", t.IsVariadic())
		for i := 0; i < t.NumIn(); i++ {
			fmt.Println("   ", t.In(i))
		}
	case reflect.Map:
		fmt.Println("  key", t.Key(), "elem", t.Elem())
	case reflect.Chan:
		fmt.Println("  dir", t.ChanDir(), "elem", t.Elem())
	case reflect.Array:
		fmt.Println("  len", t.Len(), "elem", t.Elem())
	}
	for i := 0; i < t.NumMethod(); i++ {
		m := t.Method(i)
		fmt.Println("  method", m.Index, m.Name, m.Type, m.PkgPath == "")
	}
}

func main() {
	var w io.ReadWriter
	for _, x := range []any{0, "", celsius(1), new(celsius), Outer{}, &Outer{}, base{}, &base{}, []int{}, [3]Outer{}[0].F,
		map[string]bool{}, make(chan int), make(chan<- int), [4]uint16{}, &w, struct{}{}, 1i, uintptr(0), fmt.Sprint} {
		show(reflect.TypeOf(x))
	}
	show(reflect.TypeOf(&w).Elem())

	f, ok := reflect.TypeOf(Outer{}).FieldByName("ID")
	fmt.Println(f.Index, ok, f.Tag.Get("json"), f.Tag.Get("db"), f.Tag.Get("xml"))
	_, found := f.Tag.Lookup("xml")
	fmt.Println(found, reflect.StructTag(`a:"1" b:"x\ty" c`).Get("b"))
	for _, f := range reflect.VisibleFields(reflect.TypeOf(Outer{})) {
		fmt.Print(f.Name, f.Index, " ")
	}
	fmt.Println()

	stringer := reflect.TypeOf((*fmt.Stringer)(nil)).Elem()
	err := reflect.TypeOf((*error)(nil)).Elem()
	c := reflect.TypeOf(celsius(0))
	fmt.Println(c.Implements(stringer), c.Implements(err), c.AssignableTo(stringer), c.AssignableTo(reflect.TypeOf(1.5)),
		c.ConvertibleTo(reflect.TypeOf(1)), c.ConvertibleTo(reflect.TypeOf("")), reflect.TypeOf(65).ConvertibleTo(reflect.TypeOf("")))
	fmt.Println(reflect.TypeOf(Outer{}).Implements(stringer), reflect.TypeOf(&Outer{}).Implements(stringer))

	// One type, one descriptor: made at run time or compiled.
	i, s := reflect.TypeOf(0), reflect.TypeOf("")
	fmt.Println(reflect.SliceOf(i) == reflect.TypeOf([]int{}), reflect.PointerTo(s) == reflect.TypeOf(new(string)),
		reflect.MapOf(s, reflect.SliceOf(i)) == reflect.TypeOf(map[string][]int{}),
		reflect.ArrayOf(5, i) == reflect.TypeOf([5]int{}), reflect.ChanOf(reflect.RecvDir, s) == reflect.TypeOf(make(<-chan string)),
		reflect.FuncOf([]reflect.Type{i, reflect.SliceOf(s)}, []reflect.Type{err}, true) == reflect.TypeOf(func(int, ...string) error { return nil }),
		reflect.StructOf([]reflect.StructField{{Name: "A", Type: i, Tag: `json:"a"`}, {Name: "B", Type: s}}) == reflect.TypeOf(struct {
			A int `json:"a"`
			B string
		}{}))
	fmt.Println(reflect.ChanOf(reflect.BothDir, reflect.ChanOf(reflect.RecvDir, i)), reflect.FuncOf(nil, []reflect.Type{i, s}, false))
}
