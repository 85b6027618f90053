// hood: run   needs: goroot   knobs: gcstress=1000
// Package html/template: what is escaped depends on where it stands.
package main

import (
	"fmt"
	"html/template"
	"os"
	"strings"
)

const page = `<html><head><title>{{.Title}}</title>
<script>var data = {{.Data}}; var s = "{{.Title}}";</script>
<style>p { color: {{.Color}} }</style></head>
<body onload="f({{.Title}})">
{{range .Links}}<a href="{{.}}" title='{{$.Title}}'>{{.}}</a>
{{else}}nothing{{end}}<a href="/q?x={{.Title}}&y={{.N}}">{{.Safe}}</a>
<!-- gone --><p class={{.Title}}>{{.N}}</p></body></html>
`

func main() {
	t := template.Must(template.New("page").Parse(page))
	err := t.Execute(os.Stdout, map[string]any{
		"Title": `O'Reilly & <b>"friends"</b>`,
		"Data":  map[string]any{"a": []int{1, 2}, "b": "</script>"},
		"Color": "red; background: url(javascript:1)",
		"Links": []string{"https://go.dev/?a=1&b=2", "javascript:alert(1)", "/rel ative"},
		"Safe":  template.HTML("<i>as is</i>"),
		"N":     42,
	})
	fmt.Println(err)
	fmt.Println(template.HTMLEscapeString(`<a href="x">'&'</a>`), template.JSEscapeString("'<x>\n"), template.URLQueryEscaper("a b&c", 1))
	for _, bad := range []string{`<a href="{{if .}}x{{end}}`, `<script>{{if .}}"{{end}}</script>`, `{{.X | html | js}}`, `<a {{.}}="x">`} {
		t, err := template.New("bad").Parse(bad)
		if err == nil {
			err = t.Execute(&strings.Builder{}, nil)
		}
		fmt.Println(err)
	}
}
