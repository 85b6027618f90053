package slog

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync/atomic"
)

// A Level says how important an event is: the higher, the more so.
type Level int

// The levels that have names. Between them is room for others.
const (
	LevelDebug Level = -4
	LevelInfo  Level = 0
	LevelWarn  Level = 4
	LevelError Level = 8
)

var levelNames = [...]struct {
	name  string
	level Level
}{{"DEBUG", LevelDebug}, {"INFO", LevelInfo}, {"WARN", LevelWarn}, {"ERROR", LevelError}}

// String returns the name of the level, or that of the named one below it and the distance: WARN+2.
func (l Level) String() string {
	n := &levelNames[0]
	for i := range levelNames {
		if levelNames[i].level <= l {
			n = &levelNames[i]
		}
	}
	if l == n.level {
		return n.name
	}
	return fmt.Sprintf("%s%+d", n.name, int(l-n.level))
}

// MarshalJSON returns String in quotes.
func (l Level) MarshalJSON() ([]byte, error) { return strconv.AppendQuote(nil, l.String()), nil }

// UnmarshalJSON takes what MarshalJSON gave, and names in any case.
func (l *Level) UnmarshalJSON(data []byte) error {
	s, err := strconv.Unquote(string(data))
	if err != nil {
		return err
	}
	return l.parse(s)
}

// MarshalText returns String.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText takes what MarshalText gave, and names in any case.
func (l *Level) UnmarshalText(data []byte) error { return l.parse(string(data)) }

func (l *Level) parse(s string) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("slog: level string %q: %w", s, err)
		}
	}()
	name, distance := s, 0
	if i := strings.IndexAny(s, "+-"); i >= 0 {
		name = s[:i]
		if distance, err = strconv.Atoi(s[i:]); err != nil {
			return err
		}
	}
	for _, n := range levelNames {
		if strings.ToUpper(name) == n.name {
			*l = n.level + Level(distance)
			return nil
		}
	}
	return errors.New("unknown name")
}

// Level returns l: a Level is a Leveler.
func (l Level) Level() Level { return l }

// A Leveler gives a level: Level itself, or LevelVar, whose level changes.
type Leveler interface {
	Level() Level
}

// A LevelVar is a level that may be changed while handlers use it. The zero LevelVar is LevelInfo.
type LevelVar struct {
	value atomic.Int64
}

// Level returns the level.
func (v *LevelVar) Level() Level { return Level(int(v.value.Load())) }

// Set sets the level.
func (v *LevelVar) Set(l Level) { v.value.Store(int64(l)) }

func (v *LevelVar) String() string { return fmt.Sprintf("LevelVar(%s)", v.Level()) }

// MarshalText returns the level's text.
func (v *LevelVar) MarshalText() ([]byte, error) { return v.Level().MarshalText() }

// UnmarshalText sets the level by its text.
func (v *LevelVar) UnmarshalText(data []byte) error {
	var l Level
	if err := l.UnmarshalText(data); err != nil {
		return err
	}
	v.Set(l)
	return nil
}
