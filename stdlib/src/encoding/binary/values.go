package binary

import (
	"errors"
	"io"
	"math"
	"reflect"
)

// Size returns the number of bytes that Write writes for v, -1 if v is not of fixed size: a number, a bool, an array or
// struct of such, a slice of such, or a pointer to one.
func Size(v any) int { return sizeOfValue(reflect.Indirect(reflect.ValueOf(v))) }

func sizeOfValue(v reflect.Value) int {
	if !v.IsValid() {
		return -1
	}
	if v.Kind() == reflect.Slice {
		n := sizeOfType(v.Type().Elem())
		if n < 0 {
			return -1
		}
		return n * v.Len()
	}
	return sizeOfType(v.Type())
}

func sizeOfType(t reflect.Type) int {
	switch t.Kind() {
	case reflect.Bool, reflect.Int8, reflect.Uint8, reflect.Int16, reflect.Uint16, reflect.Int32, reflect.Uint32,
		reflect.Int64, reflect.Uint64, reflect.Float32, reflect.Float64, reflect.Complex64, reflect.Complex128:
		return int(t.Size())
	case reflect.Array:
		if n := sizeOfType(t.Elem()); n >= 0 {
			return n * t.Len()
		}
	case reflect.Struct:
		sum := 0
		for i := 0; i < t.NumField(); i++ {
			n := sizeOfType(t.Field(i).Type)
			if n < 0 {
				return -1
			}
			sum += n
		}
		return sum
	}
	return -1
}

// Read reads data, a pointer to a value of fixed size or a slice of such, from r. Blank fields are skipped.
func Read(r io.Reader, order ByteOrder, data any) error {
	v := reflect.ValueOf(data)
	size := -1
	switch v.Kind() {
	case reflect.Pointer:
		v = v.Elem()
		size = sizeOfValue(v)
	case reflect.Slice:
		size = sizeOfValue(v)
	}
	if size < 0 {
		return errors.New("binary.Read: invalid type " + typeName(data))
	}
	buf := make([]byte, size)
	if _, err := io.ReadFull(r, buf); err != nil {
		return err
	}
	c := coder{order: order, buf: buf}
	c.read(v)
	return nil
}

// Write writes data, a value of fixed size, a slice of such, or a pointer to one, to w. Blank fields are zeros.
func Write(w io.Writer, order ByteOrder, data any) error {
	v := reflect.Indirect(reflect.ValueOf(data))
	size := sizeOfValue(v)
	if size < 0 {
		return errors.New("binary.Write: some values are not fixed-sized in type " + typeName(data))
	}
	c := coder{order: order, buf: make([]byte, size)}
	buf := c.buf
	c.write(v)
	_, err := w.Write(buf)
	return err
}

// Append appends what Write writes to buf.
func Append(buf []byte, order ByteOrder, data any) ([]byte, error) {
	v := reflect.Indirect(reflect.ValueOf(data))
	size := sizeOfValue(v)
	if size < 0 {
		return nil, errors.New("binary.Append: some values are not fixed-sized in type " + typeName(data))
	}
	n := len(buf)
	buf = append(buf, make([]byte, size)...)
	c := coder{order: order, buf: buf[n:]}
	c.write(v)
	return buf, nil
}

var errShort = errors.New("buffer too small")

// Encode writes what Write writes to buf and returns the number of bytes.
func Encode(buf []byte, order ByteOrder, data any) (int, error) {
	v := reflect.Indirect(reflect.ValueOf(data))
	size := sizeOfValue(v)
	if size < 0 {
		return 0, errors.New("binary.Encode: some values are not fixed-sized in type " + typeName(data))
	}
	if len(buf) < size {
		return 0, errShort
	}
	c := coder{order: order, buf: buf[:size]}
	c.write(v)
	return size, nil
}

// Decode reads as Read does from buf and returns the number of bytes.
func Decode(buf []byte, order ByteOrder, data any) (int, error) {
	v := reflect.ValueOf(data)
	size := -1
	switch v.Kind() {
	case reflect.Pointer:
		v = v.Elem()
		size = sizeOfValue(v)
	case reflect.Slice:
		size = sizeOfValue(v)
	}
	if size < 0 {
		return 0, errors.New("binary.Decode: invalid type " + typeName(data))
	}
	if len(buf) < size {
		return 0, errShort
	}
	c := coder{order: order, buf: buf[:size]}
	c.read(v)
	return size, nil
}

