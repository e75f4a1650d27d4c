// Package cleartext serves HTTP/2 without TLS.
package cleartext

import (
	"net/http"
	"time"
)

// region print

// NewServer speaks HTTP/1.1 and HTTP/2 on one plain TCP port.
func NewServer(handler http.Handler) *http.Server {
	var protocols http.Protocols
	protocols.SetHTTP1(true)
	protocols.SetUnencryptedHTTP2(true)
	return &http.Server{
		Handler:           handler,
		Protocols:         &protocols,
		ReadHeaderTimeout: 5 * time.Second,
		HTTP2: &http.HTTP2Config{
			MaxConcurrentStreams: 250,
		},
	}
}

// NewClient sends HTTP/2 at once, without asking the server.
func NewClient() *http.Client {
	var protocols http.Protocols
	protocols.SetUnencryptedHTTP2(true) // and not HTTP1
	return &http.Client{
		Transport: &http.Transport{Protocols: &protocols},
	}
}

// endregion print
