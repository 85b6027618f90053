package json

import "bytes"

// Compact appends src to dst without the spaces between its tokens.
func Compact(dst *bytes.Buffer, src []byte) error {
	var s scanner
	text := textOf(src)
	if err := s.check(text); err != nil {
		return err
	}
	dst.WriteString(compactText(text, true, false))
	return nil
}

// HTMLEscape appends src to dst with <, >, &, U+2028 and U+2029 inside of strings as \u escapes, so that the text may stand
// in a script element.
func HTMLEscape(dst *bytes.Buffer, src []byte) {
	dst.WriteString(compactText(textOf(src), false, true))
}

// Indent appends src to dst with each element on a line of its own, which starts with prefix and then an indent for each
// level. Spaces behind the value are kept, those before it are not.
func Indent(dst *bytes.Buffer, src []byte, prefix, indent string) error {
	var s scanner
	text := textOf(src)
	if err := s.check(text); err != nil {
		return err
	}
	dst.WriteString(indentText(text, prefix, indent))
	end := len(text)
	for end > 0 && isSpace(text[end-1]) {
		end--
	}
	dst.WriteString(text[end:])
	return nil
}
