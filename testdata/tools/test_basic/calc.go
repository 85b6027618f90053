// Package basic is tested from inside and from outside.
package basic

// Add adds.
func Add(a, b int) int { return a + b }

func double(n int) int { return Add(n, n) }
