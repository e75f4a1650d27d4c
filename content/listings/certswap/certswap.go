// Package certswap renews a server's certificate without a restart.
package certswap

import (
	"crypto/tls"
	"net/http"
	"sync/atomic"
)

// region print

// A Store holds the certificate that new connections get.
type Store struct {
	now atomic.Pointer[tls.Certificate]
}

// Load reads a renewed pair; on an error the old one stays.
func (s *Store) Load(certFile, keyFile string) error {
	pair, err := tls.LoadX509KeyPair(certFile, keyFile)
	if err == nil {
		s.now.Store(&pair)
	}
	return err
}

// Config serves for the whole life of the server.
func (s *Store) Config() *tls.Config {
	return &tls.Config{
		MinVersion: tls.VersionTLS13, // the default is 1.2
		GetCertificate: func(
			*tls.ClientHelloInfo,
		) (*tls.Certificate, error) {
			return s.now.Load(), nil
		},
	}
}

// endregion print

// Secure makes browsers insist on HTTPS for a year, RFC 6797.
func Secure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
		next.ServeHTTP(w, r)
	})
}
