package trace

import (
	"context"
	"fmt"
	"sync/atomic"
)

// Task is a piece of work, which goroutines do one after the other or together.
type Task struct {
	id uint64
}

type taskKey struct{}

var lastTask atomic.Uint64

// background is the task of what belongs to none.
var background = &Task{}

func taskOf(ctx context.Context) *Task {
	if t, ok := ctx.Value(taskKey{}).(*Task); ok {
		return t
	}
	return background
}

// NewTask begins a task, a part of the one that pctx belongs to. What is given the new context belongs to it.
func NewTask(pctx context.Context, taskType string) (ctx context.Context, task *Task) {
	t := &Task{lastTask.Add(1)}
	if IsEnabled() {
		emit(userTask, t.id, taskOf(pctx).id, texts.number(taskType))
	}
	return context.WithValue(pctx, taskKey{}, t), t
}

// End ends the task.
func (t *Task) End() {
	if IsEnabled() {
		emit(userTaskEnd, t.id, 0, 0)
	}
}

// Log writes a message into the trace. Messages are grouped by category.
func Log(ctx context.Context, category, message string) {
	if IsEnabled() {
		emit(userLog, taskOf(ctx).id, texts.number(category), texts.number(message))
	}
}

// Logf is Log with a format, which is looked at only if there is a trace.
func Logf(ctx context.Context, category, format string, args ...any) {
	if IsEnabled() {
		Log(ctx, category, fmt.Sprintf(format, args...))
	}
}

const (
	regionBegins = iota
	regionEnds
)

// Region is a stretch of a goroutine's work.
type Region struct {
	task, name uint64
}

var noRegion = &Region{}

// WithRegion calls fn inside a region.
func WithRegion(ctx context.Context, regionType string, fn func()) {
	defer StartRegion(ctx, regionType).End()
	fn()
}

// StartRegion begins a region. The same goroutine must end it; regions begun inside it end before.
func StartRegion(ctx context.Context, regionType string) *Region {
	if !IsEnabled() {
		return noRegion
	}
	r := &Region{taskOf(ctx).id, texts.number(regionType)}
	emit(userRegion, r.task, regionBegins, r.name)
	return r
}

// End ends the region.
func (r *Region) End() {
	if r != noRegion && IsEnabled() {
		emit(userRegion, r.task, regionEnds, r.name)
	}
}
