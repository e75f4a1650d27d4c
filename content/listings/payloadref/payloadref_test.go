package payloadref

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"
)

type memory map[string][]byte

func (m memory) Put(key string, r io.Reader) (err error) {
	m[key], err = io.ReadAll(r)
	return err
}

func (m memory) Open(key string) (io.ReadCloser, error) {
	data, ok := m[key]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return io.NopCloser(bytes.NewReader(data)), nil
}

func Example() {
	store := memory{}
	for _, size := range []int{100, 1 << 20} {
		m, err := Send(store, bytes.Repeat([]byte("x"), size))
		if err != nil {
			fmt.Println(err)
			return
		}
		var got bytes.Buffer
		err = Receive(store, m, &got)
		fmt.Printf("inline %d, key %.8q, got %d, %v\n",
			len(m.Body), m.Key, got.Len(), err)
	}
	// Output:
	// inline 100, key "", got 100, <nil>
	// inline 0, key "8f990ba0", got 1048576, <nil>
}

type full struct{ memory }

func (full) Put(string, io.Reader) error { return io.ErrShortWrite }

func TestErrors(t *testing.T) {
	store := memory{}
	body := []byte(strings.Repeat("x", Limit+1))
	m, err := Send(store, body)
	if err != nil || m.Body != nil || m.Size != Limit+1 {
		t.Fatalf("%d bytes inline, size %d, %v", len(m.Body), m.Size, err)
	}
	if m, err := Send(store, body[:Limit]); err != nil || m.Key != "" {
		t.Errorf("at the limit: key %q, %v", m.Key, err)
	}
	if _, err := Send(full{}, body); err != io.ErrShortWrite {
		t.Errorf("a full store: %v", err)
	}
	store[m.Key][7] = 'y'
	if err := Receive(store, m, io.Discard); err != ErrDamaged {
		t.Errorf("another byte: %v", err)
	}
	store[m.Key] = body[:Limit]
	if err := Receive(store, m, io.Discard); err != ErrDamaged {
		t.Errorf("cut: %v", err)
	}
	store[m.Key] = body
	m.Size--
	if err := Receive(store, m, io.Discard); err != ErrDamaged {
		t.Errorf("another size: %v", err)
	}
	clear(store)
	if err := Receive(store, m, io.Discard); err != fs.ErrNotExist {
		t.Errorf("gone: %v", err)
	}
}
