// Package creditpull shows the two ways in which a consumer sets its pace.
package creditpull

import "context"

// Msg is what is queued.
type Msg int

// region print

type Queue chan Msg

// Push delivers unasked, up to limit messages without an ack.
func (q Queue) Push(limit int, deliver func(Msg, func())) {
	credit := make(chan struct{}, limit)
	for m := range q {
		credit <- struct{}{} // waits while all is used
		deliver(m, func() { <-credit })
	}
}

// Pull waits for one message and takes others that are there.
func (q Queue) Pull(ctx context.Context, n int) ([]Msg, error) {
	var batch []Msg
	select {
	case m := <-q:
		batch = append(batch, m)
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
	for len(batch) < n {
		select {
		case m := <-q:
			batch = append(batch, m)
		default:
			return batch, nil
		}
	}
	return batch, nil
}

// endregion print
