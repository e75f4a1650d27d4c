// Package apiversions serves two versions of an API from one mux.
package apiversions

import (
	"encoding/json"
	"net/http"
)

// region print

// API translates a service that knows no version.
type API struct {
	Find func(id string) (first, last string)
}

func (a API) userV1(w http.ResponseWriter, r *http.Request) {
	first, last := a.Find(r.PathValue("id"))
	w.Header().Set("Deprecation", "@1796083200") // 2026-12-01
	w.Header().Set("Sunset", "Tue, 01 Jun 2027 00:00:00 GMT")
	reply(w, map[string]string{"name": first + " " + last})
}

func (a API) userV2(w http.ResponseWriter, r *http.Request) {
	first, last := a.Find(r.PathValue("id"))
	reply(w, map[string]string{"first": first, "last": last})
}

func (a API) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /v1/users/{id}", a.userV1)
	mux.HandleFunc("GET /v2/users/{id}", a.userV2)
	return mux
}

func reply(w http.ResponseWriter, v map[string]string) {
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(v) // fails if the client left
}

// endregion print
