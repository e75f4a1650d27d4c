package peeridentity

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"io"
	"log"
	"math/big"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

type authority struct {
	cert *x509.Certificate
	key  crypto.Signer
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func newAuthority() authority {
	key := must(ecdsa.GenerateKey(elliptic.P256(), rand.Reader))
	template := &x509.Certificate{
		SerialNumber:          big.NewInt(1),
		NotAfter:              time.Now().Add(time.Hour),
		IsCA:                  true,
		BasicConstraintsValid: true,
		KeyUsage:              x509.KeyUsageCertSign,
	}
	der := must(x509.CreateCertificate(rand.Reader, template, template, key.Public(), key))
	return authority{must(x509.ParseCertificate(der)), key}
}

func (a authority) pool() *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AddCert(a.cert)
	return pool
}

func (a authority) issue(name string, usage x509.ExtKeyUsage) tls.Certificate {
	key := must(ecdsa.GenerateKey(elliptic.P256(), rand.Reader))
	template := &x509.Certificate{
		SerialNumber: big.NewInt(time.Now().UnixNano()),
		DNSNames:     []string{name},
		NotAfter:     time.Now().Add(time.Hour),
		ExtKeyUsage:  []x509.ExtKeyUsage{usage},
	}
	der := must(x509.CreateCertificate(rand.Reader, template, a.cert, key.Public(), a.key))
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
}

func Example() {
	ours := newAuthority()
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, "paid")
	})
	server := httptest.NewUnstartedServer(Only(handler, "orders.internal"))
	server.TLS = ServerTLS(ours.issue("billing.internal", x509.ExtKeyUsageServerAuth), ours.pool())
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	defer server.Close()

	call := func(who string, certs ...tls.Certificate) {
		transport := &http.Transport{TLSClientConfig: &tls.Config{
			RootCAs: ours.pool(), ServerName: "billing.internal", Certificates: certs,
		}}
		defer transport.CloseIdleConnections()
		response, err := (&http.Client{Transport: transport}).Get(server.URL)
		if err != nil {
			message := err.Error()
			fmt.Println(who, "-", message[strings.LastIndex(message, ": ")+2:])
			return
		}
		defer response.Body.Close()
		fmt.Println(who, "-", response.Status)
	}
	call("orders", ours.issue("orders.internal", x509.ExtKeyUsageClientAuth))
	call("search", ours.issue("search.internal", x509.ExtKeyUsageClientAuth))
	call("nobody")
	// Output:
	// orders - 200 OK
	// search - 403 Forbidden
	// nobody - certificate required
}

// A certificate of another CA is refused, whatever name it has.
func TestForeign(t *testing.T) {
	ours, theirs := newAuthority(), newAuthority()
	server := httptest.NewUnstartedServer(http.NotFoundHandler())
	server.TLS = ServerTLS(ours.issue("billing.internal", x509.ExtKeyUsageServerAuth), ours.pool())
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	defer server.Close()
	foreign := theirs.issue("orders.internal", x509.ExtKeyUsageClientAuth)
	config := &tls.Config{
		RootCAs: ours.pool(), ServerName: "billing.internal",
		// It sends the certificate even though the server did not ask for this CA.
		GetClientCertificate: func(*tls.CertificateRequestInfo) (*tls.Certificate, error) { return &foreign, nil },
	}
	conn, err := tls.Dial("tcp", server.Listener.Addr().String(), config)
	if err != nil {
		t.Fatal("the client's side of a TLS 1.3 handshake failed:", err)
	}
	defer conn.Close()
	if n, err := conn.Read(make([]byte, 1)); err == nil || !strings.Contains(err.Error(), "unknown certificate authority") {
		t.Errorf("read %d bytes, %v", n, err)
	}
	foreign = ours.issue("orders.internal", x509.ExtKeyUsageClientAuth)
	if conn, err := tls.Dial("tcp", server.Listener.Addr().String(), config); err != nil {
		t.Error("refused with a certificate of ours:", err)
	} else {
		conn.Close()
	}
	config.MaxVersion = tls.VersionTLS12
	if conn, err := tls.Dial("tcp", server.Listener.Addr().String(), config); err == nil {
		conn.Close()
		t.Error("the server accepted TLS 1.2")
	}
}

func TestPlain(t *testing.T) {
	for _, state := range []*tls.ConnectionState{nil, {}} {
		w := httptest.NewRecorder()
		r := httptest.NewRequest("GET", "/", nil)
		r.TLS = state
		Only(http.NotFoundHandler(), "orders.internal").ServeHTTP(w, r)
		if w.Code != http.StatusForbidden {
			t.Errorf("got %d", w.Code)
		}
	}
}
