package respcache

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/synctest"
	"time"
)

func TestCache(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		renders := 0
		fail := false
		c := &Cache{TTL: time.Minute, Max: 2, Render: func(path string) ([]byte, error) {
			renders++
			if fail {
				return nil, errors.New("down")
			}
			return []byte("page " + path), nil
		}}
		get := func(path, tag string, code, calls int, control string) string {
			t.Helper()
			rec := httptest.NewRecorder()
			r := httptest.NewRequest("GET", path, nil)
			if tag != "" {
				r.Header.Set("If-None-Match", tag)
			}
			renders = 0
			c.ServeHTTP(rec, r)
			if rec.Code != code || renders != calls {
				t.Errorf("%s: status %d, %d renders; want %d and %d", path, rec.Code, renders, code, calls)
			}
			if got := rec.Header().Get("Cache-Control"); got != control {
				t.Errorf("%s: Cache-Control: %q, want %q", path, got, control)
			}
			if code == http.StatusOK && rec.Body.String() != "page "+path {
				t.Errorf("%s: body %q", path, rec.Body)
			}
			return rec.Header().Get("ETag")
		}
		tag := get("/a", "", 200, 1, "public, max-age=60")
		time.Sleep(20 * time.Second)
		get("/a", tag, 304, 0, "public, max-age=40")
		get("/a", `"other"`, 200, 0, "public, max-age=40")
		time.Sleep(40*time.Second - 1)
		get("/a", "", 200, 0, "public, max-age=0")
		time.Sleep(1)
		get("/a", tag, 304, 1, "public, max-age=60")

		get("/b", tag, 200, 1, "public, max-age=60")
		get("/a", "", 200, 0, "public, max-age=60")
		get("/c", "", 200, 1, "public, max-age=60")
		if n := len(c.pages); n > 2 {
			t.Errorf("%d pages, want at most 2", n)
		}
		fail = true
		get("/d", "", 502, 1, "")
		get("/d", "", 502, 1, "")
	})
}
