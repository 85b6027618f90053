package fuzz

// Parse fails for a text that random ones do not meet, but a guided search does.
func Parse(s string) int {
	if len(s) > 1 && s[0] == 'f' {
		if s[1] == 'u' {
			panic("found it")
		}
	}
	return len(s)
}
