// Package pacedreader limits the bytes per second of a stream.
package pacedreader

import (
	"context"
	"io"
	"time"
)

// region print

// A Reader passes on at most Rate bytes a second.
type Reader struct {
	Ctx  context.Context
	R    io.Reader
	Rate int // bytes a second
	next time.Time
}

func (p *Reader) Read(b []byte) (int, error) {
	// Small pieces keep the stream smooth.
	n, err := p.R.Read(b[:min(len(b), max(p.Rate/10, 1))])
	if now := time.Now(); p.next.Before(now) {
		p.next = now // idle time earns no credit
	}
	cost := time.Duration(n) * time.Second
	p.next = p.next.Add(cost / time.Duration(p.Rate))
	select {
	case <-time.After(time.Until(p.next)):
		return n, err
	case <-p.Ctx.Done():
		return n, context.Cause(p.Ctx)
	}
}

// endregion print
