// Package drain shuts a worker pool down in two steps.
package drain

import (
	"context"
	"errors"
	"sync"
)

var (
	ErrClosed = errors.New("pool is closed")
	ErrFull   = errors.New("queue is full")
)

// New starts a pool whose queue holds as many jobs as it has workers.
func New(workers int) *Pool {
	p := &Pool{jobs: make(chan func(context.Context), workers)}
	ctx, abort := context.WithCancel(context.Background())
	p.abort = abort
	for range workers {
		p.workers.Go(func() {
			for job := range p.jobs {
				job(ctx)
			}
		})
	}
	return p
}

// Submit never blocks, so that Stop cannot wait for it.
func (p *Pool) Submit(job func(context.Context)) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return ErrClosed
	}
	select {
	case p.jobs <- job:
		return nil
	default:
		return ErrFull
	}
}

// region print

type Pool struct {
	mu      sync.Mutex // held by Submit and by Stop
	closed  bool
	jobs    chan func(context.Context)
	workers sync.WaitGroup
	abort   context.CancelFunc // of the context the jobs get
}

// Stop lets queued jobs finish, and aborts them if ctx ends.
func (p *Pool) Stop(ctx context.Context) error {
	p.mu.Lock()
	if !p.closed {
		p.closed = true // Submit refuses from here on
		close(p.jobs)
	}
	p.mu.Unlock()
	drained := make(chan struct{})
	go func() {
		p.workers.Wait()
		close(drained)
	}()
	select {
	case <-drained:
		return nil
	case <-ctx.Done():
		p.abort() // running jobs see a cancelled context
		<-drained
		return context.Cause(ctx)
	}
}

// endregion print
