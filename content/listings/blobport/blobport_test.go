package blobport

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"strings"
	"testing"
)

type memory map[string][]byte

func (m memory) Put(_ context.Context, key string, r io.Reader) (err error) {
	m[key], err = io.ReadAll(r)
	return err
}

func (m memory) Get(_ context.Context, key string) (io.ReadCloser, error) {
	data, ok := m[key]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return io.NopCloser(bytes.NewReader(data)), nil
}

type directory struct{ *os.Root }

func (d directory) Put(_ context.Context, key string, r io.Reader) error {
	f, err := d.Create(key)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, r)
	return errors.Join(err, f.Close())
}

func (d directory) Get(_ context.Context, key string) (io.ReadCloser, error) {
	return d.Root.Open(key)
}

func providers() Openers {
	return Openers{
		"mem": func(*url.URL) (BlobStore, error) { return memory{}, nil },
		"file": func(u *url.URL) (BlobStore, error) {
			root, err := os.OpenRoot(u.Path)
			return directory{root}, err
		},
	}
}

func archive(ctx context.Context, store BlobStore) (string, error) {
	if err := store.Put(ctx, "invoice-7", strings.NewReader("42 EUR")); err != nil {
		return "", err
	}
	r, err := store.Get(ctx, "invoice-7")
	if err != nil {
		return "", err
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	return string(data), err
}

func ExampleOpeners() {
	dir, err := os.MkdirTemp("", "blobs")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	for _, address := range []string{"mem://", "file://" + dir, "s3://invoices"} {
		scheme, _, _ := strings.Cut(address, ":")
		store, err := providers().Open(address)
		if err != nil {
			fmt.Println(scheme, "fails:", err)
			continue
		}
		text, err := archive(context.Background(), store)
		fmt.Println(scheme, "returns:", text, err)
	}
	// Output:
	// mem returns: 42 EUR <nil>
	// file returns: 42 EUR <nil>
	// s3 fails: no adapter for "s3"
}

func TestBadAddress(t *testing.T) {
	var parse *url.Error
	if _, err := providers().Open("mem://%zz"); !errors.As(err, &parse) {
		t.Errorf("got %v, want the error of url.Parse", err)
	}
}
