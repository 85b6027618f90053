// hood: run   oracle: no
// Package log/slog: text and JSON, groups, levels, values that resolve themselves, and the bridge to package log.
package main

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"time"
)

type secret string

func (secret) LogValue() slog.Value { return slog.StringValue("***") }

type point struct{ X, Y int }

func noTime(groups []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey && len(groups) == 0 {
		return slog.Attr{}
	}
	return a
}

func main() {
	opts := &slog.HandlerOptions{Level: slog.LevelDebug, ReplaceAttr: noTime}
	for _, h := range []slog.Handler{slog.NewTextHandler(os.Stdout, opts), slog.NewJSONHandler(os.Stdout, opts)} {
		l := slog.New(h)
		l.Info("hello world", "n", 3, "pi", 3.5, "ok", true, "s", "a b", "empty", "")
		l.Warn("types", "d", time.Second, "t", time.Unix(0, 5e6).UTC(), "err", errors.New("bad <thing>"), "p", point{1, 2}, "b", []byte("x\n"), "nil", nil, "sec", secret("x"))
		l.With("a", 1).WithGroup("g").With("b", 2).WithGroup("h").Error("nested", "c", 3, slog.Group("i", "d", 4, slog.Group("e")), slog.Group("", "inline", 1))
		l.WithGroup("empty").Debug("no attrs")
		l.Log(context.Background(), slog.LevelInfo+1, "odd", "key")
		l.Info("bad", 5, slog.Int("x", 1))
		l.LogAttrs(nil, slog.LevelError+2, "attrs", slog.Any("l", slog.LevelWarn), slog.Uint64("u", 1<<63))
	}
	var lv slog.LevelVar
	lv.Set(slog.LevelWarn)
	l := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{Level: &lv, ReplaceAttr: noTime, AddSource: false}))
	l.Info("hidden")
	lv.UnmarshalText([]byte("debug+1"))
	l.Debug("hidden too")
	l.Info("shown", "level", &lv)
}
