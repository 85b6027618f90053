// hood: run
// unsafe.Pointer was called "unsafe.Pointer", of no package: its name is Pointer, and its package unsafe.
package main

import (
	"fmt"
	"reflect"
	"unsafe"
)

type P unsafe.Pointer

func main() {
	for _, x := range []any{unsafe.Pointer(nil), P(nil), 1, new(unsafe.Pointer)} {
		t := reflect.TypeOf(x)
		fmt.Printf("%q %q %v %v\n", t.Name(), t.PkgPath(), t, t.Kind())
	}
}
