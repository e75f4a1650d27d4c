// Package writethrough writes a store and a cache as one repository.
package writethrough

import (
	"context"
	"errors"
	"hash/maphash"
	"sync"
)

// ErrMiss says that the cache has no such key.
var ErrMiss = errors.New("cache miss")

// A Store is what both sides look like.
type Store interface {
	Get(ctx context.Context, key string) (string, error)
	Set(ctx context.Context, key, value string) error
	Delete(ctx context.Context, key string) error
}

type Repository struct {
	DB, Cache Store // the cache sets a TTL on all that it stores
	OnError   func(error)
	seed      maphash.Seed
	locks     [64]sync.Mutex
}

func New(db, cache Store, onError func(error)) *Repository {
	return &Repository{DB: db, Cache: cache, OnError: onError, seed: maphash.MakeSeed()}
}

func (r *Repository) log(err error) {
	if err != nil {
		r.OnError(err)
	}
}

func (r *Repository) lock(key string) (unlock func()) {
	mu := &r.locks[maphash.String(r.seed, key)%uint64(len(r.locks))]
	mu.Lock()
	return mu.Unlock
}

// region print

func (r *Repository) Save(
	ctx context.Context, key, value string,
) error {
	defer r.lock(key)()
	err := r.DB.Set(ctx, key, value)
	ctx = context.WithoutCancel(ctx)
	if err != nil { // perhaps it was committed all the same
		return errors.Join(err, r.Cache.Delete(ctx, key))
	}
	if err := r.Cache.Set(ctx, key, value); err != nil {
		r.log(errors.Join(err, r.Cache.Delete(ctx, key)))
	}
	return nil // saved; the TTL bounds what the cache got wrong
}

func (r *Repository) Find(
	ctx context.Context, key string,
) (value string, err error) {
	if value, err = r.Cache.Get(ctx, key); err == nil {
		return value, nil
	}
	defer r.lock(key)() // no save between Get and Set
	if value, err = r.Cache.Get(ctx, key); err == nil {
		return value, nil // another reader has filled it
	}
	if value, err = r.DB.Get(ctx, key); err == nil {
		r.log(r.Cache.Set(ctx, key, value)) // ignores nil
	}
	return value, err
}

// endregion print
