// hood: run   knobs: gcstress=1000
// Package text/template: templates that belong together, their files, delimiters, options and clones; the tree of a text.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"sort"
	"strings"
	"testing/fstest"
	"text/template"
	"text/template/parse"
)

func show(t *template.Template, name string, data any) {
	var sb strings.Builder
	err := t.ExecuteTemplate(&sb, name, data)
	fmt.Printf("%s: %q %v\n", name, sb.String(), err)
}

func names(t *template.Template) string {
	var all []string
	for _, other := range t.Templates() {
		all = append(all, other.Name())
	}
	sort.Strings(all)
	return strings.Join(all, " ")
}

func sets() {
	base := template.Must(template.New("base").Parse(`{{define "head"}}[{{.}}]{{end}}{{define "empty"}} {{/* nothing */}} {{end}}{{template "head" .}} body`))
	fmt.Println(names(base), base.Lookup("none") == nil, base.DefinedTemplates() != "")
	c := template.Must(base.Clone())
	template.Must(c.New("head").Parse(`<{{.}}>`))
	show(base, "base", "a")
	show(c, "base", "a")
	show(c, "none", 1)
	template.Must(c.New("head").Parse("  \n")) // does not take the place of a text
	show(c, "head", 2)
	_, err := c.New("twice").Parse(`{{define "x"}}1{{end}}{{define "x"}}2{{end}}`)
	fmt.Println(err)
	fmt.Println(new(template.Template).Execute(io.Discard, nil))
	fmt.Println(template.New("nothing").DefinedTemplates() == "", template.New("nothing").Execute(io.Discard, nil))
}

func files() {
	fsys := fstest.MapFS{
		"a.tmpl":     {Data: []byte(`A{{template "b.tmpl" .x}}`)},
		"sub/b.tmpl": {Data: []byte(`B<{{.}}>`)},
		"bad.tmpl":   {Data: []byte("ok\n{{if}}")},
	}
	t, err := template.ParseFS(fsys, "a.*", "*/*.tmpl")
	fmt.Println(t.Name(), names(t), err)
	show(t, "a.tmpl", map[string]int{"x": 7})
	for _, patterns := range [][]string{{"none*"}, {"["}, {"bad.tmpl"}, {}} {
		_, err = template.ParseFS(fsys, patterns...)
		fmt.Println(err)
	}
	dir, _ := os.MkdirTemp("", "templates")
	defer os.RemoveAll(dir)
	os.WriteFile(dir+"/one.txt", []byte("one {{.}}"), 0o666)
	os.WriteFile(dir+"/two.txt", []byte(`two {{template "one.txt" .}}`), 0o666)
	t = template.Must(template.New("two.txt").ParseGlob(dir + "/*.txt"))
	fmt.Println(t.Execute(os.Stdout, "!"))
	t, err = template.ParseFiles(dir+"/one.txt", dir+"/none.txt")
	fmt.Println(t, strings.Replace(err.Error(), dir, "DIR", 1))
}

func options() {
	m := map[string]int{"a": 1}
	for _, option := range []string{"missingkey=default", "missingkey=zero", "missingkey=error"} {
		err := template.Must(template.New(option).Option(option).Parse("{{.a}} {{.b}}\n")).Execute(os.Stdout, m)
		fmt.Println(err)
	}
	t := template.Must(template.New("delims").Delims("<<", ">>").Parse("a <<- . ->> {{.}} <</* comment */>>{{/*\n"))
	fmt.Println(t.Execute(os.Stdout, 1))
	_, err := t.New("inherits").Parse("<< /* a space: no comment */ >>")
	fmt.Println(err)
}

