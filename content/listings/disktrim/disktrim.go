// Package disktrim is a cache on disk with a limit in bytes.
package disktrim

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// Cache may be used by several processes.
type Cache struct{ Dir string }

func (c Cache) path(key string) string {
	sum := fmt.Sprintf("%x", sha256.Sum256([]byte(key)))
	return filepath.Join(c.Dir, sum[:2], sum)
}

// Put replaces the file in one step. It does not sync: after a power
// cut the checksum of the file fails, and that is a miss.
func (c Cache) Put(key string, value []byte) error {
	path := c.path(key)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(path), "tmp-*")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name())
	sum := sha256.Sum256(value)
	_, err = temp.Write(append(sum[:], value...))
	if err = errors.Join(err, temp.Close()); err != nil {
		return err
	}
	return os.Rename(temp.Name(), path)
}

// region print

func (c Cache) Get(key string) ([]byte, bool) {
	path := c.path(key) // named by the SHA-256 of the key
	data, err := os.ReadFile(path)
	const n = sha256.Size
	if err != nil || len(data) < n ||
		sha256.Sum256(data[n:]) != [n]byte(data[:n]) {
		return nil, false // damaged is a miss like absent
	}
	now := time.Now()
	os.Chtimes(path, now, now) // used; may fail, then it ages
	return data[n:], true
}

// Trim removes the files used longest ago beyond limit bytes.
func (c Cache) Trim(limit int64) (err error) {
	files, err := c.list() // path, size, time of last use
	slices.SortFunc(files, func(a, b file) int {
		return b.used.Compare(a.used)
	})
	for _, f := range files {
		if limit -= f.size; limit < 0 {
			err = errors.Join(err, remove(f.path))
		}
	}
	return err
}

// endregion print

type file struct {
	path string
	size int64
	used time.Time
}

// list also finds the temporary files of processes that died.
func (c Cache) list() (files []file, err error) {
	err = filepath.WalkDir(c.Dir, func(path string, e fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil // another process trims, too
		}
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err == nil {
			files = append(files, file{path, info.Size(), info.ModTime()})
		}
		return err
	})
	return files, err
}

func remove(path string) error {
	if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
