// Package loopbeat tells liveness whether a loop still turns.
package loopbeat

import (
	"context"
	"net/http"
	"sync/atomic"
	"time"
)

// New makes a loop that is dead after limit without a round.
func New(pause, limit time.Duration) *Loop {
	return &Loop{pause: pause, limit: limit, start: time.Now()}
}

// region print

type Loop struct {
	pause, limit time.Duration

	start time.Time
	beat  atomic.Int64 // since start: no clock change
}

// Run works through rounds until ctx ends. A failed round is
// logged by work and is a beat: a restart would not mend it.
func (l *Loop) Run(ctx context.Context, work func()) {
	ticker := time.NewTicker(l.pause)
	defer ticker.Stop()
	for ctx.Err() == nil {
		work()
		l.beat.Store(int64(time.Since(l.start)))
		select {
		case <-ticker.C:
		case <-ctx.Done():
		}
	}
}

func (l *Loop) Live(w http.ResponseWriter, _ *http.Request) {
	last := time.Duration(l.beat.Load())
	if quiet := time.Since(l.start) - last; quiet > l.limit {
		http.Error(w, "no round for "+quiet.String(),
			http.StatusServiceUnavailable)
	}
}

// endregion print
