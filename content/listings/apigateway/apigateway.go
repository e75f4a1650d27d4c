// Package apigateway authenticates, limits and routes.
package apigateway

import (
	"context"
	"net/http"
	"net/http/httputil"
	"net/url"
)

type userKey struct{}

// region print

// To proxies to an upstream, for users that Auth let through.
func To(upstream *url.URL) http.Handler {
	return &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(upstream)
			r.SetXForwarded()
			user, _ := r.In.Context().Value(userKey{}).(string)
			r.Out.Header.Set("X-User", user)  // never forged
			r.Out.Header.Del("Authorization") // stays here
		},
	}
}

func (g Gateway) Auth(next http.Handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		user, ok := g.User(r.Header.Get("Authorization"))
		if !ok {
			w.Header().Set("WWW-Authenticate", "Bearer")
			http.Error(w, "unauthorized", 401)
			return
		}
		if !g.Allow(user) { // a token bucket per user
			http.Error(w, "too many requests", 429)
			return
		}
		ctx := context.WithValue(r.Context(), userKey{}, user)
		next.ServeHTTP(w, r.WithContext(ctx))
	}
}

// endregion print

// Gateway knows who may call, and how often.
type Gateway struct {
	User  func(authorization string) (id string, ok bool)
	Allow func(user string) bool
}