func trees() {
	const text = "{{/* c */}}{{range $i, $x := .A.B | f 1}}{{if not $x.C}}{{break}}{{else if eq $i 'a'}}{{continue}}{{else}}{{(f 1).D}}{{end}}{{else}}{{template \"t\" nil}}{{end}}{{with $y := 0x1p-2}}{{$y = 1+2i}}{{end}}"
	t := parse.New("tree")
	t.Mode = parse.ParseComments | parse.SkipFuncCheck
	set := map[string]*parse.Tree{}
	_, err := t.Parse(text, "", "", set)
	fmt.Println(err, len(set), t.Root.String())
	fmt.Println(t.Root.Copy().String() == t.Root.String(), t.Copy().Root != t.Root, parse.IsEmptyTree(t.Root))
	for _, n := range t.Root.Nodes {
		location, context := t.ErrorContext(n)
		fmt.Printf("%d %T %s %d\n", n.Type(), n, location, len(context))
	}
	r := t.Root.Nodes[1].(*parse.RangeNode)
	fmt.Println(r.Pipe.Decl, r.Pipe.Cmds[1].Args[1], r.Line, r.List, r.ElseList.Nodes[0].(*parse.TemplateNode).Name)
	n := t.Root.Nodes[2].(*parse.WithNode).Pipe.Cmds[0].Args[0].(*parse.NumberNode)
	fmt.Println(n.IsInt, n.IsUint, n.IsFloat, n.Float64, n.IsComplex)
}

func parseErrors() {
	for _, bad := range []string{
		"a\n{{", "{{/* x", "{{/* x */ y}}", "{{'a}}", "{{\"a}}", "{{`a}}", "{{1x}}", "{{$x}}", "{{.A.3}}", "{{(1}}", "{{)}}", "{{$x+1}}",
		"{{1 | 2}}", "{{1 | len | .X | 3}}", "{{define 1}}", "{{define \"a\"}}", "{{block \"a\"}}x{{end}}", "{{break}}", "{{range .}}{{continue x}}{{end}}",
		"{{range $a, $b, $c := .}}{{end}}", "{{$a, $b := 1}}", "{{range $a, 3 := .}}{{end}}", "{{else}}", "{{if 1}}{{else}}{{else}}{{end}}",
		"{{\n1 2\n", "{{true.X}}", "{{nil.X}}", "{{99999999999999999999}}", "{{'ab'}}", "{{template}}", "{{template foo}}", "{{\x01}}", "{{a:b}}", "{{1+2}}",
	} {
		_, err := template.New("bad").Parse(bad)
		fmt.Println(err)
	}
}

type failingWriter struct{}

func (failingWriter) Write(p []byte) (int, error) { return 0, io.ErrShortWrite }

type node struct {
	Next *node
	Name string
	any
	hidden int
}

func (n *node) Fail(with string) (int, error) { return 0, errors.New(with) }
func (n *node) Panic() string                 { panic("panic in " + n.Name) }
func (n node) Two() (int, int)                { return 1, 2 }

func execErrors() {
	data := map[string]any{"n": &node{Name: "n"}, "f": func(x int, more ...string) string { return fmt.Sprint(x, more) }, "c": make(chan int), "nilf": (func())(nil), "nil": nil}
	for _, bad := range []string{
		"{{.n.Next.Name}}", "{{.n.Next.Fail 1}}", "{{.n.hidden}}", "{{.n.None}}", "{{.n.Name.X}}", "{{.n.Name 1}}", "{{.n.Fail \"why\"}}", "{{.n.Panic}}",
		"{{.n.Two}}", "{{.c}}", "{{range 1.5}}{{end}}", "{{call .f}}", "{{call .f 1 \"a\" 2}}", "{{call .n}}", "{{call .nilf}}", "{{index .n 1}}",
		"{{index \"abc\" 7}}", "{{index \"abc\" nil}}", "{{index nil}}", "{{slice \"abc\" 2 1}}", "{{slice \"abc\" 1 2 3}}", "{{len 1}}", "{{len .n.Next}}",
		"{{lt 1 \"a\"}}", "{{lt true true}}", "{{eq 1}}", "{{eq 1 1.5}}", "{{nil}}", "{{template \"none\"}}", "{{(nil).X}}", "{{.nil.X}}",
		"{{printf 1}}", "{{not 1 2}}", "{{1 | print 2 | .n.Name}}", "{{18446744073709551615}}", "{{.n.Next.Next}}",
	} {
		t, err := template.New("bad").Parse(bad)
		if err == nil {
			err = t.Execute(io.Discard, data)
		}
		fmt.Println(err)
	}
	err := template.Must(template.New("t").Parse("{{.Fail \"x\"}}")).Execute(io.Discard, &node{})
	var ee template.ExecError
	fmt.Println(errors.As(err, &ee), ee.Name, errors.Unwrap(ee.Err))
	fmt.Println(template.Must(template.New("t").Parse("x")).Execute(failingWriter{}, nil) == io.ErrShortWrite)
	deep := template.Must(template.New("deep").Parse(`{{define "d"}}{{.}}{{template "d" .}}{{end}}{{template "d" 1}}`))
	err = deep.Execute(&limited{}, nil)
	fmt.Println(err)
	defer func() { fmt.Println(recover()) }()
	template.New("t").Funcs(template.FuncMap{"two": func() (int, int) { return 1, 2 }})
}

