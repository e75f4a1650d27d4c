package perclient

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"testing"
	"testing/synctest"
	"time"
)

func Example() {
	limit := &Limiter{Every: time.Hour, Burst: 2}
	h := limit.Wrap(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	for range 3 {
		r := httptest.NewRequest("POST", "/login", nil) // from 192.0.2.1
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		fmt.Println(w.Code, w.Header()["Retry-After"])
	}
	// Output:
	// 200 []
	// 200 []
	// 429 [3600]
}

func TestLimiter(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		limit := &Limiter{Every: 2 * time.Second, Burst: 3}
		h := limit.Wrap(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
		get := func(from string, code int, after string) {
			t.Helper()
			r := httptest.NewRequest("GET", "/", nil)
			r.RemoteAddr = from
			// Anybody can write this header, so it must change nothing.
			r.Header.Set("X-Forwarded-For", strconv.FormatInt(time.Now().UnixNano(), 10))
			w := httptest.NewRecorder()
			h.ServeHTTP(w, r)
			if w.Code != code || w.Header().Get("Retry-After") != after {
				t.Errorf("%s: %d, Retry-After %q; want %d, %q", from, w.Code, w.Header().Get("Retry-After"), code, after)
			}
		}
		for range 3 {
			get("192.0.2.1:1000", 200, "")
		}
		get("192.0.2.1:2000", 429, "2") // another port is the same client
		get("[::ffff:192.0.2.1]:9", 429, "2")
		get("192.0.2.2:1000", 200, "")
		time.Sleep(1500 * time.Millisecond)
		get("192.0.2.1:1000", 429, "1")
		time.Sleep(500 * time.Millisecond)
		get("192.0.2.1:1000", 200, "")
		get("192.0.2.1:1000", 429, "2")

		for _, host := range []string{"1", "2", "3"} {
			get("[2001:db8::"+host+"]:1", 200, "")
		}
		get("[2001:db8::4]:1", 429, "2") // the same /64
		get("[2001:db8:0:1::4]:1", 200, "")

		time.Sleep(2 * time.Minute)
		for range 3 {
			get("192.0.2.1:1000", 200, "")
		}
		get("192.0.2.1:1000", 429, "2") // an idle hour earns no more than a burst
		if n := len(limit.full); n != 1 {
			t.Errorf("%d clients are remembered, want 1", n)
		}
	})
}

// A thousand clients at once are not slowed by one another, and none gets more than its burst.
func TestConcurrent(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		limit := &Limiter{Every: time.Second, Burst: 5}
		passed := make(chan bool, 100)
		for range 100 {
			go func() { passed <- limit.wait(subnet("192.0.2.1:1")) == 0 }()
		}
		n := 0
		for range 100 {
			if <-passed {
				n++
			}
		}
		if n != 5 {
			t.Errorf("%d passed, want 5", n)
		}
	})
}
