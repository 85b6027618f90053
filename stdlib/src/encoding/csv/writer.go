package csv

import (
	"bufio"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Writer writes records. Its exported fields may be changed before the first write. Flush it at the end, and look at
// Error.
type Writer struct {
	Comma   rune // between fields
	UseCRLF bool // lines end in "\r\n"

	w *bufio.Writer
}

// NewWriter returns a Writer for commas.
func NewWriter(w io.Writer) *Writer { return &Writer{Comma: ',', w: bufio.NewWriter(w)} }

// Write writes a record, with quotes where they are needed.
func (w *Writer) Write(record []string) error {
	if !validDelim(w.Comma) {
		return errInvalidDelim
	}
	for i, field := range record {
		if i > 0 {
			if _, err := w.w.WriteRune(w.Comma); err != nil {
				return err
			}
		}
		var err error
		if w.needsQuotes(field) {
			err = w.writeQuoted(field)
		} else {
			_, err = w.w.WriteString(field)
		}
		if err != nil {
			return err
		}
	}
	return w.newline()
}

func (w *Writer) newline() error {
	end := "\n"
	if w.UseCRLF {
		end = "\r\n"
	}
	_, err := w.w.WriteString(end)
	return err
}

func (w *Writer) writeQuoted(field string) error {
	w.w.WriteByte('"')
	for field != "" {
		i := strings.IndexAny(field, "\"\r\n")
		if i < 0 {
			i = len(field)
		}
		w.w.WriteString(field[:i])
		field = field[i:]
		if field == "" {
			break
		}
		switch field[0] {
		case '"':
			w.w.WriteString(`""`)
		case '\r':
			if !w.UseCRLF {
				w.w.WriteByte('\r')
			}
		case '\n':
			w.newline()
		}
		field = field[1:]
	}
	return w.w.WriteByte('"') // errors stick to the buffer
}

// needsQuotes reports whether a field would be read as something else without quotes. `\.` is the end of data for
// PostgreSQL.
func (w *Writer) needsQuotes(field string) bool {
	if field == "" {
		return false
	}
	if field == `\.` || strings.ContainsRune(field, w.Comma) || strings.ContainsAny(field, "\"\r\n") {
		return true
	}
	first, _ := utf8.DecodeRuneInString(field)
	return unicode.IsSpace(first)
}

// Flush writes what is buffered.
func (w *Writer) Flush() { w.w.Flush() }

// Error returns the first error of a write or flush.
func (w *Writer) Error() error {
	_, err := w.w.Write(nil)
	return err
}

// WriteAll writes records and flushes.
func (w *Writer) WriteAll(records [][]string) error {
	for _, record := range records {
		if err := w.Write(record); err != nil {
			return err
		}
	}
	return w.w.Flush()
}
