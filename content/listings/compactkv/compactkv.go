// Package compactkv keeps values in one file, and where they are in memory.
package compactkv

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

var ErrNotFound = errors.New("no such key")

const (
	header  = 8          // length of key, length of value
	trailer = 4          // CRC of all before it
	deleted = 1<<32 - 1  // as length of the value
	temp    = ".compact" // ends the name of an unfinished file
)

type span struct{ offset, size int64 } // of a value in the file

// Store is used by one process.
type Store struct {
	mu    sync.RWMutex
	path  string
	file  *os.File
	end   int64
	index map[string]span
}

// Open reads path, or creates it.
func Open(path string) (*Store, error) {
	if err := os.Remove(path + temp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	s, err := open(path)
	if err != nil {
		return nil, err
	}
	if err := syncFolder(path); err != nil { // the file may be new
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func open(path string) (*Store, error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	s := &Store{path: path, file: file, index: map[string]span{}}
	data, err := os.ReadFile(path)
	if err == nil {
		s.recover(data)
		err = file.Truncate(s.end) // a torn tail
	}
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return s, nil
}

func (s *Store) recover(data []byte) {
	for {
		rest := data[s.end:]
		if len(rest) < header+trailer {
			return
		}
		keySize, size := int64(binary.BigEndian.Uint32(rest)), int64(binary.BigEndian.Uint32(rest[4:]))
		gone := size == deleted
		if gone {
			size = 0
		}
		n := header + keySize + size
		if n+trailer > int64(len(rest)) || binary.BigEndian.Uint32(rest[n:]) != crc32.ChecksumIEEE(rest[:n]) {
			return
		}
		key := string(rest[header : header+keySize])
		s.index[key] = span{s.end + header + keySize, size}
		if gone {
			delete(s.index, key)
		}
		s.end += n + trailer
	}
}

// add writes a record at the end; a failed write is overwritten by the next.
func (s *Store) add(key string, value []byte, gone bool) error {
	size := uint32(len(value))
	if gone {
		size = deleted
	}
	buf := binary.BigEndian.AppendUint32(nil, uint32(len(key)))
	buf = binary.BigEndian.AppendUint32(buf, size)
	buf = append(buf, key...)
	buf = append(buf, value...)
	buf = binary.BigEndian.AppendUint32(buf, crc32.ChecksumIEEE(buf))
	if _, err := s.file.WriteAt(buf, s.end); err != nil {
		return err
	}
	s.index[key] = span{s.end + header + int64(len(key)), int64(len(value))}
	if gone {
		delete(s.index, key)
	}
	s.end += int64(len(buf))
	return nil
}

// Put stores value; Sync makes it durable.
func (s *Store) Put(key string, value []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.add(key, value, false)
}

// Delete writes a tombstone.
func (s *Store) Delete(key string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.add(key, nil, true)
}

// Sync makes all that was put durable.
func (s *Store) Sync() error {
	s.mu.RLock() // Compact replaces the file
	defer s.mu.RUnlock()
	return s.file.Sync()
}

// Close closes the file.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.file.Close()
}

func syncFolder(path string) error {
	folder, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}

// Get reads a value by one ReadAt.
func (s *Store) Get(key string) ([]byte, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.get(key)
}

// region print

func (s *Store) get(key string) ([]byte, error) {
	at, ok := s.index[key]
	if !ok {
		return nil, ErrNotFound
	}
	value := make([]byte, at.size)
	_, err := s.file.ReadAt(value, at.offset)
	return value, err
}

// fill copies the live values of s to next, and makes next the
// file that the name leads to.
func (s *Store) fill(next *Store) error {
	for key := range s.index {
		value, err := s.get(key)
		if err != nil {
			return fmt.Errorf("compact %q: %w", key, err)
		}
		if err := next.add(key, value, false); err != nil {
			return err
		}
	}
	if err := next.Sync(); err != nil { // before the rename
		return err
	}
	return os.Rename(next.path, s.path)
}

// endregion print

// Compact drops what was overwritten or deleted.
func (s *Store) Compact() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	next, err := open(s.path + temp)
	if err != nil {
		return err
	}
	if err := s.fill(next); err != nil {
		return errors.Join(err, next.Close(), os.Remove(next.path))
	}
	old := s.file
	s.file, s.index, s.end = next.file, next.index, next.end
	return errors.Join(old.Close(), syncFolder(s.path))
}
