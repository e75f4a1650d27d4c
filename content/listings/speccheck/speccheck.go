// Package speccheck compares an OpenAPI file with a mux.
package speccheck

import (
	"encoding/json/v2"
	"maps"
	"net/http"
	"slices"
	"strings"
)

var methods = []string{
	"get", "put", "post", "delete", "options", "head", "patch", "trace",
}

// region print

// Missing lists the operations of an OpenAPI document that no
// handler of the mux serves.
func Missing(
	spec []byte, mux *http.ServeMux,
) (missing []string, err error) {
	var doc struct {
		Paths map[string]map[string]any `json:"paths"`
	}
	if err := json.Unmarshal(spec, &doc); err != nil {
		return nil, err
	}
	for _, path := range slices.Sorted(maps.Keys(doc.Paths)) {
		for _, method := range methods { // get, put, post, …
			if _, ok := doc.Paths[path][method]; !ok {
				continue
			}
			want := strings.ToUpper(method) + " " + path
			r, err := http.NewRequest(
				strings.ToUpper(method), path, nil)
			if err != nil {
				return nil, err
			}
			if _, got := mux.Handler(r); got != want {
				missing = append(missing, want)
			}
		}
	}
	return missing, nil
}

// endregion print
