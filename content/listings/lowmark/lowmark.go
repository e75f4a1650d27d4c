// Package lowmark turns finished messages into the offset to commit.
package lowmark

import "sync"

// region print

// Progress is that of one partition. Kafka stores one number:
// "all before this offset is done".
type Progress struct {
	mu      sync.Mutex
	started []int64 // in the order of the partition
	done    map[int64]bool
	next    int64
}

func (p *Progress) Start(offset int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.started = append(p.started, offset)
}

// Done returns the offset that may be committed now.
func (p *Progress) Done(offset int64) (commit int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done[offset] = true
	for len(p.started) > 0 && p.done[p.started[0]] {
		p.next = p.started[0] + 1
		delete(p.done, p.started[0])
		p.started = p.started[1:]
	}
	return p.next
}

// endregion print

// New begins at the offset that was committed last.
func New(committed int64) *Progress {
	return &Progress{done: map[int64]bool{}, next: committed}
}
