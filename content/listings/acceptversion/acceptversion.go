// Package acceptversion picks an API version from the Accept header.
package acceptversion

import (
	"mime"
	"net/http"
	"strings"
)

// region print

// ByAccept takes the first media type that it knows. A client
// that names none gets the oldest version.
func ByAccept(
	oldest string, versions map[string]http.Handler,
) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Accept") // also on the 406
		accept := strings.Join(r.Header["Accept"], ",")
		if accept == "" {
			accept = oldest
		}
		for part := range strings.SplitSeq(accept, ",") {
			name, _, _ := mime.ParseMediaType(part)
			if name == "*/*" {
				name = oldest
			}
			if h, ok := versions[name]; ok {
				w.Header().Set("Content-Type", name)
				h.ServeHTTP(w, r)
				return
			}
		}
		http.Error(w, "no such version",
			http.StatusNotAcceptable)
	}
}

// endregion print
