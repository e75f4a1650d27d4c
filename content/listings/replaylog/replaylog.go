// Package replaylog keeps numbered events in a file and plays them again.
package replaylog

import (
	"encoding/json"
	"errors"
	"io"
	"iter"
	"os"
)

// Event is one line of the file.
type Event struct {
	Seq  uint64
	Kind string
}

// Log has one writer.
type Log struct {
	file *os.File
	last uint64
}

// Open finds the last number.
func Open(path string) (*Log, error) {
	file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	l := &Log{file: file}
	for e, err := range Replay(file, 0) {
		if err != nil {
			return nil, errors.Join(err, file.Close())
		}
		l.last = e.Seq
	}
	return l, nil
}

// Close ends the writing.
func (l *Log) Close() error { return l.file.Close() }

// region print

// Append returns once the event is on disk. After an error cut
// off what is half a line, and open the file anew.
func (l *Log) Append(kind string) (seq uint64, err error) {
	e := Event{Seq: l.last + 1, Kind: kind}
	err = json.NewEncoder(l.file).Encode(e)
	if err == nil {
		err = l.file.Sync()
	}
	if err != nil {
		return 0, err
	}
	l.last = e.Seq
	return e.Seq, nil
}

// Replay yields what comes after the event with number seq.
func Replay(r io.Reader, seq uint64) iter.Seq2[Event, error] {
	return func(yield func(Event, error) bool) {
		for in := json.NewDecoder(r); ; {
			var e Event
			err := in.Decode(&e)
			if err == nil && e.Seq <= seq {
				continue
			}
			if err == io.EOF || !yield(e, err) || err != nil {
				return
			}
		}
	}
}

// endregion print
