package template

import "strings"

type option struct {
	missingKey missingKeyAction
}

// missingKeyAction says what becomes of .Name if a map has no such entry.
type missingKeyAction int

const (
	mapInvalid   missingKeyAction = iota // no value, which prints as "<no value>"
	mapZeroValue                         // the zero value of the map's elements
	mapError                             // the end of execution
)

// Option sets options, and returns t. It panics if one is unknown. There is one option, what to do if a map lacks an
// entry: "missingkey=default" or "missingkey=invalid" (the value prints as "<no value>"), "missingkey=zero" (the zero
// value), "missingkey=error" (execution ends).
func (t *Template) Option(opt ...string) *Template {
	t.init()
	for _, s := range opt {
		t.setOption(s)
	}
	return t
}

func (t *Template) setOption(opt string) {
	if opt == "" {
		panic("empty option string")
	}
	if key, value, _ := strings.Cut(opt, "="); key == "missingkey" {
		switch value {
		case "default", "invalid":
			t.option.missingKey = mapInvalid
			return
		case "zero":
			t.option.missingKey = mapZeroValue
			return
		case "error":
			t.option.missingKey = mapError
			return
		}
	}
	panic("unrecognized option: " + opt)
}
