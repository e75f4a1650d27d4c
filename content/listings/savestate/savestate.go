// Package savestate replaces a file in one step.
package savestate

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
)

// region print

// Save replaces the file at path, or leaves it as it was.
func Save(path string, state any) error {
	data, err := json.MarshalIndent(state, "", "  ")
	if err != nil {
		return err
	}
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	temp, err := os.CreateTemp(dir, ".state-*") // mode 0600
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name()) // after the rename: not there
	_, err = temp.Write(data)
	err = errors.Join(err, temp.Sync(), temp.Close())
	if err != nil {
		return err
	}
	return os.Rename(temp.Name(), path)
}

// endregion print
