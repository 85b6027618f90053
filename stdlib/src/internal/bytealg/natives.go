// Package bytealg is the leaf loops over bytes that strings and bytes share, in C++.
package bytealg

// IndexByte returns the index of the first c in b, -1 if there is none.
func IndexByte(b []byte, c byte) int

func IndexByteString(s string, c byte) int

// LastIndexByte returns the index of the last c in b, -1 if there is none.
func LastIndexByte(b []byte, c byte) int

func LastIndexByteString(s string, c byte) int

// Count returns how many bytes of b are c.
func Count(b []byte, c byte) int

func CountString(s string, c byte) int

// Index returns the index of the first sep in b, -1 if there is none. An empty sep is found at 0.
func Index(b, sep []byte) int

func IndexString(s, sep string) int

// IndexRuneString returns the index of the first r in s, -1 if there is none. REQUIRES r is a valid rune.
func IndexRuneString(s string, r rune) int

// LastIndex returns the index of the last sep in b, -1 if there is none. An empty sep is found at the end.
func LastIndex(b, sep []byte) int

func LastIndexString(s, sep string) int

// Compare orders a and b by bytes: -1, 0 or 1.
func Compare(a, b []byte) int

func CompareString(a, b string) int

func Equal(a, b []byte) bool

// String returns a string that shares b's memory. REQUIRES: nobody writes to b[:len(b)] any more.
func String(b []byte) string

// ToUpperASCII returns s in upper case, s itself if that changes nothing; ok is false if s is not all ASCII.
func ToUpperASCII(s string) (t string, ok bool)

func ToLowerASCII(s string) (t string, ok bool)

// EqualFold reports whether s and t are equal under simple Unicode case folding.
func EqualFold(s, t string) bool

// CountFields returns how many runs of non-space runes s has.
func CountFields(s string) int

// NextField returns the bounds of the first such run from index from on, len(s) twice if there is none.
func NextField(s string, from int) (start, end int)

// Fields writes the bounds of as many runs as there is room for in bounds, and returns how many numbers those are.
func Fields(s string, from int, bounds []int) int

// TrimSpaceBounds returns the bounds of s without the white space around it, 0, 0 if there is nothing else.
func TrimSpaceBounds(s string) (start, end int)
