// Package rootunpack unpacks an archive that nobody vouches for.
package rootunpack

import (
	"archive/tar"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
)

// region print

// Unpack writes the plain files of an archive, below dir only.
func Unpack(dir string, in io.Reader) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	for archive := tar.NewReader(in); ; {
		h, err := archive.Next()
		if err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		if h.Typeflag != tar.TypeReg { // above all: no links
			return fmt.Errorf("%s: not a plain file", h.Name)
		}
		err = root.MkdirAll(path.Dir(h.Name), 0o700)
		if err != nil {
			return err
		}
		if err := write(root, h.Name, archive); err != nil {
			return err
		}
	}
}

// endregion print

func write(root *os.Root, name string, in io.Reader) error {
	file, err := root.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(file, in)
	return errors.Join(err, file.Close())
}
