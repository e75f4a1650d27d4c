package leaselead

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// lease is what the store keeps.
type lease struct {
	mu     sync.Mutex
	holder string
	until  time.Time
}

func (l *lease) renew(id string, ttl time.Duration) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.holder != id && time.Now().Before(l.until) {
		return false
	}
	l.holder, l.until = id, time.Now().Add(ttl)
	return true
}

func TestLead(t *testing.T) {
	const ttl = 8 * time.Second
	synctest.Test(t, func(t *testing.T) {
		var l lease
		if !l.renew("a", ttl) {
			t.Fatal("a free lease was refused")
		}
		var cutOff atomic.Bool
		var ended atomic.Int64
		done := make(chan error)
		go func() {
			done <- Lead(t.Context(), ttl, func(ctx context.Context) bool {
				if cutOff.Load() {
					<-ctx.Done() // the network swallows the request
					return false
				}
				time.Sleep(100 * time.Millisecond)
				return l.renew("a", ttl)
			}, func(ctx context.Context) error {
				<-ctx.Done()
				ended.Store(time.Now().UnixNano())
				return ctx.Err()
			})
		}()
		time.Sleep(time.Minute)
		if l.renew("b", ttl) {
			t.Error("b got the lease while a renewed it")
		}
		if ended.Load() != 0 {
			t.Error("a stopped, though it renewed")
		}
		cutOff.Store(true)
		for !l.renew("b", ttl) {
			time.Sleep(time.Millisecond)
		}
		if err := <-done; !errors.Is(err, ErrLost) || !errors.Is(err, context.Canceled) {
			t.Error("a returned", err)
		}
		if gap := time.Since(time.Unix(0, ended.Load())); gap < time.Second || gap > 3*time.Second {
			t.Errorf("a stopped %v before b began", gap)
		}
	})
}

// A slow answer counts from the question, since the store counts from its receipt.
func TestSlowRenewal(t *testing.T) {
	const ttl = 8 * time.Second
	synctest.Test(t, func(t *testing.T) {
		start, renewals := time.Now(), 0
		err := Lead(t.Context(), ttl, func(context.Context) bool {
			if renewals++; renewals > 1 {
				return false
			}
			time.Sleep(5 * time.Second)
			return true
		}, func(ctx context.Context) error {
			<-ctx.Done()
			return ctx.Err()
		})
		if took := time.Since(start); !errors.Is(err, ErrLost) || took != 6*time.Second {
			t.Errorf("stopped after %v: %v", took, err)
		}
	})
}

func TestEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		yes := func(context.Context) bool { return true }
		if err := Lead(t.Context(), time.Second, yes, func(context.Context) error { return nil }); err != nil {
			t.Error(err)
		}
		boom := errors.New("boom")
		if err := Lead(t.Context(), time.Second, yes, func(context.Context) error { return boom }); !errors.Is(err, boom) {
			t.Error(err)
		}
	})
}

// No renewal is under way any more when Lead returns.
func TestOwner(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var renewing atomic.Bool
		err := Lead(t.Context(), 8*time.Second, func(context.Context) bool {
			renewing.Store(true)
			time.Sleep(time.Second)
			renewing.Store(false)
			return true
		}, func(context.Context) error {
			synctest.Wait()
			return nil
		})
		if err != nil || renewing.Load() {
			t.Errorf("renewing %v, %v", renewing.Load(), err)
		}
	})
}
