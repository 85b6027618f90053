// hood: run   knobs: gcstress=1000
// Package text/template: fields, methods, functions, ranges, nested templates, and the errors of both phases.
package main

import (
	"fmt"
	"os"
	"strings"
	"text/template"
)

type Item struct {
	Name  string
	Price float64
	Tags  []string
}

func (i Item) Cheap() bool              { return i.Price < 10 }
func (i *Item) Raise(by float64) string { i.Price += by; return fmt.Sprintf("%.2f", i.Price) }

const page = `{{define "tags"}}{{range $i, $t := .}}{{if $i}}, {{end}}#{{$t}}{{else}}none{{end}}{{end -}}
Order of {{.Who | upper | printf "%q"}} ({{len .Items}} items)
{{- range $k, $item := .Items}}
{{$k}}. {{printf "%-8s" .Name}} {{.Price | printf "%6.2f"}}{{if .Cheap}} cheap{{else if gt .Price 50.0}} dear{{end}} [{{template "tags" .Tags}}]
{{- end}}
{{with .Total}}total {{.}}{{end}} {{index .Prices "tea"}} {{(index .Items 0).Raise 1.5}} {{eq 1 2 1}} {{and true .Who}} {{not false}}
{{- /* a comment */ -}}
{{block "footer" .}}
-- {{.Who}} {{html "<b>"}} {{js "it's"}} {{slice .Who 1 3}}{{end}}
{{range $i, $e := .Nums}}{{if eq $e 3}}{{continue}}{{end}}{{if gt $e 4}}{{break}}{{end}}{{$e}} {{end}}
`

func main() {
	funcs := template.FuncMap{"upper": strings.ToUpper, "fail": func() (string, error) { return "", fmt.Errorf("failed on purpose") }}
	t := template.Must(template.New("page").Funcs(funcs).Parse(page))
	items := []*Item{{"tea", 4.5, []string{"hot", "green"}}, {"kettle", 79.9, nil}, {"mug", 12, []string{"blue"}}}
	data := map[string]any{"Who": "alice", "Items": items, "Total": 96.4, "Prices": map[string]float64{"tea": 4.5}, "Nums": []int{1, 2, 3, 4, 5, 6}}
	if err := t.Execute(os.Stdout, data); err != nil {
		fmt.Println(err)
	}
	for _, bad := range []string{"{{.X", "{{if}}x{{end}}", "{{nofunc}}", "{{range .}}", "{{end}}", "{{.A | }}", "{{template \"x\" 1 2}}"} {
		_, err := template.New("bad").Parse(bad)
		fmt.Println(err)
	}
	for _, bad := range []string{"{{.Nope}}", "{{index .Name 9}}", "{{.Price.X}}", "{{fail}}", "{{template \"none\"}}", "{{.Name 1}}"} {
		err := template.Must(template.New("exec").Funcs(funcs).Parse(bad)).Execute(&strings.Builder{}, *items[0])
		fmt.Println(err)
	}
}
