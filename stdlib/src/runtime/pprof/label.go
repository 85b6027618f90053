package pprof

import (
	"context"
	"sort"
)

// A LabelSet is a set of labels: keys with values.
type LabelSet struct {
	list []label
}

type label struct {
	key, value string
}

type labelContextKey struct{}

func labelsOf(ctx context.Context) map[string]string {
	m, _ := ctx.Value(labelContextKey{}).(map[string]string)
	return m
}

// Labels makes a set of keys and values in turns; of equal keys the last one counts.
func Labels(args ...string) LabelSet {
	if len(args)%2 != 0 {
		panic("uneven number of arguments to pprof.Labels")
	}
	var list []label
	for i := 0; i < len(args); i += 2 {
		list = append(list, label{args[i], args[i+1]})
	}
	return LabelSet{list}
}

// WithLabels returns a context with the labels of ctx and these.
func WithLabels(ctx context.Context, labels LabelSet) context.Context {
	m := map[string]string{}
	for k, v := range labelsOf(ctx) {
		m[k] = v
	}
	for _, l := range labels.list {
		m[l.key] = l.value
	}
	return context.WithValue(ctx, labelContextKey{}, m)
}

// Label returns the value of a label of ctx.
func Label(ctx context.Context, key string) (string, bool) {
	v, ok := labelsOf(ctx)[key]
	return v, ok
}

// ForLabels calls f for each label of ctx until it returns false.
func ForLabels(ctx context.Context, f func(key, value string) bool) {
	m := labelsOf(ctx)
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		if !f(k, m[k]) {
			return
		}
	}
}

// SetGoroutineLabels does nothing that shows: hood's profiles have no labels of goroutines.
func SetGoroutineLabels(ctx context.Context) {}

// Do calls f with a context that has the labels, too.
func Do(ctx context.Context, labels LabelSet, f func(context.Context)) {
	ctx = WithLabels(ctx, labels)
	SetGoroutineLabels(ctx)
	f(ctx)
}
