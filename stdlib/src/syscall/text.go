package syscall

import "unsafe"

// SlicePtrFromStrings returns the addresses of what ByteSliceFromString makes of each string, and nil behind them.
func SlicePtrFromStrings(ss []string) ([]*byte, error) {
	all := make([]*byte, len(ss)+1)
	for i, s := range ss {
		p, err := BytePtrFromString(s)
		if err != nil {
			return nil, err
		}
		all[i] = p
	}
	return all, nil
}

// StringByteSlice is ByteSliceFromString that panics. Deprecated: use that.
func StringByteSlice(s string) []byte {
	b, err := ByteSliceFromString(s)
	if err != nil {
		panic("syscall: string with NUL passed to StringByteSlice")
	}
	return b
}

// StringBytePtr is BytePtrFromString that panics. Deprecated: use that.
func StringBytePtr(s string) *byte { return unsafe.SliceData(StringByteSlice(s)) }

// StringSlicePtr is SlicePtrFromStrings that panics. Deprecated: use that.
func StringSlicePtr(ss []string) []*byte {
	all := make([]*byte, len(ss)+1)
	for i, s := range ss {
		all[i] = StringBytePtr(s)
	}
	return all
}
