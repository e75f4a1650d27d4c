package conflictretry

import (
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

type memory struct {
	mu    sync.Mutex
	scale Scale
	reads int
	onGet func()
}

func (m *memory) GetScale(context.Context, string) (Scale, error) {
	m.mu.Lock()
	s := m.scale
	m.reads++
	m.mu.Unlock()
	if m.onGet != nil {
		m.onGet()
	}
	return s, nil
}

func (m *memory) UpdateScale(_ context.Context, s Scale) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if s.Version != m.scale.Version {
		return ErrConflict
	}
	s.Version++
	m.scale = s
	return nil
}

func double(s *Scale) { s.Replicas *= 2 }

func TestFreshCopy(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &memory{scale: Scale{Name: "shop", Replicas: 3}}
		m.onGet = sync.OnceFunc(func() { // somebody is faster
			if err := m.UpdateScale(t.Context(), Scale{"shop", 0, 10}); err != nil {
				t.Error(err)
			}
		})
		start := time.Now()
		if err := Update(t.Context(), m, "shop", double); err != nil {
			t.Error(err)
		}
		if m.scale.Replicas != 20 || m.reads != 2 || time.Since(start) != 10*time.Millisecond {
			t.Error(m.scale, m.reads, time.Since(start))
		}
	})
}

func TestGivesUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &memory{scale: Scale{Replicas: 1}}
		m.onGet = func() { // always faster
			m.mu.Lock()
			defer m.mu.Unlock()
			m.scale.Version++
		}
		if err := Update(t.Context(), m, "shop", double); !errors.Is(err, ErrConflict) || m.reads != 5 {
			t.Error(err, m.reads)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 15*time.Millisecond)
		defer cancel()
		if err := Update(ctx, m, "shop", double); !errors.Is(err, context.DeadlineExceeded) {
			t.Error(err)
		}
	})
}

func TestNothingIsLost(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &memory{}
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				if err := Update(t.Context(), m, "shop", func(s *Scale) { s.Replicas++ }); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		if m.scale.Replicas != 4 {
			t.Error(m.scale)
		}
	})
}
