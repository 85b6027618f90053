// Package rtype looks at values through their run-time types. It is the part of reflection that the standard
// library itself needs; its methods have the names of package reflect's.
package rtype

import "unsafe"

// Kind is what sort of type a type is, numbered as reflect.Kind.
type Kind uint8

const (
	Invalid Kind = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

var kindNames = [...]string{"invalid", "bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16",
	"uint32", "uint64", "uintptr", "float32", "float64", "complex64", "complex128", "array", "chan", "func",
	"interface", "map", "ptr", "slice", "string", "struct", "unsafe.Pointer"}

func (k Kind) String() string { return kindNames[k] }

// Flags of a Type, as runtime/core/type.h numbers them.
const (
	flagNamed = 1 << iota
	flagDirect
	flagComparable
)

// StructField is a field of a struct type.
type StructField struct {
	Name    string
	PkgPath string // "" if exported
	Tag     string
	Type    *Type
	Offset  uintptr

	Anonymous bool
}

// IsExported reports whether code of any package may name the field.
func (f *StructField) IsExported() bool { return f.PkgPath == "" }

// method repeats rt::InterfaceMethod; concreteMethod repeats rt::Method.
type method struct {
	name    string
	pkgPath string
	typ     *Type
}

type concreteMethod struct {
	method
	code unsafe.Pointer
}

// Type is a type descriptor. It repeats rt::Type of runtime/core/type.h field by field.
type Type struct {
	size       uintptr
	ptrBytes   uintptr
	hash       uint32
	kind       Kind
	align      uint8
	fieldAlign uint8
	flags      uint8
	gcMask     *byte
	str        string
	name       string
	pkgPath    string
	elem       *Type
	key        *Type
	length     int
	fields     []StructField
	imethods   []method
	methods    []concreteMethod
	in         []*Type
	out        []*Type
	ptrTo      *Type
	mapLayout  unsafe.Pointer
}

// TypeOf returns the dynamic type of x, nil for a nil interface.
func TypeOf(x any) *Type

// word returns the data word of an interface.
func word(x any) unsafe.Pointer

func (t *Type) Kind() Kind { return t.kind }

// String returns the type as %T prints it.
func (t *Type) String() string { return t.str }

// Name returns the name of a named type, "" for others.
func (t *Type) Name() string { return t.name }

// Size returns the size of a value in bytes.
func (t *Type) Size() uintptr { return t.size }

// Elem returns the element type of an array, channel, map, pointer or slice type.
func (t *Type) Elem() *Type { return t.elem }

// Key returns the key type of a map type.
func (t *Type) Key() *Type { return t.key }

// Len returns the length of an array type.
func (t *Type) Len() int { return t.length }

// NumField returns the number of fields of a struct type.
func (t *Type) NumField() int { return len(t.fields) }

// Field returns a field of a struct type.
func (t *Type) Field(i int) *StructField { return &t.fields[i] }

// Bits returns the size of a number in bits.
func (t *Type) Bits() int { return int(t.size) * 8 }

func (t *Type) direct() bool { return t.flags&flagDirect != 0 }
