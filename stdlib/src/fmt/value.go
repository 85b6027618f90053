package fmt

import (
	"internal/bytealg"
	"internal/rtype"
)

// What each verb means for values of each kind.

func (p *printer) printBool(v bool, verb rune) {
	if verb == 't' || verb == 'v' {
		p.boolean(v)
	} else {
		p.badVerb(verb)
	}
}

func (p *printer) printInteger(v uint64, isSigned bool, verb rune) {
	switch verb {
	case 'v':
		if p.sharpV && !isSigned {
			p.hex(v, true)
		} else {
			p.integer(v, 10, isSigned, verb, lowerDigits)
		}
	case 'd':
		p.integer(v, 10, isSigned, verb, lowerDigits)
	case 'b':
		p.integer(v, 2, isSigned, verb, lowerDigits)
	case 'o', 'O':
		p.integer(v, 8, isSigned, verb, lowerDigits)
	case 'x':
		p.integer(v, 16, isSigned, verb, lowerDigits)
	case 'X':
		p.integer(v, 16, isSigned, verb, upperDigits)
	case 'c':
		p.char(v)
	case 'q':
		p.quotedChar(v)
	case 'U':
		p.unicodePoint(v)
	default:
		p.badVerb(verb)
	}
}

// hex prints v in hexadecimal, with or without 0x, whatever the flag # says.
func (p *printer) hex(v uint64, prefix bool) {
	sharp := p.sharp
	p.sharp = prefix
	p.integer(v, 16, false, 'v', lowerDigits)
	p.sharp = sharp
}

func (p *printer) printFloat(v float64, size int, verb rune) {
	switch verb {
	case 'v':
		p.float(v, size, 'g', -1)
	case 'b', 'g', 'G', 'x', 'X':
		p.float(v, size, verb, -1)
	case 'f', 'e', 'E':
		p.float(v, size, verb, 6)
	case 'F':
		p.float(v, size, 'f', 6)
	default:
		p.badVerb(verb)
	}
}

func (p *printer) printComplex(v complex128, size int, verb rune) {
	switch verb {
	case 'v', 'b', 'g', 'G', 'x', 'X', 'f', 'F', 'e', 'E':
		plus := p.plus
		p.writeByte('(')
		p.printFloat(real(v), size/2, verb)
		p.plus = true // the imaginary part always has a sign
		p.printFloat(imag(v), size/2, verb)
		p.writeString("i)")
		p.plus = plus
	default:
		p.badVerb(verb)
	}
}

func (p *printer) printString(v string, verb rune) {
	switch verb {
	case 'v':
		if p.sharpV {
			p.quoted(v)
		} else {
			p.str(v)
		}
	case 's':
		p.str(v)
	case 'x':
		p.hexString(v, lowerDigits)
	case 'X':
		p.hexString(v, upperDigits)
	case 'q':
		p.quoted(v)
	default:
		p.badVerb(verb)
	}
}

func (p *printer) printBytes(v []byte, verb rune, typeName string) {
	switch verb {
	case 'v', 'd':
		if p.sharpV {
			p.writeString(typeName)
			if v == nil {
				p.writeString("(nil)")
				return
			}
			p.writeByte('{')
			for i, c := range v {
				if i > 0 {
					p.writeString(", ")
				}
				p.hex(uint64(c), true)
			}
			p.writeByte('}')
			return
		}
		p.writeByte('[')
		for i, c := range v {
			if i > 0 {
				p.writeByte(' ')
			}
			p.integer(uint64(c), 10, false, verb, lowerDigits)
		}
		p.writeByte(']')
	case 's', 'x', 'X', 'q':
		p.printString(bytealg.String(v), verb)
	default:
		p.printValue(rtype.ValueOf(v), verb, 0)
	}
}

func (p *printer) pointer(value rtype.Value, verb rune) {
	switch value.Kind() {
	case rtype.Chan, rtype.Func, rtype.Map, rtype.Pointer, rtype.Slice, rtype.UnsafePointer:
	default:
		p.badVerb(verb)
		return
	}
	u := uint64(value.Pointer())
	switch verb {
	case 'v':
		switch {
		case p.sharpV:
			p.writeByte('(')
			p.writeString(value.Type().String())
			p.writeString(")(")
			if u == 0 {
				p.writeString("nil")
			} else {
				p.hex(u, true)
			}
			p.writeByte(')')
		case u == 0:
			p.pad("<nil>")
		default:
			p.hex(u, !p.sharp)
		}
	case 'p':
		p.hex(u, !p.sharp)
	case 'b', 'o', 'd', 'x', 'X':
		p.printInteger(u, false, verb)
	default:
		p.badVerb(verb)
	}
}

// separate writes what stands between two elements.
func (p *printer) separate(i int) {
	if i > 0 {
		if p.sharpV {
			p.writeByte(',')
		}
		p.writeByte(' ')
	}
}

