// Package fairqueue serves its tenants in turn.
package fairqueue

import "sync"

func New() *Fair {
	return &Fair{jobs: make(map[string][]string)}
}

// region print

type Fair struct {
	mu   sync.Mutex
	turn []string            // tenants with jobs, next first
	jobs map[string][]string // of each tenant, oldest first
}

func (f *Fair) Push(tenant, job string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.jobs[tenant]) == 0 {
		f.turn = append(f.turn, tenant)
	}
	f.jobs[tenant] = append(f.jobs[tenant], job)
}

func (f *Fair) Pop() (job string, ok bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.turn) == 0 {
		return "", false
	}
	tenant, queue := f.turn[0], f.jobs[f.turn[0]]
	f.turn = f.turn[1:]
	delete(f.jobs, tenant)
	if len(queue) > 1 { // more to do: back of the line
		f.turn = append(f.turn, tenant)
		f.jobs[tenant] = queue[1:]
	}
	return queue[0], true
}

// endregion print
