// Package csv reads and writes comma-separated values: RFC 4180.
//
// A record is a line of fields; a field in quotes may contain commas, newlines, and quotes that are written twice.
package csv

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode"
	"unicode/utf8"
)

// ParseError tells where in the input a record is wrong. Lines and columns count from 1, columns in bytes.
type ParseError struct {
	StartLine int // where the record begins
	Line      int
	Column    int
	Err       error
}

func (e *ParseError) Error() string {
	switch {
	case e.Err == ErrFieldCount:
		return fmt.Sprintf("record on line %d: %v", e.Line, e.Err)
	case e.StartLine != e.Line:
		return fmt.Sprintf("record on line %d; parse error on line %d, column %d: %v", e.StartLine, e.Line, e.Column, e.Err)
	}
	return fmt.Sprintf("parse error on line %d, column %d: %v", e.Line, e.Column, e.Err)
}

func (e *ParseError) Unwrap() error { return e.Err }

// What ParseError.Err may be.
var (
	ErrBareQuote  = errors.New("bare \" in non-quoted-field")
	ErrQuote      = errors.New("extraneous or missing \" in quoted-field")
	ErrFieldCount = errors.New("wrong number of fields")

	// ErrTrailingComma is no longer used.
	ErrTrailingComma = errors.New("extra delimiter at end of line")
)

var errInvalidDelim = errors.New("csv: invalid field or comment delimiter")

func validDelim(r rune) bool {
	return r != 0 && r != '"' && r != '\r' && r != '\n' && utf8.ValidRune(r) && r != utf8.RuneError
}

// Reader reads records. Its exported fields may be changed before the first read.
type Reader struct {
	Comma   rune // between fields
	Comment rune // begins lines to skip, if not 0
	// FieldsPerRecord is how many fields each record must have; 0: as many as the first one; negative: any number.
	FieldsPerRecord  int
	LazyQuotes       bool // quotes may stand anywhere
	TrimLeadingSpace bool
	ReuseRecord      bool // Read may return the slice of the call before

	// TrailingComma is no longer used.
	TrailingComma bool

	r      *bufio.Reader
	line   int
	offset int64
	long   []byte // a line that is longer than r's buffer

	record []byte // the fields of the record, without quotes, one behind the other
	ends   []int  // where they end in record
	places []place
	last   []string
}

// place is a position in the input.
type place struct{ line, col int }

// NewReader returns a Reader for commas.
func NewReader(r io.Reader) *Reader { return &Reader{Comma: ',', r: bufio.NewReader(r)} }

// Read returns the next record, io.EOF at the end. With ErrFieldCount comes the record, too.
func (r *Reader) Read() (record []string, err error) {
	if r.ReuseRecord {
		record, err = r.readRecord(r.last)
		r.last = record
		return record, err
	}
	return r.readRecord(nil)
}

// ReadAll returns all records that are left. The end is no error.
func (r *Reader) ReadAll() (records [][]string, err error) {
	for {
		record, err := r.readRecord(nil)
		if err == io.EOF {
			return records, nil
		}
		if err != nil {
			return nil, err
		}
		records = append(records, record)
	}
}

// FieldPos returns where field i of the last record begins.
func (r *Reader) FieldPos(field int) (line, column int) {
	if field < 0 || field >= len(r.places) {
		panic("out of range index passed to FieldPos")
	}
	p := r.places[field]
	return p.line, p.col
}

// InputOffset returns the offset of the end of the last record.
func (r *Reader) InputOffset() int64 { return r.offset }

// readLine returns a line with its newline, "\r\n" as "\n". A last line may have none.
func (r *Reader) readLine() ([]byte, error) {
	line, err := r.r.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		r.long = append(r.long[:0], line...)
		for err == bufio.ErrBufferFull {
			line, err = r.r.ReadSlice('\n')
			r.long = append(r.long, line...)
		}
		line = r.long
	}
	size := len(line)
	if size > 0 && err == io.EOF {
		err = nil
		// A carriage return at the very end is no part of the line either.
		if line[size-1] == '\r' {
			line = line[:size-1]
		}
	}
	r.line++
	r.offset += int64(size)
	if n := len(line); n >= 2 && line[n-2] == '\r' && line[n-1] == '\n' {
		line[n-2] = '\n'
		line = line[:n-1]
	}
	return line, err
}

// newline returns the length of the newline at the end of a line.
func newline(b []byte) int {
	if len(b) > 0 && b[len(b)-1] == '\n' {
		return 1
	}
	return 0
}

