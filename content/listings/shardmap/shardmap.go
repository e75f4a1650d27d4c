// Package shardmap divides a map into parts with a lock each.
package shardmap

import (
	"hash/maphash"
	"sync"
)

// region print

var seed = maphash.MakeSeed()

type Map[K comparable, V any] struct {
	parts [32]struct {
		mu     sync.Mutex
		values map[K]V
		_      [48]byte // no two locks in one cache line
	}
}

// Update replaces the value of key in one step.
func (m *Map[K, V]) Update(key K, change func(V) V) {
	p := &m.parts[maphash.Comparable(seed, key)%32]
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.values == nil {
		p.values = make(map[K]V)
	}
	p.values[key] = change(p.values[key])
}

func (m *Map[K, V]) Load(key K) (V, bool) {
	p := &m.parts[maphash.Comparable(seed, key)%32]
	p.mu.Lock()
	defer p.mu.Unlock()
	value, ok := p.values[key]
	return value, ok
}

// endregion print
