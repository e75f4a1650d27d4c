package ttlcache

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"
)

func TestCache(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := New[string, int](10 * time.Minute)
		defer c.Close() // or the bubble reports the sweeper
		want := func(key string, value int, ok bool) {
			t.Helper()
			if got, found := c.Get(key); got != value || found != ok {
				t.Errorf("Get(%q) = %d, %v, want %d, %v", key, got, found, value, ok)
			}
		}
		size := func(want int) {
			t.Helper()
			synctest.Wait()
			c.mu.Lock()
			defer c.mu.Unlock()
			if len(c.items) != want || len(c.queue) != want {
				t.Errorf("%d items, %d in the queue, want %d", len(c.items), len(c.queue), want)
			}
		}
		c.Set("long", 1, 15*time.Minute)
		c.Set("short", 2, time.Minute)
		c.Set("renewed", 3, time.Minute)
		time.Sleep(time.Minute - 1)
		want("short", 2, true)
		c.Set("renewed", 4, 11*time.Minute)
		time.Sleep(1)
		want("short", 0, false)
		want("renewed", 4, true)
		size(3) // expired, but still in memory
		time.Sleep(9 * time.Minute)
		size(2)
		want("long", 1, true)
		time.Sleep(2 * time.Minute)
		want("renewed", 0, false)
		time.Sleep(8 * time.Minute)
		size(0)
	})
}

func TestOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := New[string, int](time.Hour)
		defer c.Close()
		start := time.Now()
		for i := range 50 {
			c.Set(fmt.Sprint(i), i, time.Duration(i*37%50+1)*time.Minute)
		}
		for i := range 25 { // turn some round
			c.Set(fmt.Sprint(i), i, time.Duration(50-i*37%50)*time.Minute)
		}
		for m := range 51 {
			now := start.Add(time.Duration(m) * time.Minute)
			c.sweep(now)
			for key, it := range c.items {
				if !now.Before(it.expires) {
					t.Errorf("minute %d: %s should be gone", m, key)
				}
			}
			if len(c.items) != len(c.queue) {
				t.Fatal("map and queue differ")
			}
		}
		if len(c.items) != 0 {
			t.Error("left:", len(c.items))
		}
	})
}
