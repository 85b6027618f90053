package slog

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"time"
)

// A JSONHandler writes each record as a JSON object on a line.
type JSONHandler struct {
	core *core
}

// NewJSONHandler returns a handler that writes to w. opts may be nil.
func NewJSONHandler(w io.Writer, opts *HandlerOptions) *JSONHandler {
	return &JSONHandler{newCore(w, opts, jsonFormat{})}
}

// Enabled reports whether the level is not below that of the options.
func (h *JSONHandler) Enabled(_ context.Context, level Level) bool { return h.core.enabled(level) }

// WithAttrs returns a handler that writes attrs before those of the record.
func (h *JSONHandler) WithAttrs(attrs []Attr) Handler { return &JSONHandler{h.core.withAttrs(attrs)} }

// WithGroup returns a handler that puts all further attributes into an object of this name.
func (h *JSONHandler) WithGroup(name string) Handler {
	if name == "" {
		return h
	}
	return &JSONHandler{h.core.withGroup(name)}
}

// Handle writes r, in one Write. Values are what package encoding/json makes of them, without HTML escapes; but errors are
// their texts, unless they are json.Marshalers, and what cannot be written is a string that begins with !ERROR.
func (h *JSONHandler) Handle(_ context.Context, r Record) error { return h.core.handle(r) }

type jsonFormat struct{}

func (jsonFormat) begin(b []byte) []byte      { return append(b, '{') }
func (jsonFormat) end(b []byte) []byte        { return append(b, '}') }
func (jsonFormat) separator() string          { return "," }
func (jsonFormat) openGroup(b []byte) []byte  { return append(b, '{') }
func (jsonFormat) closeGroup(b []byte) []byte { return append(b, '}') }
func (jsonFormat) grouped() bool              { return true }

func (f jsonFormat) key(b []byte, _, key string) []byte { return append(f.text(b, key), ':') }

func (jsonFormat) text(b []byte, s string) []byte {
	b, _ = appendJSON(b, s)
	return b
}

func (jsonFormat) time(b []byte, t time.Time) ([]byte, error) {
	if y := t.Year(); y < 0 || y >= 10000 {
		return b, errors.New("time.Time year outside of range [0,9999]")
	}
	return append(t.AppendFormat(append(b, '"'), time.RFC3339Nano), '"'), nil
}

func (jsonFormat) source(s *Source) Value { return s.group() }

func (f jsonFormat) value(b []byte, v Value) ([]byte, error) {
	switch v.Kind() {
	case KindString:
		return f.text(b, v.text()), nil
	case KindInt64, KindDuration:
		return strconv.AppendInt(b, int64(v.num), 10), nil
	case KindUint64:
		return strconv.AppendUint(b, v.num, 10), nil
	case KindBool:
		return strconv.AppendBool(b, v.num == 1), nil
	case KindFloat64:
		return appendJSON(b, v.float())
	}
	if err, ok := v.any.(error); ok {
		if _, writes := v.any.(json.Marshaler); !writes {
			return f.text(b, err.Error()), nil
		}
	}
	return appendJSON(b, v.any)
}

func appendJSON(b []byte, v any) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return b, err
	}
	text := out.Bytes()
	return append(b, text[:len(text)-1]...), nil
}
