// Package sigterm drains an HTTP server when its context ends.
package sigterm

import (
	"context"
	"errors"
	"net"
	"net/http"
	"sync/atomic"
	"time"
)

// region print

// Serve runs until ctx ends, which signal.NotifyContext made.
// It turns unready, goes on for lag, and drains within grace.
func Serve(
	ctx context.Context, srv *http.Server, l net.Listener,
	ready *atomic.Bool, lag, grace time.Duration,
) error {
	ended := make(chan error, 1)
	ready.Store(true) // the listener queues what comes
	go func() { ended <- srv.Serve(l) }()
	select {
	case err := <-ended:
		return err // the listener broke
	case <-ctx.Done():
	}
	ready.Store(false)
	<-time.After(lag) // until nobody sends new requests
	ctx, cancel := context.WithTimeout(
		context.WithoutCancel(ctx), grace) // ctx has ended
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		return errors.Join(err, srv.Close())
	}
	return nil // now close the database
}

// endregion print