// printValue prints a value of any type; depth tells how far inside the operand. Methods of the operand itself
// were tried before.
func (p *printer) printValue(value rtype.Value, verb rune, depth int) {
	if depth > 0 {
		p.arg = nil
		if value.IsValid() && value.CanInterface() {
			p.arg = value.Interface()
			if p.arg != nil && p.callMethod(verb) {
				return
			}
		}
	}
	p.value = value
	switch value.Kind() {
	case rtype.Invalid:
		if depth == 0 {
			p.writeString("<invalid reflect.Value>")
		} else if verb == 'v' {
			p.writeString("<nil>")
		} else {
			p.arg = nil
			p.badVerb(verb)
		}
	case rtype.Bool:
		p.printBool(value.Bool(), verb)
	case rtype.Int, rtype.Int8, rtype.Int16, rtype.Int32, rtype.Int64:
		p.printInteger(uint64(value.Int()), true, verb)
	case rtype.Uint, rtype.Uint8, rtype.Uint16, rtype.Uint32, rtype.Uint64, rtype.Uintptr:
		p.printInteger(value.Uint(), false, verb)
	case rtype.Float32, rtype.Float64:
		p.printFloat(value.Float(), value.Type().Bits(), verb)
	case rtype.Complex64, rtype.Complex128:
		p.printComplex(value.Complex(), value.Type().Bits(), verb)
	case rtype.String:
		p.printString(value.String(), verb)
	case rtype.Map:
		p.printMap(value, verb, depth)
	case rtype.Struct:
		p.printStruct(value, verb, depth)
	case rtype.Interface:
		elem := value.Elem()
		switch {
		case elem.IsValid():
			p.printValue(elem, verb, depth+1)
		case p.sharpV:
			p.writeString(value.Type().String())
			p.writeString("(nil)")
		default:
			p.writeString("<nil>")
		}
	case rtype.Array, rtype.Slice:
		p.printElements(value, verb, depth)
	case rtype.Pointer:
		// What the operand itself points to is shown; deeper pointers may form cycles.
		if depth == 0 && !value.IsNil() {
			elem := value.Elem()
			switch elem.Kind() {
			case rtype.Array, rtype.Slice, rtype.Struct, rtype.Map:
				p.writeByte('&')
				p.printValue(elem, verb, depth+1)
				return
			}
		}
		p.pointer(value, verb)
	default:
		p.pointer(value, verb)
	}
}

func (p *printer) printMap(value rtype.Value, verb rune, depth int) {
	if p.sharpV {
		p.writeString(value.Type().String())
		if value.IsNil() {
			p.writeString("(nil)")
			return
		}
		p.writeByte('{')
	} else {
		p.writeString("map[")
	}
	keys, elems := sortedEntries(value)
	for i := range keys {
		p.separate(i)
		p.printValue(keys[i], verb, depth+1)
		p.writeByte(':')
		p.printValue(elems[i], verb, depth+1)
	}
	if p.sharpV {
		p.writeByte('}')
	} else {
		p.writeByte(']')
	}
}

func (p *printer) printStruct(value rtype.Value, verb rune, depth int) {
	t := value.Type()
	if p.sharpV {
		p.writeString(t.String())
	}
	p.writeByte('{')
	for i := 0; i < value.NumField(); i++ {
		p.separate(i)
		if p.plusV || p.sharpV {
			if name := t.Field(i).Name; name != "" {
				p.writeString(name)
				p.writeByte(':')
			}
		}
		field := value.Field(i)
		if field.Kind() == rtype.Interface && !field.IsNil() {
			field = field.Elem()
		}
		p.printValue(field, verb, depth+1)
	}
	p.writeByte('}')
}

// printElements prints an array or a slice.
func (p *printer) printElements(value rtype.Value, verb rune, depth int) {
	t := value.Type()
	switch verb {
	case 's', 'q', 'x', 'X':
		if t.Elem().Kind() == rtype.Uint8 {
			p.printBytes(bytesOf(value), verb, t.String())
			return
		}
	}
	if p.sharpV {
		p.writeString(t.String())
		if value.Kind() == rtype.Slice && value.IsNil() {
			p.writeString("(nil)")
			return
		}
		p.writeByte('{')
	} else {
		p.writeByte('[')
	}
	for i, n := 0, value.Len(); i < n; i++ {
		p.separate(i)
		p.printValue(value.Index(i), verb, depth+1)
	}
	if p.sharpV {
		p.writeByte('}')
	} else {
		p.writeByte(']')
	}
}

// bytesOf returns the bytes of an array or slice whose elements are of kind Uint8.
func bytesOf(value rtype.Value) []byte {
	if value.Kind() == rtype.Slice {
		return value.Bytes()
	}
	out := make([]byte, value.Len())
	for i := range out {
		out[i] = byte(value.Index(i).Uint())
	}
	return out
}