func typeName(data any) string {
	if data == nil {
		return "<nil>"
	}
	return reflect.TypeOf(data).String()
}

// coder goes through a value and its bytes side by side.
type coder struct {
	order ByteOrder
	buf   []byte
}

// take returns the next n bytes.
func (c *coder) take(n int) []byte {
	b := c.buf[:n]
	c.buf = c.buf[n:]
	return b
}

func (c *coder) getUint(size int) uint64 {
	b := c.take(size)
	switch size {
	case 1:
		return uint64(b[0])
	case 2:
		return uint64(c.order.Uint16(b))
	case 4:
		return uint64(c.order.Uint32(b))
	}
	return c.order.Uint64(b)
}

func (c *coder) putUint(size int, x uint64) {
	b := c.take(size)
	switch size {
	case 1:
		b[0] = byte(x)
	case 2:
		c.order.PutUint16(b, uint16(x))
	case 4:
		c.order.PutUint32(b, uint32(x))
	default:
		c.order.PutUint64(b, x)
	}
}

func (c *coder) read(v reflect.Value) {
	size := int(v.Type().Size())
	switch v.Kind() {
	case reflect.Array, reflect.Slice:
		for i := 0; i < v.Len(); i++ {
			c.read(v.Index(i))
		}
	case reflect.Struct:
		t := v.Type()
		for i := 0; i < v.NumField(); i++ {
			// A field that is not blank and cannot be set panics, so that nobody misses it.
			if f := v.Field(i); f.CanSet() || t.Field(i).Name != "_" {
				c.read(f)
			} else {
				c.take(sizeOfType(f.Type()))
			}
		}
	case reflect.Bool:
		v.SetBool(c.getUint(1) != 0)
	case reflect.Int8:
		v.SetInt(int64(int8(c.getUint(1))))
	case reflect.Int16:
		v.SetInt(int64(int16(c.getUint(2))))
	case reflect.Int32:
		v.SetInt(int64(int32(c.getUint(4))))
	case reflect.Int64:
		v.SetInt(int64(c.getUint(8)))
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(c.getUint(size))
	case reflect.Float32:
		v.SetFloat(c.getFloat(4))
	case reflect.Float64:
		v.SetFloat(c.getFloat(8))
	case reflect.Complex64, reflect.Complex128:
		re := c.getFloat(size / 2)
		v.SetComplex(complex(re, c.getFloat(size/2)))
	}
}

func (c *coder) getFloat(size int) float64 {
	if size == 4 {
		return float64(math.Float32frombits(uint32(c.getUint(4))))
	}
	return math.Float64frombits(c.getUint(8))
}

func (c *coder) write(v reflect.Value) {
	size := int(v.Type().Size())
	switch v.Kind() {
	case reflect.Array, reflect.Slice:
		for i := 0; i < v.Len(); i++ {
			c.write(v.Index(i))
		}
	case reflect.Struct:
		t := v.Type()
		for i := 0; i < v.NumField(); i++ {
			f := v.Field(i)
			if t.Field(i).Name == "_" {
				zero := c.take(sizeOfType(f.Type()))
				for k := range zero {
					zero[k] = 0
				}
				continue
			}
			c.write(f)
		}
	case reflect.Bool:
		x := uint64(0)
		if v.Bool() {
			x = 1
		}
		c.putUint(1, x)
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		c.putUint(size, uint64(v.Int()))
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		c.putUint(size, v.Uint())
	case reflect.Float32, reflect.Float64:
		c.putFloat(size, v.Float())
	case reflect.Complex64, reflect.Complex128:
		x := v.Complex()
		c.putFloat(size/2, real(x))
		c.putFloat(size/2, imag(x))
	}
}

func (c *coder) putFloat(size int, x float64) {
	if size == 4 {
		c.putUint(4, uint64(math.Float32bits(float32(x))))
	} else {
		c.putUint(8, math.Float64bits(x))
	}
}
