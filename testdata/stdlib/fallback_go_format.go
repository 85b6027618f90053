// hood: run   needs: goroot   knobs: gcstress=1000
// Package go/format: gofmt in hood.
package main

import (
	"fmt"
	"go/format"
)

func main() {
	for _, src := range []string{
		"package p\nimport (\"os\";\"fmt\")\ntype   T struct{a int;bcd string // x\n}\nfunc f( a,b int)int{if a>b{return a+b*2};switch{case a==1:fmt.Println( a )\ndefault:os.Exit( 1)}\nreturn   (a)}",
		"x:=map[string]int{\"a\":1,\n\"bcd\":2,\n}\nfor i:=0;i<10;i++{go  func(){ch<-x[ \"a\" ]}()}",
		"package p\n\n//   comment\nvar (\na=1\nlonger   =   2 /* c */\n)\nfunc g[T any,U ~int|string](t T)(u U){return}",
		"package p\nfunc {",
	} {
		out, err := format.Source([]byte(src))
		fmt.Printf("%s\n%v\n--\n", out, err)
	}
}
