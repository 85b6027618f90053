package slog

import "time"

// An Attr is a key and its value.
type Attr struct {
	Key   string
	Value Value
}

// String returns an Attr of a string.
func String(key, value string) Attr { return Attr{key, StringValue(value)} }

// Int64 returns an Attr of an int64.
func Int64(key string, value int64) Attr { return Attr{key, Int64Value(value)} }

// Int returns an Attr of an int, as an int64.
func Int(key string, value int) Attr { return Int64(key, int64(value)) }

// Uint64 returns an Attr of a uint64.
func Uint64(key string, v uint64) Attr { return Attr{key, Uint64Value(v)} }

// Float64 returns an Attr of a float64.
func Float64(key string, v float64) Attr { return Attr{key, Float64Value(v)} }

// Bool returns an Attr of a bool.
func Bool(key string, v bool) Attr { return Attr{key, BoolValue(v)} }

// Time returns an Attr of a time, without its monotonic part.
func Time(key string, v time.Time) Attr { return Attr{key, TimeValue(v)} }

// Duration returns an Attr of a duration.
func Duration(key string, v time.Duration) Attr { return Attr{key, DurationValue(v)} }

// Group returns an Attr of several, which args gives as the arguments of Logger.Log do.
func Group(key string, args ...any) Attr { return Attr{key, GroupValue(attrsOf(args)...)} }

// Any returns an Attr of a value, as AnyValue makes it.
func Any(key string, value any) Attr { return Attr{key, AnyValue(value)} }

// Equal reports whether keys and values are equal.
func (a Attr) Equal(b Attr) bool { return a.Key == b.Key && a.Value.Equal(b.Value) }

func (a Attr) String() string { return a.Key + "=" + a.Value.String() }

func (a Attr) isEmpty() bool { return a.Key == "" && a.Value.num == 0 && a.Value.any == nil }

// badKey is the key of values that have none.
const badKey = "!BADKEY"

// nextAttr makes an Attr of the first of args, or of the first two, and returns the others.
func nextAttr(args []any) (Attr, []any) {
	switch x := args[0].(type) {
	case string:
		if len(args) == 1 {
			return String(badKey, x), nil
		}
		return Any(x, args[1]), args[2:]
	case Attr:
		return x, args[1:]
	default:
		return Any(badKey, x), args[1:]
	}
}

func attrsOf(args []any) []Attr {
	var list []Attr
	for len(args) > 0 {
		var a Attr
		a, args = nextAttr(args)
		list = append(list, a)
	}
	return list
}
