// Package blobsum stores blobs that are whole or absent.
package blobsum

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
)

var ErrChecksum = errors.New("checksum differs")

// region print

// Put streams body to a file named key and returns once it is
// durable. Only then insert the row that points to it.
func Put(
	dir *os.Root, key, sum string, body io.Reader,
) (err error) {
	temp := key + "." + rand.Text() + ".tmp"
	file, err := dir.Create(temp)
	if err != nil {
		return err
	}
	hash := sha256.New()
	_, err = io.Copy(file, io.TeeReader(body, hash))
	err = errors.Join(err, file.Sync(), file.Close())
	if err == nil && hex.EncodeToString(hash.Sum(nil)) != sum {
		err = ErrChecksum
	}
	if err == nil {
		err = dir.Rename(temp, key) // from now on visible
	}
	if err != nil {
		return errors.Join(err, dir.Remove(temp))
	}
	folder, err := dir.Open(".")
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}

// endregion print
