package certswap

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// issue writes a self-signed pair and trusts it.
func issue(dir string, serial int64, pool *x509.CertPool) (certFile, keyFile string) {
	key := must(ecdsa.GenerateKey(elliptic.P256(), rand.Reader))
	template := &x509.Certificate{
		SerialNumber: big.NewInt(serial), DNSNames: []string{"shop.example"}, NotAfter: time.Now().Add(time.Hour),
	}
	der := must(x509.CreateCertificate(rand.Reader, template, template, key.Public(), key))
	pool.AddCert(must(x509.ParseCertificate(der)))
	certFile, keyFile = filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	for name, block := range map[string]*pem.Block{
		certFile: {Type: "CERTIFICATE", Bytes: der},
		keyFile:  {Type: "PRIVATE KEY", Bytes: must(x509.MarshalPKCS8PrivateKey(key))},
	} {
		if err := os.WriteFile(name, pem.EncodeToMemory(block), 0o600); err != nil {
			panic(err)
		}
	}
	return certFile, keyFile
}

// dial makes a connection without a network and returns the client's view of it.
func dial(server, client *tls.Config) (tls.ConnectionState, error) {
	a, b := net.Pipe()
	defer a.Close()
	go func() {
		conn := tls.Server(b, server)
		conn.Handshake()
		conn.Close()
	}()
	conn := tls.Client(a, client)
	err := conn.Handshake()
	return conn.ConnectionState(), err
}

func Example() {
	dir := must(os.MkdirTemp("", ""))
	defer os.RemoveAll(dir)
	trusted := x509.NewCertPool()
	client := &tls.Config{RootCAs: trusted, ServerName: "shop.example"}
	var store Store
	config := store.Config() // one config for the server's whole life

	for serial := range int64(2) {
		cert, key := issue(dir, serial+1, trusted)
		if err := store.Load(cert, key); err != nil {
			fmt.Println(err)
		}
		state, err := dial(config, client)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println("serial", state.PeerCertificates[0].SerialNumber, tls.VersionName(state.Version))
	}
	client.MaxVersion = tls.VersionTLS12
	_, err := dial(config, client)
	fmt.Println(err)
	// Output:
	// serial 1 TLS 1.3
	// serial 2 TLS 1.3
	// remote error: tls: protocol version not supported
}

func TestStore(t *testing.T) {
	dir, trusted := t.TempDir(), x509.NewCertPool()
	client := &tls.Config{RootCAs: trusted, ServerName: "shop.example"}
	var store Store
	if _, err := dial(store.Config(), client); err == nil {
		t.Error("connected without a certificate")
	}
	cert, key := issue(dir, 1, trusted)
	if err := store.Load(cert, key); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(cert, []byte("half a file"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := store.Load(cert, key); err == nil {
		t.Error("a broken file was loaded")
	}
	if state, err := dial(store.Config(), client); err != nil || state.PeerCertificates[0].SerialNumber.Int64() != 1 {
		t.Error("the old certificate is gone:", err)
	}
	client.ServerName = "evil.example"
	if _, err := dial(store.Config(), client); err == nil {
		t.Error("the client accepts another name")
	}
	w := httptest.NewRecorder()
	Secure(http.NotFoundHandler()).ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	if w.Code != http.StatusNotFound {
		t.Errorf("the next handler did not run: %d", w.Code)
	}
	if got := w.Header().Get("Strict-Transport-Security"); got != "max-age=31536000; includeSubDomains" {
		t.Error(got)
	}
}

// What the text says of the defaults.
func TestDefaults(t *testing.T) {
	dir, trusted := t.TempDir(), x509.NewCertPool()
	cert, key := issue(dir, 1, trusted)
	pair := must(tls.LoadX509KeyPair(cert, key))
	server := &tls.Config{Certificates: []tls.Certificate{pair}}
	for version, ok := range map[uint16]bool{tls.VersionTLS11: false, tls.VersionTLS12: true, tls.VersionTLS13: true} {
		client := &tls.Config{RootCAs: trusted, ServerName: "shop.example", MinVersion: tls.VersionTLS10, MaxVersion: version}
		if _, err := dial(server, client); (err == nil) != ok {
			t.Errorf("%s: %v", tls.VersionName(version), err)
		}
	}
	client := &tls.Config{RootCAs: trusted, ServerName: "shop.example"}
	state, err := dial(server, client)
	if err != nil || state.CurveID != tls.X25519MLKEM768 {
		t.Errorf("key exchange %v, %v", state.CurveID, err)
	}
	server.CipherSuites = []uint16{tls.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256}
	for _, max := range []uint16{tls.VersionTLS12, tls.VersionTLS13} {
		client.MaxVersion = max
		state, err := dial(server, client)
		if err != nil {
			t.Fatal(err)
		}
		t.Log(tls.VersionName(state.Version), tls.CipherSuiteName(state.CipherSuite))
	}
}
