// Package requestid carries an ID from one service to the next.
package requestid

import (
	"context"
	"crypto/rand"
	"net/http"
	"regexp"
)

// region print

type key struct{}

var valid = regexp.MustCompile(`^[\w.-]{8,64}$`)

func Middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(
		func(w http.ResponseWriter, r *http.Request) {
			id := r.Header.Get("X-Request-ID")
			if !valid.MatchString(id) {
				id = rand.Text()
			}
			w.Header().Set("X-Request-ID", id)
			ctx := context.WithValue(r.Context(), key{}, id)
			next.ServeHTTP(w, r.WithContext(ctx))
		})
}

// Transport sends the ID of the context on.
type Transport struct{ http.RoundTripper }

func (t Transport) RoundTrip(
	r *http.Request,
) (*http.Response, error) {
	if id, ok := r.Context().Value(key{}).(string); ok {
		r = r.Clone(r.Context()) // r belongs to the caller
		r.Header.Set("X-Request-ID", id)
	}
	return t.RoundTripper.RoundTrip(r)
}

// endregion print
