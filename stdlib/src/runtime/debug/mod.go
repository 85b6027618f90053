package debug

import (
	"fmt"
	"strconv"
	"strings"
)

// BuildInfo says how a program was built.
type BuildInfo struct {
	GoVersion string
	Path      string // of package main
	Main      Module
	Deps      []*Module
	Settings  []BuildSetting
}

// A Module is one of the modules of a program.
type Module struct {
	Path    string
	Version string
	Sum     string
	Replace *Module
}

// A BuildSetting is a setting of the build.
type BuildSetting struct {
	Key, Value string
}

// ReadBuildInfo returns how the program was built; programs that hood runs from source have no record of that.
func ReadBuildInfo() (info *BuildInfo, ok bool) { return nil, false }

func quoteKey(key string) bool {
	return len(key) == 0 || strings.ContainsAny(key, "= \t\r\n\"`")
}

func quoteValue(value string) bool { return strings.ContainsAny(value, " \t\r\n\"`") }

// String returns the text form that ParseBuildInfo reads.
func (bi *BuildInfo) String() string {
	var b strings.Builder
	if bi.GoVersion != "" {
		fmt.Fprintf(&b, "go\t%s\n", bi.GoVersion)
	}
	if bi.Path != "" {
		fmt.Fprintf(&b, "path\t%s\n", bi.Path)
	}
	module := func(word string, m Module) {
		fmt.Fprintf(&b, "%s\t%s\t%s", word, m.Path, m.Version)
		if m.Replace == nil {
			fmt.Fprintf(&b, "\t%s", m.Sum)
		} else {
			fmt.Fprintf(&b, "\n=>\t%s\t%s\t%s", m.Replace.Path, m.Replace.Version, m.Replace.Sum)
		}
		b.WriteByte('\n')
	}
	if bi.Main != (Module{}) {
		module("mod", bi.Main)
	}
	for _, dep := range bi.Deps {
		module("dep", *dep)
	}
	for _, s := range bi.Settings {
		key, value := s.Key, s.Value
		if quoteKey(key) {
			key = strconv.Quote(key)
		}
		if quoteValue(value) {
			value = strconv.Quote(value)
		}
		fmt.Fprintf(&b, "build\t%s=%s\n", key, value)
	}
	return b.String()
}

// ParseBuildInfo reads what String wrote.
func ParseBuildInfo(data string) (bi *BuildInfo, err error) {
	bi = &BuildInfo{}
	var last *Module
	lineNum := 1
	defer func() {
		if err != nil {
			err = fmt.Errorf("could not parse Go build info: line %d: %w", lineNum, err)
		}
	}()
	for ; data != ""; lineNum++ {
		line := data
		if i := strings.IndexByte(data, '\n'); i >= 0 {
			line, data = data[:i], data[i+1:]
		} else {
			break
		}
		word, rest, _ := strings.Cut(line, "\t")
		switch word {
		case "go":
			bi.GoVersion = rest
		case "path":
			bi.Path = rest
		case "mod", "dep":
			m, err := parseModule(rest)
			if err != nil {
				return nil, err
			}
			if word == "mod" {
				bi.Main = m
				last = &bi.Main
			} else {
				last = &Module{}
				*last = m
				bi.Deps = append(bi.Deps, last)
			}
		case "=>":
			elem := strings.Split(rest, "\t")
			if len(elem) != 3 {
				return nil, fmt.Errorf("expected 3 columns for replacement; got %d", len(elem))
			}
			if last == nil {
				return nil, fmt.Errorf("replacement with no module on previous line")
			}
			last.Replace = &Module{Path: elem[0], Version: elem[1], Sum: elem[2]}
			last = nil
		case "build":
			s, err := parseSetting(rest)
			if err != nil {
				return nil, err
			}
			bi.Settings = append(bi.Settings, s)
		}
	}
	return bi, nil
}

func parseModule(rest string) (Module, error) {
	elem := strings.Split(rest, "\t")
	if len(elem) != 2 && len(elem) != 3 {
		return Module{}, fmt.Errorf("expected 2 or 3 columns; got %d", len(elem))
	}
	m := Module{Path: elem[0], Version: elem[1]}
	if len(elem) == 3 {
		m.Sum = elem[2]
	}
	return m, nil
}

// parseSetting reads key=value, each of which may be quoted.
func parseSetting(kv string) (s BuildSetting, err error) {
	if len(kv) < 1 {
		return s, fmt.Errorf("build line missing '='")
	}
	if kv[0] == '"' || kv[0] == '`' {
		quoted, err := strconv.QuotedPrefix(kv)
		if err != nil {
			return s, fmt.Errorf("invalid quoted key in build line")
		}
		s.Key, _ = strconv.Unquote(quoted)
		kv = kv[len(quoted):]
		if kv == "" || kv[0] != '=' {
			return s, fmt.Errorf("build line missing '=' after key")
		}
		kv = kv[1:]
	} else {
		var ok bool
		s.Key, kv, ok = strings.Cut(kv, "=")
		if !ok {
			return s, fmt.Errorf("build line missing '='")
		}
		if quoteKey(s.Key) {
			return s, fmt.Errorf("unquoted key %q must be quoted", s.Key)
		}
	}
	s.Value = kv
	if len(kv) > 0 && (kv[0] == '"' || kv[0] == '`') {
		if s.Value, err = strconv.Unquote(kv); err != nil {
			return s, fmt.Errorf("invalid quoted value in build line")
		}
	} else if quoteValue(kv) {
		return s, fmt.Errorf("unquoted value %q must be quoted", kv)
	}
	return s, nil
}
