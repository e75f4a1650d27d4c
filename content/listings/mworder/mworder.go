// Package mworder wraps a handler in two middlewares.
package mworder

import (
	"context"
	"log/slog"
	"net/http"
)

// region print

func Recover(next http.Handler) http.Handler {
	return http.HandlerFunc(
		func(w http.ResponseWriter, r *http.Request) {
			defer func() { // after the handler
				v := recover()
				if v == http.ErrAbortHandler {
					panic(v) // not a bug: net/http handles it
				}
				if v != nil {
					slog.Error("panic", "value", v)
					http.Error(w, "internal", 500)
				}
			}()
			next.ServeHTTP(w, r)
		})
}

func (a Auth) Require(next http.Handler) http.Handler {
	return http.HandlerFunc(
		func(w http.ResponseWriter, r *http.Request) {
			user, ok := a(r.Header.Get("Authorization"))
			if !ok {
				w.Header().Set("WWW-Authenticate", "Bearer")
				http.Error(w, "unauthorized", 401)
				return // next never runs
			}
			next.ServeHTTP(w, withUser(r, user))
		})
}

// endregion print

// Auth finds the user of an Authorization header.
type Auth func(header string) (user string, ok bool)

type userKey struct{}

func withUser(r *http.Request, user string) *http.Request {
	return r.WithContext(context.WithValue(r.Context(), userKey{}, user))
}

// User returns who sent the request.
func User(ctx context.Context) string {
	user, _ := ctx.Value(userKey{}).(string)
	return user
}
