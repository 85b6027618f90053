// Package tabwriter turns tabs in text into aligned columns (elastic tabstops, by Nick Gravgaard).
//
// Text is collected as lines of cells. A column is a run of lines that have a cell at the same place which a tab
// ends; the last cell of a line belongs to none. Cells of a column are made as wide as the widest of them.
package tabwriter

import (
	"io"
	"unicode/utf8"
)

// Formatting is controlled by these flags.
const (
	// FilterHTML gives tags no width, and entities that of one character.
	FilterHTML uint = 1 << iota

	// StripEscape removes the Escape characters around escaped text.
	StripEscape

	// AlignRight puts the padding before the text of a cell.
	AlignRight

	// DiscardEmptyColumns drops columns of empty cells that vertical tabs end.
	DiscardEmptyColumns

	// TabIndent pads empty cells at the start of a line with tabs.
	TabIndent

	// Debug shows the borders of columns as |, and sections as ---.
	Debug
)

// Escape stands before and after text in which nothing is special.
const Escape = '\xff'

// cell is a piece of text between tabs and line ends.
type cell struct {
	size  int // in bytes
	width int // in characters
	htab  bool
}

// Writer is a filter that aligns what is written to it and writes that to another writer.
type Writer struct {
	output   io.Writer
	minWidth int
	tabWidth int
	padding  int
	padChar  byte
	flags    uint

	text    []byte   // of all cells
	counted int      // text[:counted] is in the widths
	current cell     // the one that is being written
	endChar byte     // what ends the escaped text, tag or entity that has begun, else 0
	lines   [][]cell // never empty
	widths  []int    // of the columns that the lines being formatted are in
	out     []byte   // formatted text
}

// NewWriter returns a Writer that Init made.
func NewWriter(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	return new(Writer).Init(output, minwidth, tabwidth, padding, padchar, flags)
}

// Init starts the Writer afresh: cells are at least minwidth wide, padding included; padding is added to each
// before its width counts; padchar fills cells, if a tab then with tabs of tabwidth characters.
func (b *Writer) Init(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	if minwidth < 0 || tabwidth < 0 || padding < 0 {
		panic("negative minwidth, tabwidth, or padding")
	}
	if padchar == '\t' {
		flags &^= AlignRight // tabs align to the left
	}
	*b = Writer{output: output, minWidth: minwidth, tabWidth: tabwidth, padding: padding, padChar: padchar, flags: flags}
	b.reset()
	return b
}

// reset forgets all text.
func (b *Writer) reset() {
	b.text = b.text[:0]
	b.counted = 0
	b.current = cell{}
	b.endChar = 0
	b.lines = append(b.lines[:0], nil)
	b.widths = b.widths[:0]
	b.out = b.out[:0]
}

// Write collects buf. Lines whose format nothing can change any more are written to the output.
func (b *Writer) Write(buf []byte) (n int, err error) {
	defer explainPanic("Write")
	start := 0 // of what is not yet collected
	for i, c := range buf {
		if b.endChar != 0 {
			if c != b.endChar {
				continue
			}
			end := i + 1
			if c == Escape && b.flags&StripEscape != 0 {
				end = i
			}
			b.collect(buf[start:end])
			start = i + 1
			b.endEscape()
			continue
		}
		switch c {
		case '\t', '\v', '\n', '\f':
			b.collect(buf[start:i])
			b.countWidth()
			start = i + 1
			if err = b.endCell(c); err != nil {
				return start, err
			}
		case Escape:
			b.collect(buf[start:i])
			b.countWidth()
			start = i
			if b.flags&StripEscape != 0 {
				start++
			}
			b.endChar = Escape
		case '<', '&':
			if b.flags&FilterHTML != 0 {
				b.collect(buf[start:i])
				b.countWidth()
				start = i
				b.endChar = '>'
				if c == '&' {
					b.endChar = ';'
				}
			}
		}
	}
	b.collect(buf[start:])
	return len(buf), nil
}

// collect adds text to the current cell, its width still to be counted.
func (b *Writer) collect(text []byte) {
	b.text = append(b.text, text...)
	b.current.size += len(text)
}

func (b *Writer) countWidth() {
	b.current.width += utf8.RuneCount(b.text[b.counted:])
	b.counted = len(b.text)
}

