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
	FlagNamed = 1 << iota
	FlagDirect
	FlagComparable
	FlagMemEqual
	FlagVariadic
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

// InterfaceMethod repeats rt::InterfaceMethod: a method of an interface type.
type InterfaceMethod struct {
	Name    string
	PkgPath string // "" if exported
	typ     *Type
}

// FuncType returns the method's type, without receiver. It may not be there before somebody asks, so nothing else reads typ.
func (m *InterfaceMethod) FuncType() *Type { return resolveType(&m.typ) }

func resolveType(cell **Type) *Type

// Method repeats rt::Method: a method in the method set of a type that is no interface.
type Method struct {
	InterfaceMethod
	Code unsafe.Pointer // its entry for calls through interfaces, nil if nothing can call it
}

// Type is a type descriptor. It repeats rt::Type of runtime/core/type.h field by field. Package reflect wraps it; others
// use the methods.
type Type struct {
	Size_       uintptr
	PtrBytes    uintptr
	Hash        uint32
	Kind_       Kind
	Align_      uint8
	FieldAlign_ uint8
	Flags       uint8
	GCMask      *byte
	Str         string
	Name_       string
	PkgPath_    string
	Elem_       *Type
	Key_        *Type
	Length      int
	Fields      []StructField
	Imethods    []InterfaceMethod
	Methods     []Method
	In          []*Type
	Out         []*Type
	PtrTo       *Type
	MapLayout   unsafe.Pointer
	Identity    string
}

// TypeOf returns the dynamic type of x, nil for a nil interface.
func TypeOf(x any) *Type

// word returns the data word of an interface.
func word(x any) unsafe.Pointer

func (t *Type) Kind() Kind { return t.Kind_ }

// String returns the type as %T prints it.
func (t *Type) String() string { return t.Str }

// Name returns the name of a named type, "" for others.
func (t *Type) Name() string { return t.Name_ }

// Size returns the size of a value in bytes.
func (t *Type) Size() uintptr { return t.Size_ }

// Elem returns the element type of an array, channel, map, pointer or slice type.
func (t *Type) Elem() *Type { return t.Elem_ }

// Key returns the key type of a map type.
func (t *Type) Key() *Type { return t.Key_ }

// Len returns the length of an array type.
func (t *Type) Len() int { return t.Length }

// NumField returns the number of fields of a struct type.
func (t *Type) NumField() int { return len(t.Fields) }

// Field returns a field of a struct type.
func (t *Type) Field(i int) *StructField { return &t.Fields[i] }

// Bits returns the size of a number in bits.
func (t *Type) Bits() int { return int(t.Size_) * 8 }

func (t *Type) direct() bool { return t.Flags&FlagDirect != 0 }
