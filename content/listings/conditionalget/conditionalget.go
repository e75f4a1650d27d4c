// Package conditionalget gives embedded files a validator.
package conditionalget

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"net/http"
	"strings"
)

// region print

// Assets serves fsys, say an embed.FS, with an ETag per file.
func Assets(fsys fs.FS) (http.Handler, error) {
	tags := map[string]string{}
	err := fs.WalkDir(fsys, ".",
		func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(fsys, name)
			sum := sha256.Sum256(data)
			tags["/"+name] = fmt.Sprintf(`"%x"`, sum[:8])
			return err
		})
	if err != nil {
		return nil, err
	}
	files := http.FileServerFS(fsys) // uses ServeContent
	return http.HandlerFunc(
		func(w http.ResponseWriter, r *http.Request) {
			name := r.URL.Path
			if strings.HasSuffix(name, "/") {
				name += "index.html" // what FileServerFS sends
			}
			if tag, ok := tags[name]; ok {
				w.Header().Set("ETag", tag)
				w.Header().Set("Cache-Control", "no-cache")
			}
			files.ServeHTTP(w, r)
		}), nil
}

// endregion print
