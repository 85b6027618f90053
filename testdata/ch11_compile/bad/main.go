// hood: vet   exit: 1   oracle: no: go says fewer at once
// What is wrong with imports, each in go's words, and where hood looked.
package main

import (
	_ "example.com/bad/command" // err: main.go:6:2: import "example.com/bad/command" is a program, not an importable package
	_ "example.com/bad/mixed"   // err: main.go:7:2: found packages a (a.go) and b (b.go) in
	_ "example.com/bad/nothing" // err: main.go:8:2: no required module provides package example.com/bad/nothing; to add it:
	// err: 	looked in module example.com/bad:
	_ "example.com/bad/tests" // err: main.go:10:2: no non-test Go files in
	_ "example.com/bad/windows" // err: main.go:11:2: package example.com/bad/windows: build constraints exclude all Go files in
	_ "internal/cpu" // err: main.go:12:2: use of internal package internal/cpu not allowed
	_ "no/such/package" // err: main.go:13:2: package no/such/package is not in std
	// err: 	looked in hood's standard library
)
