package template

import (
	"fmt"
	"io"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"
)

const upperHex = "0123456789ABCDEF"

// htmlText is what stands for a byte in HTML, "" for the byte itself.
func htmlText(c byte) string {
	switch c {
	case 0:
		return "\uFFFD"
	case '"':
		return "&#34;"
	case '\'':
		return "&#39;"
	case '&':
		return "&amp;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	}
	return ""
}

// HTMLEscape writes text for HTML, with what has a meaning there replaced.
func HTMLEscape(w io.Writer, b []byte) {
	from := 0
	for i, c := range b {
		if text := htmlText(c); text != "" {
			w.Write(b[from:i])
			io.WriteString(w, text)
			from = i + 1
		}
	}
	w.Write(b[from:])
}

// HTMLEscapeString returns text for HTML, with what has a meaning there replaced.
func HTMLEscapeString(s string) string {
	if !strings.ContainsAny(s, "\x00\"'&<>") {
		return s
	}
	var sb strings.Builder
	HTMLEscape(&sb, []byte(s))
	return sb.String()
}

// HTMLEscaper is HTMLEscapeString of what fmt.Sprint makes of its arguments.
func HTMLEscaper(args ...any) string { return HTMLEscapeString(evalArgs(args)) }

// JSEscape writes text for a JavaScript string, with what has a meaning there or in HTML replaced.
func JSEscape(w io.Writer, b []byte) {
	from := 0
	for i := 0; i < len(b); {
		c := b[i]
		size := 1
		text := ""
		switch {
		case c == '\\' || c == '\'' || c == '"':
			text = string([]byte{'\\', c})
		case c < ' ' || c == '<' || c == '>' || c == '&' || c == '=':
			text = string([]byte{'\\', 'u', '0', '0', upperHex[c>>4], upperHex[c&15]})
		case c >= utf8.RuneSelf:
			var r rune
			r, size = utf8.DecodeRune(b[i:])
			if !unicode.IsPrint(r) {
				text = fmt.Sprintf("\\u%04X", r)
			}
		}
		if text != "" {
			w.Write(b[from:i])
			io.WriteString(w, text)
			from = i + size
		}
		i += size
	}
	w.Write(b[from:])
}

// JSEscapeString returns text for a JavaScript string, with what has a meaning there or in HTML replaced.
func JSEscapeString(s string) string {
	special := func(r rune) bool { return r < ' ' || r >= utf8.RuneSelf || strings.ContainsRune(`\'"<>&=`, r) }
	if strings.IndexFunc(s, special) < 0 {
		return s
	}
	var sb strings.Builder
	JSEscape(&sb, []byte(s))
	return sb.String()
}

// JSEscaper is JSEscapeString of what fmt.Sprint makes of its arguments.
func JSEscaper(args ...any) string { return JSEscapeString(evalArgs(args)) }

// URLQueryEscaper returns what fmt.Sprint makes of its arguments, for the query of a URL.
func URLQueryEscaper(args ...any) string {
	var sb strings.Builder
	for _, c := range []byte(evalArgs(args)) {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("-_.~", c) >= 0:
			sb.WriteByte(c)
		case c == ' ':
			sb.WriteByte('+')
		default:
			sb.Write([]byte{'%', upperHex[c>>4], upperHex[c&15]})
		}
	}
	return sb.String()
}

// evalArgs is fmt.Sprint of the arguments as a template prints them.
func evalArgs(args []any) string {
	if len(args) == 1 {
		if s, ok := args[0].(string); ok {
			return s
		}
	}
	for i, arg := range args {
		if x, ok := printableValue(reflect.ValueOf(arg)); ok {
			args[i] = x
		}
	}
	return fmt.Sprint(args...)
}
