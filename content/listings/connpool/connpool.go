// Package connpool keeps TCP connections for the next caller.
package connpool

import (
	"context"
	"net"
	"time"
)

// New makes a pool for at most limit connections at a time.
func New(limit int, dial func(context.Context) (net.Conn, error)) *Pool {
	return &Pool{dial, make(chan struct{}, limit), make(chan net.Conn, limit)}
}

// region print

type Pool struct {
	dial  func(context.Context) (net.Conn, error)
	inUse chan struct{} // a semaphore of size limit
	idle  chan net.Conn // as large, so a send never blocks
}

// Do lends a connection to use, and keeps it if use succeeds.
func (p *Pool) Do(
	ctx context.Context, use func(net.Conn) error,
) error {
	select {
	case p.inUse <- struct{}{}:
		defer func() { <-p.inUse }()
	case <-ctx.Done():
		return context.Cause(ctx)
	}
	conn, err := p.idleOrDial(ctx)
	if err != nil {
		return err
	}
	err = use(conn)
	if err != nil || conn.SetDeadline(time.Time{}) != nil {
		conn.Close() // half a reply may still come
		return err
	}
	p.idle <- conn
	return nil
}

// endregion print

func (p *Pool) idleOrDial(ctx context.Context) (net.Conn, error) {
	select {
	case conn := <-p.idle:
		return conn, nil
	default:
		return p.dial(ctx)
	}
}
