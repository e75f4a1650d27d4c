package writethrough

import (
	"context"
	"errors"
	"hash/maphash"
	"sync"
	"testing"
)

type store struct {
	mu     sync.Mutex
	values map[string]string
	set    error // returned by Set
	lost   bool  // Set works in spite of its error
	calls  []string

	during, duringSet func()
}

func (s *store) Get(_ context.Context, key string) (string, error) {
	s.mu.Lock()
	value, ok := s.values[key]
	s.calls = append(s.calls, "get")
	s.mu.Unlock()
	call(s.during)
	if !ok {
		return "", ErrMiss
	}
	return value, nil
}

func (s *store) Set(_ context.Context, key, value string) error {
	s.mu.Lock()
	if s.set == nil || s.lost {
		s.values[key] = value
	}
	s.calls = append(s.calls, "set")
	s.mu.Unlock()
	call(s.during)
	call(s.duringSet)
	return s.set
}

func call(f func()) {
	if f != nil {
		f()
	}
}

func (s *store) Delete(ctx context.Context, key string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls = append(s.calls, "delete")
	if err := ctx.Err(); err != nil {
		return err
	}
	delete(s.values, key)
	return nil
}

func setUp(t *testing.T) (db, cache *store, r *Repository, failures *[]error) {
	db, cache = &store{values: map[string]string{}}, &store{values: map[string]string{}}
	failures = new([]error)
	return db, cache, New(db, cache, func(err error) {
		*failures = append(*failures, err)
	}), failures
}

func TestSaveAndFind(t *testing.T) {
	db, cache, r, failures := setUp(t)
	if err := r.Save(t.Context(), "a", "1"); err != nil {
		t.Fatal(err)
	}
	if got, err := r.Find(t.Context(), "a"); got != "1" || err != nil || len(db.calls) != 1 {
		t.Errorf("got %q, %v, database was asked: %v", got, err, db.calls)
	}
	clear(cache.values)
	if got, err := r.Find(t.Context(), "a"); got != "1" || err != nil || cache.values["a"] != "1" {
		t.Errorf("after an eviction: %q, %v, cache %v", got, err, cache.values)
	}
	if _, err := r.Find(t.Context(), "b"); err != ErrMiss {
		t.Error("unknown key:", err)
	}
	if len(*failures) != 0 {
		t.Error(*failures)
	}
}

func TestCacheFails(t *testing.T) {
	_, cache, r, failures := setUp(t)
	cache.values["a"], cache.set = "old", errors.New("timeout")
	if err := r.Save(t.Context(), "a", "new"); err != nil {
		t.Error("the write was committed, but the caller sees", err)
	}
	if _, ok := cache.values["a"]; ok || len(*failures) != 1 {
		t.Errorf("cache %v, failures %v", cache.values, *failures)
	}
}

// The database says timeout, but has committed: the cache must not keep the old value.
func TestUnknownOutcome(t *testing.T) {
	db, cache, r, _ := setUp(t)
	cache.values["a"] = "old"
	db.set, db.lost = context.Canceled, true
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := r.Save(ctx, "a", "new"); !errors.Is(err, context.Canceled) {
		t.Errorf("Save: %v", err)
	}
	if got, err := r.Find(t.Context(), "a"); got != "new" || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
}

// Of many readers who miss together, one asks the database.
func TestOneFills(t *testing.T) {
	db, cache, r, _ := setUp(t)
	db.values["a"] = "1"
	var missed, done sync.WaitGroup
	missed.Add(50)
	cache.during = func() { // nobody gets the lock before all have missed
		cache.mu.Lock()
		early := len(cache.calls) <= 50
		cache.mu.Unlock()
		if early {
			missed.Done()
			missed.Wait()
		}
	}
	for range 50 {
		done.Go(func() {
			if got, err := r.Find(t.Context(), "a"); got != "1" || err != nil {
				t.Errorf("got %q, %v", got, err)
			}
		})
	}
	done.Wait()
	if len(db.calls) != 1 {
		t.Errorf("the database was asked %d times", len(db.calls))
	}
}

// Between a read or write of the database and that of the cache, nobody else comes in.
func TestLockSpansBoth(t *testing.T) {
	db, cache, r, _ := setUp(t)
	mu := &r.locks[maphash.String(r.seed, "a")%uint64(len(r.locks))]
	held := func() {
		if mu.TryLock() {
			mu.Unlock()
			t.Error("the lock is free, calls so far:", db.calls, cache.calls)
		}
	}
	db.during, cache.duringSet = held, held
	if err := r.Save(t.Context(), "a", "1"); err != nil {
		t.Fatal(err)
	}
	clear(cache.values)
	if _, err := r.Find(t.Context(), "a"); err != nil {
		t.Fatal(err)
	}
	if len(db.calls) != 2 || len(cache.calls) != 4 || !mu.TryLock() {
		t.Error("calls:", db.calls, cache.calls, "or the lock is still held")
	}
}
