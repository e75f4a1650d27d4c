// Package uploadstream stores an uploaded file without holding it.
package uploadstream

import (
	"crypto/rand"
	"errors"
	"io"
	"net/http"
	"os"
)

// region print

// Save streams the part named file into dir and returns the
// name that it chose. It reads no body beyond limit.
func Save(
	w http.ResponseWriter, r *http.Request,
	dir *os.Root, limit int64,
) (name string, err error) {
	r.Body = http.MaxBytesReader(w, r.Body, limit)
	parts, err := r.MultipartReader()
	if err != nil {
		return "", err
	}
	part, err := parts.NextPart()
	for err == nil && part.FormName() != "file" {
		part, err = parts.NextPart()
	}
	if err != nil {
		return "", err // io.EOF: there is no such part
	}
	name = rand.Text() // never the client's file name
	file, err := dir.Create(name)
	if err != nil {
		return "", err
	}
	_, err = io.Copy(file, part) // 4 KiB at a time
	if err = errors.Join(err, file.Close()); err != nil {
		return "", errors.Join(err, dir.Remove(name))
	}
	return name, nil
}

// endregion print
