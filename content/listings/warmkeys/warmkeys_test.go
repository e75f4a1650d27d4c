package warmkeys

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func TestWarm(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		running, most := 0, 0
		var started []string
		load := func(ctx context.Context, key string) error {
			mu.Lock()
			running++
			most = max(most, running)
			started = append(started, key)
			mu.Unlock()
			defer func() {
				mu.Lock()
				running--
				mu.Unlock()
			}()
			if key == "bad" {
				return errors.New("no such row")
			}
			select {
			case <-time.After(time.Second):
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		keys := strings.Fields("a b c bad d e f g h")
		begin := time.Now()
		if n := Warm(t.Context(), keys, 2, load); n != 8 || most != 2 || running != 0 {
			t.Errorf("%d warm, %d at once, %d still running", n, most, running)
		}
		if took := time.Since(begin); took != 4*time.Second {
			t.Errorf("took %v", took)
		}
		slices.Sort(started)
		slices.Sort(keys)
		if !slices.Equal(started, keys) {
			t.Errorf("loaded %v", started)
		}

		keys, started = strings.Fields("a b c d e f g h"), nil
		ctx, cancel := context.WithTimeout(t.Context(), 2500*time.Millisecond)
		defer cancel()
		begin = time.Now()
		if n := Warm(ctx, keys, 2, load); n != 4 || time.Since(begin) != 2500*time.Millisecond {
			t.Errorf("deadline: %d warm after %v", n, time.Since(begin))
		}
		slices.Sort(started)
		if !slices.Equal(started, keys[:6]) {
			t.Errorf("deadline: began %v, want the hottest six", started)
		}
	})
}
