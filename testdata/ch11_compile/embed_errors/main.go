// hood: vet   exit: 1   oracle: no: go stops at the first kind
// What is wrong with //go:embed lines, in the words of go and gc.
package main

import _ "embed"

//go:embed nope.txt
var a string // err: main.go:7:12: pattern nope.txt: no matching files found

//go:embed ../go.mod
var b string // err: main.go:10:12: pattern ../go.mod: invalid pattern syntax

//go:embed go.mod
var c, d string // err: main.go:13:3: go:embed cannot apply to multiple vars

//go:embed go.mod
var e = "x" // err: main.go:16:3: go:embed cannot apply to var with initializer

//go:embed go.mod
type t int // err: main.go:19:3: misplaced go:embed directive

//go:embed go.mod
func f() {} // err: main.go:22:3: misplaced go:embed directive

func main() {
	//go:embed go.mod
	var s string // err: main.go:26:4: go:embed cannot apply to var inside func
	_ = s
}

//go:embed "go.mod
var g string // err: main.go:31:3: invalid quoted string in //go:embed: "go.mod
