// Package tracelog adds a trace ID from the context to log records.
package tracelog

import (
	"context"
	"log/slog"
)

// region print

type key struct{}

func WithTrace(ctx context.Context, id string) context.Context {
	return context.WithValue(ctx, key{}, id)
}

// A Handler adds the trace ID of the context to each record.
type Handler struct{ slog.Handler }

func (h Handler) Handle(
	ctx context.Context, r slog.Record,
) error {
	if id, ok := ctx.Value(key{}).(string); ok {
		r = r.Clone()
		r.AddAttrs(slog.String("trace", id))
	}
	return h.Handler.Handle(ctx, r)
}

// Without these two, logger.With would lose the wrapper.
func (h Handler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return Handler{h.Handler.WithAttrs(attrs)}
}

func (h Handler) WithGroup(name string) slog.Handler {
	return Handler{h.Handler.WithGroup(name)}
}

// endregion print
