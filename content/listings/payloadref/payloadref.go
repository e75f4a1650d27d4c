// Package payloadref sends a reference where the payload is too large.
package payloadref

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
)

// Limit is far below what a broker refuses.
const Limit = 64 << 10

// Store is the part of object storage that is used.
type Store interface {
	Put(key string, r io.Reader) error
	Open(key string) (io.ReadCloser, error)
}

// Message has a body or, instead, the key of one.
type Message struct {
	Body []byte
	Key  string
	Size int64
}

var ErrDamaged = errors.New("payload is not what was sent")

// region print

// Send stores a large body before anybody can hear of it.
func Send(s Store, body []byte) (Message, error) {
	if len(body) <= Limit {
		return Message{Body: body}, nil
	}
	key := fmt.Sprintf("%x", sha256.Sum256(body))
	err := s.Put(key, bytes.NewReader(body))
	return Message{Key: key, Size: int64(len(body))}, err
}

// Receive streams to w, which is valid only without an error.
func Receive(s Store, m Message, w io.Writer) error {
	if m.Key == "" {
		_, err := w.Write(m.Body)
		return err
	}
	r, err := s.Open(m.Key)
	if err != nil {
		return err
	}
	defer r.Close()
	sum := sha256.New()
	n, err := io.Copy(w, io.TeeReader(r, sum))
	if err == nil && (n != m.Size ||
		fmt.Sprintf("%x", sum.Sum(nil)) != m.Key) {
		err = ErrDamaged
	}
	return err
}

// endregion print
