// Package problemjson lets handlers return an error with a status.
package problemjson

import (
	"encoding/json/v2"
	"errors"
	"log/slog"
	"net/http"
)

// region print

// Problem is an error that may be shown to the client.
type Problem struct {
	Status int    `json:"status"`
	Title  string `json:"title"`
}

func (p *Problem) Error() string { return p.Title }

// Endpoint writes its own success, or returns an error.
type Endpoint func(http.ResponseWriter, *http.Request) error

func (e Endpoint) ServeHTTP(
	w http.ResponseWriter, r *http.Request,
) {
	err := e(w, r)
	if err == nil {
		return
	}
	p, ok := errors.AsType[*Problem](err)
	if !ok { // unexpected: details go to the log, not out
		slog.ErrorContext(r.Context(), "failed", "err", err)
		p = &Problem{http.StatusInternalServerError, "internal"}
	}
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(p.Status) // after the headers
	json.MarshalWrite(w, p) // fails if the client left
}

// endregion print
