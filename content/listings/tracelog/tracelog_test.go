package tracelog

import (
	"context"
	"log/slog"
	"os"
	"sync"
)

func ExampleHandler() {
	logger := slog.New(Handler{slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{
		ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			if a.Key == slog.TimeKey {
				return slog.Attr{}
			}
			return a
		},
	})})
	ctx := WithTrace(context.Background(), "7f3a")

	logger.InfoContext(ctx, "accepted")
	var wg sync.WaitGroup
	wg.Go(func() {
		logger.With("worker", 2).InfoContext(ctx, "charged", "cents", 995)
	})
	wg.Wait()
	logger.WithGroup("mail").InfoContext(ctx, "sent", "to", "gopher")
	logger.Info("the context was forgotten")
	// Output:
	// level=INFO msg=accepted trace=7f3a
	// level=INFO msg=charged worker=2 cents=995 trace=7f3a
	// level=INFO msg=sent mail.to=gopher mail.trace=7f3a
	// level=INFO msg="the context was forgotten"
}
