// Package presigned signs a URL for one method, one object and some time.
package presigned

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

// region print

type Signer struct{ Key []byte }

func (s Signer) mac(method, path, until string) string {
	h := hmac.New(sha256.New, s.Key)
	fmt.Fprintf(h, "%s\n%q\n%s", method, path, until)
	return hex.EncodeToString(h.Sum(nil))
}

// URL lets its holder do method on path until end.
func (s Signer) URL(method, path string, end time.Time) string {
	unix := strconv.FormatInt(end.Unix(), 10)
	query := url.Values{"until": {unix}}
	query.Set("sig", s.mac(method, path, unix))
	u := url.URL{Path: path, RawQuery: query.Encode()}
	return u.String()
}

// Allows is asked by the store, which knows the key as well.
func (s Signer) Allows(r *http.Request) bool {
	query := r.URL.Query()
	until, err := strconv.ParseInt(query.Get("until"), 10, 64)
	if err != nil || time.Now().Unix() >= until {
		return false
	}
	want := s.mac(r.Method, r.URL.Path, query.Get("until"))
	return hmac.Equal([]byte(query.Get("sig")), []byte(want))
}

// endregion print
