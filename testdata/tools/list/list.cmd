# Packages by pattern, and what is known of them.
hood list ./...
hood list -f '{{.ImportPath}} ({{.Name}}): {{join .Imports ", "}}{{if .TestGoFiles}}; tests {{.TestGoFiles}} {{.XTestGoFiles}}{{end}}' ./...
hood list -f '{{range .GoFiles}}{{.}}{{"\n"}}{{end}}' ./a
hood list -f '{{.Module.Path}} {{.Standard}} {{len .IgnoredGoFiles}} {{.Doc}}' ./a
hood list -f '{{.Standard}} {{.ImportPath}}' strings example.com/list/b
cd a && hood list
