// Package assetroot serves the files of one directory, and no others.
package assetroot

import (
	"io/fs"
	"net/http"
	"os"
	"path"
	"strings"
)

// region print

// Assets serves a directory below /static/.
func Assets(root *os.Root) http.Handler {
	return http.StripPrefix("/static/",
		http.FileServerFS(visible{root.FS()}))
}

// visible hides dotfiles, and directories without an index.
type visible struct{ fs.FS }

func (v visible) Open(name string) (fs.File, error) {
	if name != "." && strings.Contains("/"+name, "/.") {
		return nil, fs.ErrNotExist
	}
	info, err := fs.Stat(v.FS, name)
	if err == nil && info.IsDir() {
		_, err = fs.Stat(v.FS, path.Join(name, "index.html"))
	}
	if err != nil {
		return nil, fs.ErrNotExist // a 404, whatever the reason
	}
	return v.FS.Open(name)
}

// endregion print
