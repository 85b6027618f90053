package cover

// Kind has branches, some of which are tested.
func Kind(n int) string {
	if n < 0 {
		return "negative"
	} else if n == 0 {
		return "zero"
	}
	switch {
	case n < 10:
		return "small"
	case n < 100:
		return "large"
	}
	for i := 0; i < n; i++ {
		if i > 1000 {
			panic("too large")
		}
	}
	f := func() string {
		return "huge"
	}
	return f()
}
