// Package rootopen serves files that the client names.
package rootopen

import (
	"net/http"
	"os"
)

// region print

// Uploads serves plain files below one directory.
type Uploads struct{ Root *os.Root }

func (u Uploads) ServeHTTP(
	w http.ResponseWriter, r *http.Request,
) {
	file, err := u.Root.Open(r.PathValue("name"))
	if err != nil {
		http.NotFound(w, r) // the same for all reasons
		return
	}
	defer file.Close()
	info, err := file.Stat() // of what is open, not of a path
	if err != nil || !info.Mode().IsRegular() {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Disposition", "attachment")
	http.ServeContent(w, r, info.Name(), info.ModTime(), file)
}

// endregion print
