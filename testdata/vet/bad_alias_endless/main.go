// hood: vet   exit: 1   oracle: no (Go 1.19 has no generic aliases)
// A type that needs ever more instances of itself, through an alias.
package main

type I[P any] struct{ j *J[P] }
type J[P any] = I[[]P] // err: main.go:6:8: instantiation cycle

func main() {}
