// Package blobport hides where blobs are kept.
package blobport

import (
	"context"
	"fmt"
	"io"
	"net/url"
)

// region print

// BlobStore lists what the core needs, in standard types only.
type BlobStore interface {
	Put(ctx context.Context, key string, r io.Reader) error
	Get(ctx context.Context, key string) (io.ReadCloser, error)
}

// Openers maps a URL scheme to an adapter; main fills it.
type Openers map[string]func(*url.URL) (BlobStore, error)

func (o Openers) Open(address string) (BlobStore, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, fmt.Errorf("blob store: %w", err)
	}
	open, ok := o[u.Scheme]
	if !ok {
		return nil, fmt.Errorf("no adapter for %q", u.Scheme)
	}
	return open(u)
}

// endregion print
