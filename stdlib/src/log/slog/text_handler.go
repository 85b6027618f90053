package slog

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"time"
	"unicode"
	"unicode/utf8"
)

// A TextHandler writes a line of key=value for each record. Keys and values are quoted where they must be; groups are
// prefixes of keys, with dots.
type TextHandler struct {
	core *core
}

// NewTextHandler returns a handler that writes to w. opts may be nil.
func NewTextHandler(w io.Writer, opts *HandlerOptions) *TextHandler {
	return &TextHandler{newCore(w, opts, textFormat{})}
}

// Enabled reports whether the level is not below that of the options.
func (h *TextHandler) Enabled(_ context.Context, level Level) bool { return h.core.enabled(level) }

// WithAttrs returns a handler that writes attrs before those of the record.
func (h *TextHandler) WithAttrs(attrs []Attr) Handler { return &TextHandler{h.core.withAttrs(attrs)} }

// WithGroup returns a handler that puts name and a dot before all further keys.
func (h *TextHandler) WithGroup(name string) Handler {
	if name == "" {
		return h
	}
	return &TextHandler{h.core.withGroup(name)}
}

// Handle writes r, in one Write. The time is shown to the millisecond; encoding.TextMarshalers show themselves, other
// values as fmt's %+v does.
func (h *TextHandler) Handle(_ context.Context, r Record) error { return h.core.handle(r) }

type textFormat struct{}

func (textFormat) begin(b []byte) []byte      { return b }
func (textFormat) end(b []byte) []byte        { return b }
func (textFormat) separator() string          { return " " }
func (textFormat) openGroup(b []byte) []byte  { return b }
func (textFormat) closeGroup(b []byte) []byte { return b }
func (textFormat) grouped() bool              { return false }

func (f textFormat) key(b []byte, prefix, key string) []byte {
	return append(f.text(b, joined(prefix, key)), '=')
}

func (textFormat) text(b []byte, s string) []byte {
	if needsQuotes(s) {
		return strconv.AppendQuote(b, s)
	}
	return append(b, s...)
}

func (textFormat) time(b []byte, t time.Time) ([]byte, error) {
	return t.AppendFormat(b, "2006-01-02T15:04:05.000Z07:00"), nil
}

func (textFormat) source(s *Source) Value { return StringValue(fmt.Sprintf("%s:%d", s.File, s.Line)) }

func (f textFormat) value(b []byte, v Value) ([]byte, error) {
	switch v.Kind() {
	case KindString:
		return f.text(b, v.text()), nil
	case KindAny:
		if text, err, ok := marshaledText(v.any); ok {
			if err != nil {
				return b, err
			}
			return f.text(b, string(text)), nil
		}
		if bytes, ok := bytesOf(v.any); ok {
			return strconv.AppendQuote(b, string(bytes)), nil
		}
		return f.text(b, fmt.Sprintf("%+v", v.any)), nil
	}
	return v.append(b), nil
}

// needsQuotes reports whether s would be misread if it stood as it is.
func needsQuotes(s string) bool {
	if s == "" {
		return true
	}
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c <= ' ' || c == '"' || c == '=' {
				return true
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError || unicode.IsSpace(r) || !unicode.IsPrint(r) {
			return true
		}
		i += size
	}
	return false
}
