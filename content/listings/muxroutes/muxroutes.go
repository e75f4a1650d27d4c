// Package muxroutes is a small REST resource on the standard mux.
package muxroutes

import (
	"encoding/json/v2"
	"net/http"
)

// region print

type Note struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

type Store interface {
	Add(text string) Note
	Find(id string) (Note, bool)
}

// Routes is the whole API: a method and a path per line.
func Routes(s Store) http.Handler {
	v1 := http.NewServeMux()
	v1.HandleFunc("POST /notes", create(s))
	v1.HandleFunc("GET /notes/{id}", show(s))
	root := http.NewServeMux()
	root.Handle("/v1/", http.StripPrefix("/v1", v1)) // a group
	return root
}

func show(s Store) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		note, ok := s.Find(r.PathValue("id"))
		if !ok {
			http.NotFound(w, r)
			return
		}
		reply(w, http.StatusOK, note)
	}
}

// endregion print

func create(s Store) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var in struct {
			Text string `json:"text"`
		}
		body := http.MaxBytesReader(w, r.Body, 64<<10)
		if err := json.UnmarshalRead(body, &in); err != nil {
			http.Error(w, "not JSON", http.StatusBadRequest)
			return
		}
		note := s.Add(in.Text)
		w.Header().Set("Location", "/v1/notes/"+note.ID)
		reply(w, http.StatusCreated, note)
	}
}

func reply(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.MarshalWrite(w, v) // fails if the client left
}
