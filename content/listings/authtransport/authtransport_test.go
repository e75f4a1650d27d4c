package authtransport

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func ExampleAuth() {
	network := Func(func(r *http.Request) (*http.Response, error) {
		fmt.Println(r.URL.Path, r.Header.Get("Authorization"))
		rec := httptest.NewRecorder()
		io.WriteString(rec, "ok")
		return rec.Result(), nil
	})
	token := func(context.Context) (string, error) { return "t-42", nil }
	client := http.Client{Transport: Auth{network, token}}

	req, _ := http.NewRequest("GET", "http://api.example/orders", nil)
	resp, err := client.Do(req)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer resp.Body.Close()
	fmt.Println(resp.Status)
	fmt.Printf("caller's header: %q\n", req.Header.Get("Authorization"))
	// Output:
	// /orders Bearer t-42
	// 200 OK
	// caller's header: ""
}

type body struct {
	io.Reader
	closed bool
}

func (b *body) Close() error { b.closed = true; return nil }

func TestNoToken(t *testing.T) {
	down := errors.New("token server down")
	auth := Auth{nil, func(context.Context) (string, error) { return "", down }}
	b := &body{Reader: strings.NewReader("x")}
	req, _ := http.NewRequest("POST", "http://api.example/", b)
	if _, err := auth.RoundTrip(req); err != down || !b.closed {
		t.Errorf("error %v, body closed: %v", err, b.closed)
	}
	req, _ = http.NewRequest("GET", "http://api.example/", nil)
	if _, err := auth.RoundTrip(req); err != down {
		t.Error("without a body:", err)
	}
}
