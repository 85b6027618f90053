// Package slog logs records: a message, a level, the time and keys with values. Mirrors: src/log/slog (Go 1.22).
//
//	slog.Info("hello", "count", 3)
//
// A Logger makes records and hands them to its Handler, which writes them, or does with them what it likes.
package slog

import (
	"bytes"
	"context"
	"log"
	"log/internal"
	"runtime"
	"sync/atomic"
	"time"
)

var (
	defaultLogger atomic.Pointer[Logger]
	bridgeLevel   LevelVar // of what goes between here and package log
)

var firstLogger = Logger{handler: &defaultHandler{}}

// SetLogLoggerLevel sets the level of what the default Logger hands to package log, and, after SetDefault, the level of
// what package log hands to the default Logger. It returns the old one.
func SetLogLoggerLevel(level Level) (oldLevel Level) {
	oldLevel = bridgeLevel.Level()
	bridgeLevel.Set(level)
	return oldLevel
}

// Default returns the default Logger: until SetDefault one that writes through package log.
func Default() *Logger {
	if l := defaultLogger.Load(); l != nil {
		return l
	}
	return &firstLogger
}

// SetDefault makes l the Logger of this package's functions, and has package log's default logger write to it.
func SetDefault(l *Logger) {
	defaultLogger.Store(l)
	// The other way round they would write to each other.
	if _, first := l.Handler().(*defaultHandler); !first {
		places := log.Flags()&(log.Lshortfile|log.Llongfile) != 0
		log.SetOutput(&handlerWriter{l.Handler(), &bridgeLevel, places})
		log.SetFlags(0)
	}
}

// handlerWriter makes a record of each line that package log writes.
type handlerWriter struct {
	h      Handler
	level  Leveler
	places bool
}

func (w *handlerWriter) Write(line []byte) (int, error) {
	level := w.level.Level()
	if !w.h.Enabled(context.Background(), level) {
		return 0, nil
	}
	var pcs [1]uintptr
	if w.places {
		runtime.Callers(5, pcs[:]) // Callers, this, Logger.output, Logger.Output, log.Print
	}
	n := len(line)
	r := NewRecord(time.Now(), level, string(bytes.TrimSuffix(line, []byte{'\n'})), pcs[0])
	return n, w.h.Handle(context.Background(), r)
}

// defaultHandler writes through package log: LEVEL message key=value.
type defaultHandler struct {
	core *core
}

func (h *defaultHandler) attributes() *core {
	if h.core == nil {
		return newCore(nil, nil, textFormat{})
	}
	return h.core
}

func (*defaultHandler) Enabled(_ context.Context, l Level) bool { return l >= bridgeLevel.Level() }

func (h *defaultHandler) Handle(_ context.Context, r Record) error {
	s := h.attributes().newState([]byte(r.Level.String() + " " + r.Message))
	s.needsSep = true
	s.rest(&r)
	return internal.DefaultOutput(r.PC, s.buf)
}

func (h *defaultHandler) WithAttrs(as []Attr) Handler {
	return &defaultHandler{h.attributes().withAttrs(as)}
}

func (h *defaultHandler) WithGroup(name string) Handler {
	if name == "" {
		return h
	}
	return &defaultHandler{h.attributes().withGroup(name)}
}

// A Logger makes a Record of each call and hands it to a Handler.
type Logger struct {
	handler Handler
}

// New returns a Logger with this handler.
func New(h Handler) *Logger {
	if h == nil {
		panic("nil Handler")
	}
	return &Logger{handler: h}
}

// NewLogLogger returns a log.Logger each line of which is handed to h, at this level.
func NewLogLogger(h Handler, level Level) *log.Logger {
	return log.New(&handlerWriter{h, level, true}, "", 0)
}

// With returns Default().With.
func With(args ...any) *Logger { return Default().With(args...) }

// With returns a Logger that adds attributes to each record. args are those of Log.
func (l *Logger) With(args ...any) *Logger {
	if len(args) == 0 {
		return l
	}
	return &Logger{l.handler.WithAttrs(attrsOf(args))}
}

