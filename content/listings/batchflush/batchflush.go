// Package batchflush stores messages in batches and acks what is stored.
package batchflush

import "time"

// Message is one row to be.
type Message struct{ ID int }

// region print

// Run hands over batches. Flush inserts, commits and then acks.
// Run ends at its first error: what is not acked comes again.
func Run(
	in <-chan Message, size int, wait time.Duration,
	flush func([]Message) error,
) error {
	var batch []Message
	timer := time.NewTimer(wait)
	timer.Stop() // runs only while a batch waits
	for {
		select {
		case m, ok := <-in:
			if !ok {
				return flush(batch) // the rest, or none
			}
			if batch = append(batch, m); len(batch) == 1 {
				timer.Reset(wait) // counts from the first
			}
			if len(batch) < size {
				continue
			}
		case <-timer.C:
		}
		if err := flush(batch); err != nil {
			return err
		}
		timer.Stop()
		batch = nil // flush may have kept the old one
	}
}

// endregion print
