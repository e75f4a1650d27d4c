// Package followlog follows a growing file like tail -F.
package followlog

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
)

// Follower reads on where the last Poll stopped.
type Follower struct {
	path   string
	file   *os.File
	info   fs.FileInfo
	reader *bufio.Reader
	line   string
}

// Open follows path from its beginning.
func Open(path string) (*Follower, error) {
	f := &Follower{path: path}
	return f, f.open()
}

// Close ends it.
func (f *Follower) Close() error { return f.file.Close() }

func (f *Follower) open() error {
	file, err := os.Open(f.path)
	if err != nil {
		return err
	}
	info, err := file.Stat()
	if err != nil {
		return errors.Join(err, file.Close())
	}
	if f.file != nil {
		f.file.Close()
	}
	f.file, f.info, f.reader, f.line = file, info, bufio.NewReader(file), ""
	return nil
}

// region print

// Poll copies new lines to out. When another file has taken
// the path, it finishes the old one and goes on with the new.
func (f *Follower) Poll(out io.Writer) error {
	now, err := os.Stat(f.path) // before the read
	gone := errors.Is(err, fs.ErrNotExist)
	if err != nil && !gone {
		return err
	}
	err = f.copyLines(out)
	if err != nil || gone || os.SameFile(f.info, now) {
		return err
	}
	return errors.Join(f.open(), f.copyLines(out))
}

func (f *Follower) copyLines(out io.Writer) error {
	for {
		part, err := f.reader.ReadString('\n')
		f.line += part // half a line waits for the rest
		if err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		if _, err := io.WriteString(out, f.line); err != nil {
			return err
		}
		f.line = ""
	}
}

// endregion print
