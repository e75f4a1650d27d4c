// Package minispan is a tracer reduced to its idea.
package minispan

import (
	"context"
	"time"
)

// region print

type Span struct {
	Name   string
	Parent *Span
	Attrs  map[string]any
	Took   time.Duration

	start  time.Time
	export func(*Span)
}

type key struct{}

// Start makes the span of ctx the parent of a new one.
func Start(
	ctx context.Context, name string, export func(*Span),
) (context.Context, *Span) {
	parent, _ := ctx.Value(key{}).(*Span)
	s := &Span{Name: name, Parent: parent, export: export,
		Attrs: map[string]any{}, start: time.Now()}
	return context.WithValue(ctx, key{}, s), s
}

// End completes the span; only now is it exported.
func (s *Span) End() {
	s.Took = time.Since(s.start)
	s.export(s)
}

// endregion print