// endEscape counts the width of the escaped text, tag or entity that has ended.
func (b *Writer) endEscape() {
	switch b.endChar {
	case Escape:
		b.countWidth()
		if b.flags&StripEscape == 0 {
			b.current.width -= 2
		}
	case ';':
		b.current.width++
	}
	b.counted = len(b.text)
	b.endChar = 0
}

// closeCell adds the current cell to its line, and returns how many that has.
func (b *Writer) closeCell(htab bool) int {
	b.current.htab = htab
	last := len(b.lines) - 1
	b.lines[last] = append(b.lines[last], b.current)
	b.current = cell{}
	return len(b.lines[last])
}

// endCell ends the current cell with c, a tab or the end of a line.
func (b *Writer) endCell(c byte) error {
	cells := b.closeCell(c == '\t')
	if c != '\n' && c != '\f' {
		return nil
	}
	b.lines = append(b.lines, nil)
	// A line of one cell is in no column, and so ends all columns.
	if c == '\n' && cells > 1 {
		return nil
	}
	rule := ""
	if c == '\f' && b.flags&Debug != 0 {
		rule = "---\n"
	}
	return b.flush(rule)
}

// Flush writes everything; what follows starts new columns. Unfinished escaped text is taken as finished.
func (b *Writer) Flush() error {
	defer explainPanic("Flush")
	return b.flush("")
}

// explainPanic replaces a panic of the output by one that names this package. It is to be deferred.
func explainPanic(op string) {
	if recover() != nil {
		panic("tabwriter: panic during " + op)
	}
}

// flush formats all lines and writes them, and then rule.
func (b *Writer) flush(rule string) error {
	if b.current.size > 0 {
		if b.endChar != 0 {
			b.endEscape()
		}
		b.countWidth()
		b.closeCell(false)
	}
	b.format(0, 0, len(b.lines))
	b.out = append(b.out, rule...)
	var err error
	if len(b.out) > 0 {
		var n int
		n, err = b.output.Write(b.out)
		if n != len(b.out) && err == nil {
			err = io.ErrShortWrite
		}
	}
	b.reset()
	return err
}

// format lays out the lines from first to end, whose text starts at pos and which are in the columns of widths.
// It finds the next columns to the right in them. It returns where the text of the lines ends.
func (b *Writer) format(pos, first, end int) int {
	column := len(b.widths)
	for i := first; i < end; i++ {
		if column >= len(b.lines[i])-1 {
			continue
		}
		pos = b.writeLines(pos, first, i)
		first = i
		width := b.minWidth
		discard := b.flags&DiscardEmptyColumns != 0
		for ; i < end && column < len(b.lines[i])-1; i++ {
			c := b.lines[i][column]
			if c.width+b.padding > width {
				width = c.width + b.padding
			}
			discard = discard && c.width == 0 && !c.htab
		}
		if discard {
			width = 0
		}
		b.widths = append(b.widths, width)
		pos = b.format(pos, first, i)
		b.widths = b.widths[:column]
		first = i
	}
	return b.writeLines(pos, first, end)
}

// writeLines lays out lines that are in the columns of widths and in no others.
func (b *Writer) writeLines(pos, first, end int) int {
	for i := first; i < end; i++ {
		indenting := b.flags&TabIndent != 0
		for j, c := range b.lines[i] {
			if j > 0 && b.flags&Debug != 0 {
				b.out = append(b.out, '|')
			}
			inColumn := j < len(b.widths)
			if c.size > 0 {
				indenting = false
			}
			if inColumn && c.size > 0 && b.flags&AlignRight != 0 {
				b.pad(c.width, b.widths[j], indenting)
			}
			b.out = append(b.out, b.text[pos:pos+c.size]...)
			pos += c.size
			if inColumn && (c.size == 0 || b.flags&AlignRight == 0) {
				b.pad(c.width, b.widths[j], indenting)
			}
		}
		if i+1 < len(b.lines) {
			b.out = append(b.out, '\n')
		}
	}
	return pos
}

// pad fills a cell of the given width that holds textWidth characters.
func (b *Writer) pad(textWidth, width int, tabs bool) {
	c, n := b.padChar, width-textWidth
	if tabs || c == '\t' {
		if b.tabWidth == 0 {
			return
		}
		// The cell ends at a tab stop.
		width = (width + b.tabWidth - 1) / b.tabWidth * b.tabWidth
		c, n = '\t', (width-textWidth+b.tabWidth-1)/b.tabWidth
	}
	for ; n > 0; n-- {
		b.out = append(b.out, c)
	}
}
