package strconv

// How a parse ended, as stdlib/native/number_text.h numbers it.
const (
	parsedOK = iota
	parsedSyntax
	parsedRange
	parsedBadBase
	parsedBadBitSize
)

// parseUint and parseInt parse all of s; out of range, v is the nearest value that fits.
func parseUint(s string, base, bitSize int) (v uint64, status int)

func parseInt(s string, base, bitSize int) (v int64, status int)

// parseFloatPrefix parses the n bytes of s that are a number.
func parseFloatPrefix(s string, bitSize int) (f float64, n int, status int)

func formatInteger(magnitude uint64, negative bool, base int) string

// formatFloat formats in any format. REQUIRES: bitSize is 32 or 64.
func formatFloat(f float64, fmt byte, prec, bitSize int) string

// Which runes a quoted text shows as themselves.
const (
	quotePrint = iota
	quoteASCII
	quoteGraphic
)

func quoteString(s string, quote byte, mode int) string

// The same three, written to free if there is room: n is the length, or minus the room that it takes.
func putInteger(free []byte, magnitude uint64, negative bool, base int) (n int)
func putFloat(free []byte, f float64, fmt byte, prec, bitSize int) (n int)
func putQuoted(free []byte, s string, quote byte, mode int) (n int)

func quoteRune(r rune, mode int) string

// IsPrint reports whether r is printable as unicode.IsPrint says: letters, marks, numbers, punctuation, symbols
// and the ASCII space.
func IsPrint(r rune) bool

// IsGraphic reports whether r is graphic as unicode.IsGraphic says: printable or a space separator.
func IsGraphic(r rune) bool
