// Package peeridentity admits named services over mutual TLS.
package peeridentity

import (
	"crypto/tls"
	"crypto/x509"
	"net/http"
	"slices"
)

// region print

// ServerTLS asks each client for a certificate from ca.
func ServerTLS(
	own tls.Certificate, ca *x509.CertPool,
) *tls.Config {
	return &tls.Config{
		Certificates: []tls.Certificate{own},
		ClientCAs:    ca,
		ClientAuth:   tls.RequireAndVerifyClientCert,
		MinVersion:   tls.VersionTLS13,
	}
}

// Only lets in peers whose certificate has one of names.
func Only(next http.Handler, names ...string) http.Handler {
	allowed := func(name string) bool {
		return slices.Contains(names, name)
	}
	f := func(w http.ResponseWriter, r *http.Request) {
		if r.TLS != nil && len(r.TLS.VerifiedChains) > 0 {
			leaf := r.TLS.VerifiedChains[0][0]
			if slices.ContainsFunc(leaf.DNSNames, allowed) {
				next.ServeHTTP(w, r)
				return
			}
		}
		http.Error(w, "unknown peer", http.StatusForbidden)
	}
	return http.HandlerFunc(f)
}

// endregion print
