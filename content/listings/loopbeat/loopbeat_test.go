package loopbeat

import (
	"context"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func TestLive(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		loop := New(10*time.Second, time.Minute)
		probe := func(when string, code int, text string) {
			t.Helper()
			w := httptest.NewRecorder()
			loop.Live(w, nil)
			if got := strings.TrimSpace(w.Body.String()); w.Code != code || got != text {
				t.Errorf("%s: %d %q, want %d %q", when, w.Code, got, code, text)
			}
		}
		probe("before the first round", 200, "")

		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan struct{})
		unblock := make(chan struct{})
		rounds := 0
		go func() {
			defer close(ended)
			loop.Run(ctx, func() {
				if rounds++; rounds == 10 {
					<-unblock // a deadlock
				}
			})
		}()
		time.Sleep(80 * time.Second)
		synctest.Wait() // rounds at 0, 10, ... 80 s
		probe("after nine rounds", 200, "")
		time.Sleep(time.Minute)
		probe("at the limit", 200, "")
		time.Sleep(time.Second)
		probe("beyond the limit", 503, "no round for 1m1s")
		close(unblock)
		synctest.Wait()
		probe("it moves again", 200, "")
		cancel()
		<-ended
	})
}
