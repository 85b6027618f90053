// Package godebug reads settings of the standard library from $GODEBUG: both the function of Go 1.19 and the type of later
// versions, for packages that come from either.
package godebug

import (
	"os"
	"strings"
)

// Get returns the value of key in $GODEBUG, "" if it has none. The first setting counts.
func Get(key string) string {
	settings := os.Getenv("GODEBUG")
	for settings != "" {
		setting, rest, _ := strings.Cut(settings, ",")
		if name, value, ok := strings.Cut(setting, "="); ok && name == key {
			return value
		}
		settings = rest
	}
	return ""
}

// A Setting is one of the names.
type Setting struct{ name string }

// New returns the setting of this name; a # before it says that it is undocumented.
func New(name string) *Setting { return &Setting{name} }

func (s *Setting) Name() string       { return strings.TrimPrefix(s.name, "#") }
func (s *Setting) Undocumented() bool { return strings.HasPrefix(s.name, "#") }
func (s *Setting) String() string     { return s.Name() + "=" + s.Value() }
func (s *Setting) Value() string      { return Get(s.Name()) }
func (s *Setting) IncNonDefault()     {}