// limited takes so many bytes, then fails.
type limited struct{ n int }

func (l *limited) Write(p []byte) (int, error) {
	if l.n += len(p); l.n > 50 {
		return 0, io.EOF
	}
	return len(p), nil
}

func values() {
	type pair struct {
		K string
		V any
	}
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	close(ch)
	var none *pair
	data := map[string]any{
		"maps":   map[any]int{"b": 1, "a": 2, 3: 4},
		"ch":     ch,
		"none":   none,
		"floats": map[float64]bool{2.5: true, -1: false},
		"pairs":  []pair{{"x", 1}, {"y", []int{1}}},
		"big":    uint64(1) << 63,
		"iface":  []any{1, "two", nil, 3.5},
	}
	const text = `{{range $k, $v := .floats}}{{$k}}={{$v}} {{end}}
{{range .ch}}{{.}} {{else}}none{{end}}|{{range .ch}}{{.}}{{else}}none{{end}}
{{range $i, $p := .pairs}}{{$i}}:{{.K}}:{{$p.V}} {{end}}{{with .none}}x{{else}}no{{end}} {{.none}}
{{$x := 1}}{{range .iface}}{{$x = .}}{{end}}{{$x}} {{range $x = .iface}}{{end}}{{if .none}}{{else if .big}}big{{end}}
{{lt 1 .big}} {{lt .big 1}} {{eq .big 9223372036854775808 | not}} {{le 1 1}} {{ge "b" "a"}} {{gt 1.5 1.0}} {{ne 1 2}}
{{and 1 0 (fail)}} {{or 0 "x" (fail)}} {{1 | and 0}} {{0 | or 0}} {{or nil nil}} {{and}}`
	funcs := template.FuncMap{"fail": func() (int, error) { return 0, errors.New("evaluated") }}
	t := template.Must(template.New("values").Funcs(funcs).Parse(strings.ReplaceAll(strings.ReplaceAll(text, " {{and}}", ""), "{{eq .big 9223372036854775808 | not}}", "{{eq .big .big}}")))
	fmt.Println(t.Execute(os.Stdout, data))
	fmt.Println(template.HTMLEscaper("<a href='x'>", 1, "&\x00"), template.JSEscaper(`it's "<&=>"`, "\n\u2028é\xff"), template.URLQueryEscaper("a b&c/ü~", 1))
	for _, x := range []any{nil, 0, 1, "", "x", []int{}, [1]int{}, struct{}{}, 0i, func() {}, 0.0, map[int]int{}} {
		truth, ok := template.IsTrue(x)
		fmt.Print(truth, ok, " ")
	}
	fmt.Println()
}

func main() {
	sets()
	files()
	options()
	trees()
	parseErrors()
	execErrors()
	values()
}
