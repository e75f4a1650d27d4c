// Package tornlog is an append-only log that survives a torn write.
package tornlog

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"os"
	"path/filepath"
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Log is one segment, written by one process.
type Log struct {
	file   *os.File
	end    int64 // of the last record that is durable
	broken error
}

// region print

// frame appends length, payload and the CRC of both to buf.
func frame(buf, rec []byte) []byte {
	start := len(buf)
	buf = binary.BigEndian.AppendUint32(buf, uint32(len(rec)))
	buf = append(buf, rec...)
	sum := crc32.Checksum(buf[start:], castagnoli)
	return binary.BigEndian.AppendUint32(buf, sum)
}

// cut returns the first record of data, or false if it is not
// whole.
func cut(data []byte) (rec, rest []byte, ok bool) {
	const extra = 8 // length and CRC
	if len(data) < extra {
		return nil, data, false
	}
	size := int64(binary.BigEndian.Uint32(data))
	if size > int64(len(data)-extra) {
		return nil, data, false
	}
	end := 4 + size
	sum := binary.BigEndian.Uint32(data[end:])
	if sum != crc32.Checksum(data[:end], castagnoli) {
		return nil, data, false
	}
	return data[4:end], data[end+4:], true
}

// endregion print

// Open replays the whole records and cuts off what follows them.
func Open(path string, replay func(rec []byte)) (*Log, error) {
	data, err := os.ReadFile(path)
	if err != nil && !os.IsNotExist(err) {
		return nil, err
	}
	rest := data
	for {
		var rec []byte
		var ok bool
		if rec, rest, ok = cut(rest); !ok {
			break
		}
		replay(rec)
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return nil, err
	}
	end := int64(len(data) - len(rest))
	err = file.Truncate(end)
	if err == nil {
		err = file.Sync()
	}
	if err == nil {
		err = syncFolder(filepath.Dir(path)) // the file may be new
	}
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return &Log{file: file, end: end}, nil
}

func syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}

// Append returns nil when all records are durable. After a failure
// nobody knows what is on disk, so it cuts them off and refuses more.
func (l *Log) Append(records ...[]byte) error {
	if l.broken != nil {
		return l.broken
	}
	var buf []byte
	for _, rec := range records {
		buf = frame(buf, rec)
	}
	_, l.broken = l.file.Write(buf)
	if l.broken == nil {
		l.broken = l.file.Sync()
	}
	if l.broken != nil {
		l.broken = errors.Join(l.broken, l.file.Truncate(l.end))
		return l.broken
	}
	l.end += int64(len(buf))
	return nil
}

// Close closes the file.
func (l *Log) Close() error { return l.file.Close() }
