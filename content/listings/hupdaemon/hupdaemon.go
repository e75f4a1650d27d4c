// Package hupdaemon is the main loop of a daemon.
package hupdaemon

import (
	"context"
	"log/slog"
	"os"
	"time"
)

// Config is what the daemon reads at start and on SIGHUP.
type Config struct {
	Every time.Duration
	Name  string
}

// region print

// Loop works at intervals until ctx ends. main gets ctx from
// signal.NotifyContext for SIGTERM and os.Interrupt, and has
// signal.Notify send SIGHUP to a channel of capacity 1.
func Loop(
	ctx context.Context, hup <-chan os.Signal,
	load func() (Config, error), work func(Config),
) error {
	config, err := load()
	if err != nil {
		return err // at the start a bad file is fatal
	}
	tick := time.NewTicker(config.Every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil // between two rounds, never within one
		case <-hup:
			next, err := load()
			if err != nil { // later it is not
				slog.Error("reload", "err", err)
				continue
			}
			config = next
			tick.Reset(config.Every)
		case <-tick.C:
			work(config)
		}
	}
}

// endregion print
