package reflect

import (
	abi "internal/rtype"
	"unsafe"
)

// What this package needs of the runtime: stdlib/native/reflect*.cc.

// typeOf returns the dynamic type of x, nil for a nil interface; word its data word; box copies the value of type t at
// p into an interface, of an interface value what is in it.
func typeOf(x any) *rtype
func word(x any) unsafe.Pointer
func box(t *rtype, p unsafe.Pointer) any

// newObject and newArray return zeroed memory.
func newObject(t *rtype) unsafe.Pointer
func newArray(t *rtype, n int) unsafe.Pointer

// typedmemmove copies a value of type t, typedmemclr zeroes one; typedslicecopy copies n, which may overlap.
func typedmemmove(t *rtype, dst, src unsafe.Pointer)
func typedmemclr(t *rtype, p unsafe.Pointer)
func typedslicecopy(elem *rtype, dst, src unsafe.Pointer, n int)

// growslice makes the capacity of the slice at s at least n, as append would.
func growslice(elem *rtype, s *sliceHeader, n int)

// equal compares two values of type t by ==; it panics where that would.
func equal(t *rtype, p, q unsafe.Pointer) bool

// getitab returns the itab of an interface type with methods, nil if typ lacks some.
func getitab(inter, typ *rtype) unsafe.Pointer

// The descriptors of types made from others.
func pointerTo(t *rtype) *rtype
func sliceOf(t *rtype) *rtype
func arrayOf(n int, t *rtype) *rtype
func mapOf(key, elem *rtype) *rtype
func chanOf(dir int, t *rtype) *rtype
func funcOf(in, out []*rtype, variadic bool) *rtype
func structOf(fields []abi.StructField) *rtype

// frameOf returns the type of the words of a call: results, the receiver's word if there is one, parameters, each at
// its own slots.
func frameOf(fn *rtype, receiver bool) *rtype

// Maps. Keys and elements are given by their addresses.
func makemap(t *rtype, n int) unsafe.Pointer
func maplen(m unsafe.Pointer) int
func mapaccess(t *rtype, m, key unsafe.Pointer) unsafe.Pointer
func mapassign(t *rtype, m, key, elem unsafe.Pointer)
func mapdelete(t *rtype, m, key unsafe.Pointer)
func mapclear(t *rtype, m unsafe.Pointer)

// mapiterinit starts before the first entry; mapiternext goes to the next. record is the type of *it.
func mapiterinit(t *rtype, m unsafe.Pointer, it *mapRecord, record *rtype)
func mapiternext(it *mapRecord, record *rtype)

// Channels. Values are given by their addresses.
func makechan(t *rtype, n int) unsafe.Pointer
func chanlen(c unsafe.Pointer) int
func chancap(c unsafe.Pointer) int
func chanclose(c unsafe.Pointer)
func chansend(c, elem unsafe.Pointer)
func chanrecv(c, elem unsafe.Pointer) (ok bool)
func trysend(c, elem unsafe.Pointer) (selected bool)
func tryrecv(c, elem unsafe.Pointer) (selected, ok bool)
func selectgo(cases []chanCase, block bool) (index int, ok bool)

// call calls a func value with the words at frame, results first; the results are there afterwards.
func call(fn, frame unsafe.Pointer, results, params int)

// storeSlots copies a value of type t from memory into the slots of a frame.
func storeSlots(t *rtype, slots, p unsafe.Pointer)

// codeOf returns the address of the code that a func value or method table names, which may be linked by this.
func codeOf(code unsafe.Pointer) unsafe.Pointer

// makeFuncStub returns the entry of the functions of MakeFunc.
func makeFuncStub() unsafe.Pointer
