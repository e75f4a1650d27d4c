// Package redmetrics measures rate, errors and duration.
package redmetrics

import (
	"cmp"
	"net/http"
	"time"
)

// region print

type statusWriter struct {
	http.ResponseWriter
	code int
}

func (w *statusWriter) WriteHeader(code int) {
	w.code = code
	w.ResponseWriter.WriteHeader(code)
}

// Unwrap lets http.ResponseController reach Flush and Hijack.
func (w *statusWriter) Unwrap() http.ResponseWriter {
	return w.ResponseWriter
}

func RED(
	next http.Handler,
	observe func(route string, code int, took time.Duration),
) http.Handler {
	h := func(w http.ResponseWriter, r *http.Request) {
		start, sw := time.Now(), &statusWriter{w, http.StatusOK}
		next.ServeHTTP(sw, r)
		route := cmp.Or(r.Pattern, "unmatched")
		observe(route, sw.code, time.Since(start))
	}
	return http.HandlerFunc(h)
}

// endregion print
