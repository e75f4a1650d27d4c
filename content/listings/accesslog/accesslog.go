// Package accesslog writes one record per request.
package accesslog

import (
	"log/slog"
	"net/http"
	"time"
)

// region print

type recorder struct {
	http.ResponseWriter
	status int
}

func (r *recorder) WriteHeader(status int) {
	if r.status < 200 { // none yet, or only a 1xx
		r.status = status
	}
	r.ResponseWriter.WriteHeader(status)
}

func (r *recorder) Write(b []byte) (int, error) {
	r.status = max(r.status, http.StatusOK)
	return r.ResponseWriter.Write(b)
}

func (r *recorder) Unwrap() http.ResponseWriter {
	return r.ResponseWriter // for http.ResponseController
}

func Log(log *slog.Logger, next http.Handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		start, rec := time.Now(), &recorder{w, 0}
		next.ServeHTTP(rec, r)
		log.InfoContext(r.Context(), "request",
			"method", r.Method, "took", time.Since(start),
			"route", r.Pattern, "status", max(rec.status, 200))
	}
}

// endregion print
