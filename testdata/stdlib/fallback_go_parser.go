// hood: run   needs: goroot   knobs: gcstress=1000
// Packages go/scanner, go/parser and go/ast: a program looks at a program.
package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"sort"
)

const src = `// Package p is parsed.
package p

import (
	"fmt"
	m "math"
)

type T[P any] struct {
	a, b P // both
}

func (t *T[P]) Do(x int) (int, error) {
	for i := range []int{1, 2} {
		defer func() { fmt.Println(i, m.Pi) }()
	}
	return x<<2 + len("s"), nil
}
`

func main() {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", src, parser.ParseComments)
	fmt.Println(f.Name, err, len(f.Decls), len(f.Comments), f.Doc.Text())
	counts := map[string]int{}
	ast.Inspect(f, func(n ast.Node) bool {
		if n != nil {
			counts[fmt.Sprintf("%T", n)]++
		}
		if c, ok := n.(*ast.CallExpr); ok {
			fmt.Println("call at", fset.Position(c.Pos()))
		}
		return true
	})
	var names []string
	for k := range counts {
		names = append(names, k)
	}
	sort.Strings(names)
	for _, k := range names {
		fmt.Print(k, "=", counts[k], " ")
	}
	fmt.Println()
	_, err = parser.ParseFile(fset, "bad.go", "package p\nfunc f( {\n\tx := := 1\n}\nvar", parser.AllErrors)
	for _, e := range err.(scanner.ErrorList) {
		fmt.Println(e)
	}
	x, err := parser.ParseExpr("a[i].f(x, y...) + <-c * 2")
	fmt.Printf("%T %v\n", x, err)
	ast.Print(nil, x.(*ast.BinaryExpr).Y)
	var s scanner.Scanner
	file := fset.AddFile("", fset.Base(), 20)
	s.Init(file, []byte("x &^= 0b11 // done\n`"), func(pos token.Position, msg string) { fmt.Println("error:", pos.Offset, msg) }, scanner.ScanComments)
	for {
		_, tok, lit := s.Scan()
		if tok == token.EOF {
			break
		}
		fmt.Printf("%s %q\n", tok, lit)
	}
}