func (r *Reader) readRecord(dst []string) ([]string, error) {
	if r.Comma == r.Comment || !validDelim(r.Comma) || r.Comment != 0 && !validDelim(r.Comment) {
		return nil, errInvalidDelim
	}
	var line []byte
	var err error
	for {
		line, err = r.readLine()
		if err != nil {
			return nil, err
		}
		if r.Comment != 0 {
			if c, _ := utf8.DecodeRune(line); c == r.Comment {
				continue
			}
		}
		if len(line) > newline(line) {
			break
		}
	}
	start := r.line
	p := fieldParser{r: r, line: line, at: place{r.line, 1}, start: start}
	err = p.fields()
	if err == nil {
		err = p.err
	}
	text := string(r.record)
	dst = dst[:0]
	if cap(dst) < len(r.ends) {
		dst = make([]string, 0, len(r.ends))
	}
	from := 0
	for _, end := range r.ends {
		dst = append(dst, text[from:end])
		from = end
	}
	if r.FieldsPerRecord > 0 {
		if len(dst) != r.FieldsPerRecord && err == nil {
			err = &ParseError{StartLine: start, Line: start, Column: 1, Err: ErrFieldCount}
		}
	} else if r.FieldsPerRecord == 0 {
		r.FieldsPerRecord = len(dst)
	}
	return dst, err
}

// fieldParser takes the fields of one record.
type fieldParser struct {
	r     *Reader
	line  []byte // what is left of the line
	at    place  // where that begins
	start int
	err   error // of reading
}

func (p *fieldParser) skip(n int) {
	p.line = p.line[n:]
	p.at.col += n
}

func (p *fieldParser) fail(column int, err error) error {
	return &ParseError{StartLine: p.start, Line: p.at.line, Column: column, Err: err}
}

func (p *fieldParser) fields() error {
	r := p.r
	r.record = r.record[:0]
	r.ends = r.ends[:0]
	r.places = r.places[:0]
	for {
		if r.TrimLeadingSpace {
			n := bytes.IndexFunc(p.line, func(c rune) bool { return !unicode.IsSpace(c) })
			if n < 0 {
				n = len(p.line)
				p.at.col -= newline(p.line)
			}
			p.skip(n)
		}
		var more bool
		var err error
		if len(p.line) == 0 || p.line[0] != '"' {
			more, err = p.plain()
		} else {
			more, err = p.quoted()
		}
		if err != nil || !more {
			return err
		}
	}
}

// plain takes a field without quotes.
func (p *fieldParser) plain() (more bool, err error) {
	r := p.r
	end := bytes.IndexRune(p.line, r.Comma)
	field := p.line
	if end >= 0 {
		field = field[:end]
	} else {
		field = field[:len(field)-newline(field)]
	}
	if !r.LazyQuotes {
		if i := bytes.IndexByte(field, '"'); i >= 0 {
			return false, p.fail(p.at.col+i, ErrBareQuote)
		}
	}
	r.record = append(r.record, field...)
	r.ends = append(r.ends, len(r.record))
	r.places = append(r.places, p.at)
	if end < 0 {
		return false, nil
	}
	p.skip(end + utf8.RuneLen(r.Comma))
	return true, nil
}

// quoted takes a field in quotes, which may reach over several lines.
func (p *fieldParser) quoted() (more bool, err error) {
	r := p.r
	begin := p.at
	p.skip(1)
	done := func() {
		r.ends = append(r.ends, len(r.record))
		r.places = append(r.places, begin)
	}
	for {
		i := bytes.IndexByte(p.line, '"')
		switch {
		case i >= 0:
			r.record = append(r.record, p.line[:i]...)
			p.skip(i + 1)
			c, _ := utf8.DecodeRune(p.line)
			switch {
			case c == '"' && len(p.line) > 0:
				r.record = append(r.record, '"')
				p.skip(1)
			case c == r.Comma && len(p.line) > 0:
				p.skip(utf8.RuneLen(r.Comma))
				done()
				return true, nil
			case newline(p.line) == len(p.line):
				done()
				return false, nil
			case r.LazyQuotes:
				r.record = append(r.record, '"')
			default:
				return false, p.fail(p.at.col-1, ErrQuote)
			}
		case len(p.line) > 0:
			r.record = append(r.record, p.line...)
			if p.err != nil {
				return false, nil
			}
			p.at.col += len(p.line)
			p.line, p.err = r.readLine()
			if len(p.line) > 0 {
				p.at = place{p.at.line + 1, 1}
			}
			if p.err == io.EOF {
				p.err = nil
			}
		default:
			if !r.LazyQuotes && p.err == nil {
				return false, p.fail(p.at.col, ErrQuote)
			}
			done()
			return false, nil
		}
	}
}
