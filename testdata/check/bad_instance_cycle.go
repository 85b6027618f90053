// Endlessly many instances: looked for only where all else is right.
package p

type grow[P any] struct{ g *grow[*P] } // ERROR 11 "instantiation cycle: | x.go:4:34: P instantiated as *P"