// WithGroup returns a Logger that puts all further attributes into a group, unless name is empty.
func (l *Logger) WithGroup(name string) *Logger {
	if name == "" {
		return l
	}
	return &Logger{l.handler.WithGroup(name)}
}

// Handler returns l's handler.
func (l *Logger) Handler() Handler { return l.handler }

// Enabled reports whether records of this level are handled. ctx may be nil.
func (l *Logger) Enabled(ctx context.Context, level Level) bool {
	if ctx == nil {
		ctx = context.Background()
	}
	return l.Handler().Enabled(ctx, level)
}

// log is called by exactly one method or function, which the program called: that is whose caller is recorded.
func (l *Logger) log(ctx context.Context, level Level, msg string, args []any) {
	if ctx == nil {
		ctx = context.Background()
	}
	if !l.Enabled(ctx, level) {
		return
	}
	var pcs [1]uintptr
	runtime.Callers(3, pcs[:])
	r := NewRecord(time.Now(), level, msg, pcs[0])
	r.Add(args...)
	_ = l.Handler().Handle(ctx, r)
}

// Log logs a message at a level. Of args, an Attr stands for itself, a string takes the argument after it as its value,
// and anything else is a value of key "!BADKEY".
func (l *Logger) Log(ctx context.Context, level Level, msg string, args ...any) {
	l.log(ctx, level, msg, args)
}

// LogAttrs is Log with attributes only, and so faster.
func (l *Logger) LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr) {
	l.logAttrs(ctx, level, msg, attrs)
}

func (l *Logger) logAttrs(ctx context.Context, level Level, msg string, attrs []Attr) {
	if ctx == nil {
		ctx = context.Background()
	}
	if !l.Enabled(ctx, level) {
		return
	}
	var pcs [1]uintptr
	runtime.Callers(3, pcs[:])
	r := NewRecord(time.Now(), level, msg, pcs[0])
	r.AddAttrs(attrs...)
	_ = l.Handler().Handle(ctx, r)
}

// Debug logs at LevelDebug.
func (l *Logger) Debug(msg string, args ...any) { l.log(context.Background(), LevelDebug, msg, args) }

// DebugContext logs at LevelDebug, with a context.
func (l *Logger) DebugContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelDebug, msg, args)
}

// Info logs at LevelInfo.
func (l *Logger) Info(msg string, args ...any) { l.log(context.Background(), LevelInfo, msg, args) }

// InfoContext logs at LevelInfo, with a context.
func (l *Logger) InfoContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelInfo, msg, args)
}

// Warn logs at LevelWarn.
func (l *Logger) Warn(msg string, args ...any) { l.log(context.Background(), LevelWarn, msg, args) }

// WarnContext logs at LevelWarn, with a context.
func (l *Logger) WarnContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelWarn, msg, args)
}

// Error logs at LevelError.
func (l *Logger) Error(msg string, args ...any) { l.log(context.Background(), LevelError, msg, args) }

// ErrorContext logs at LevelError, with a context.
func (l *Logger) ErrorContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelError, msg, args)
}

// Debug is Default().Debug.
func Debug(msg string, args ...any) { Default().log(context.Background(), LevelDebug, msg, args) }

// DebugContext is Default().DebugContext.
func DebugContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelDebug, msg, args)
}

// Info is Default().Info.
func Info(msg string, args ...any) { Default().log(context.Background(), LevelInfo, msg, args) }

// InfoContext is Default().InfoContext.
func InfoContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelInfo, msg, args)
}

// Warn is Default().Warn.
func Warn(msg string, args ...any) { Default().log(context.Background(), LevelWarn, msg, args) }

// WarnContext is Default().WarnContext.
func WarnContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelWarn, msg, args)
}

// Error is Default().Error.
func Error(msg string, args ...any) { Default().log(context.Background(), LevelError, msg, args) }

// ErrorContext is Default().ErrorContext.
func ErrorContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelError, msg, args)
}

// Log is Default().Log.
func Log(ctx context.Context, level Level, msg string, args ...any) {
	Default().log(ctx, level, msg, args)
}

// LogAttrs is Default().LogAttrs.
func LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr) {
	Default().logAttrs(ctx, level, msg, attrs)
}
