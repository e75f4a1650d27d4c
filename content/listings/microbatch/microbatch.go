// Package microbatch gathers single requests into one call of a model.
package microbatch

import (
	"context"
	"time"
)

// region print

type request struct {
	input string
	reply chan string // holds one, so answering never blocks
}

type Batcher struct {
	Size  int           // as many as the model takes at once
	Delay time.Duration // as long as the first one waits
	Infer func(inputs []string) (outputs []string)
	queue chan request
}

// fill waits for one request, then briefly for others.
func (b *Batcher) fill(ctx context.Context) []request {
	var batch []request
	var full <-chan time.Time // nil until there is a request
	for len(batch) < b.Size {
		select {
		case r := <-b.queue:
			if batch = append(batch, r); full == nil {
				full = time.After(b.Delay)
			}
		case <-full:
			return batch
		case <-ctx.Done():
			return batch
		}
	}
	return batch
}

// endregion print

func New(size int, delay time.Duration, infer func([]string) []string) *Batcher {
	return &Batcher{size, delay, infer, make(chan request)}
}

// Run calls the model for one batch after the other until ctx ends.
func (b *Batcher) Run(ctx context.Context) {
	for ctx.Err() == nil {
		batch := b.fill(ctx)
		if len(batch) == 0 {
			return
		}
		inputs := make([]string, len(batch))
		for i, r := range batch {
			inputs[i] = r.input
		}
		for i, output := range b.Infer(inputs) {
			batch[i].reply <- output
		}
	}
}

// Do hands one input to the batch that is being filled.
func (b *Batcher) Do(ctx context.Context, input string) (string, error) {
	r := request{input, make(chan string, 1)}
	select {
	case b.queue <- r:
	case <-ctx.Done():
		return "", context.Cause(ctx)
	}
	select {
	case output := <-r.reply:
		return output, nil
	case <-ctx.Done():
		return "", context.Cause(ctx)
	}
}
