// Package respcache keeps rendered responses for a while.
package respcache

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// A Cache serves public pages that Render makes from their path.
type Cache struct {
	TTL    time.Duration
	Max    int // pages
	Render func(path string) ([]byte, error)
	mu     sync.Mutex
	pages  map[string]page
}

// region print

type page struct {
	body    []byte
	etag    string
	expires time.Time
}

func (c *Cache) ServeHTTP(
	w http.ResponseWriter, r *http.Request,
) {
	c.mu.Lock()
	p, ok := c.pages[r.URL.Path]
	c.mu.Unlock()
	if !ok || !time.Now().Before(p.expires) {
		body, err := c.Render(r.URL.Path) // without the lock
		if err != nil {
			http.Error(w, "try later", http.StatusBadGateway)
			return
		}
		tag := fmt.Sprintf(`"%x"`, sha256.Sum256(body))
		p = page{body, tag, time.Now().Add(c.TTL)}
		c.put(r.URL.Path, p)
	}
	left := int(time.Until(p.expires).Seconds())
	age := fmt.Sprintf("public, max-age=%d", left)
	w.Header().Set("Cache-Control", age)
	w.Header().Set("ETag", p.etag) // gets a 304, if it is known
	http.ServeContent(w, r, r.URL.Path, time.Time{},
		bytes.NewReader(p.body))
}

// endregion print

// put empties a full cache: crude, but bounded.
func (c *Cache) put(path string, p page) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.pages == nil || len(c.pages) >= c.Max {
		c.pages = map[string]page{}
	}
	c.pages[path] = p
}
