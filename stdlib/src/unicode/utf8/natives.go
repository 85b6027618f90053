package utf8

// The loops over whole texts, in C++.

func countRunes(p []byte) int

func countRunesInString(s string) int

func validBytes(p []byte) bool

func validString(s string) bool
