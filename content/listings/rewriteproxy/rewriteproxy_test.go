package rewriteproxy

import (
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
	"time"
)

func get(target string, header http.Header) string {
	req, _ := http.NewRequest("GET", target, nil)
	req.Host = "shop.example"
	req.Header = header
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err.Error()
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body)
	return fmt.Sprintf("%d %s", resp.StatusCode, body)
}

func ExampleNew() {
	backend := httptest.NewServer(http.HandlerFunc(
		func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintln(w, r.Host, r.URL.Path)
			fmt.Fprintln(w, "for", r.Header["X-Forwarded-For"])
			fmt.Fprintln(w, "as", r.Header.Get("X-User"))
		}))
	target, _ := url.Parse(backend.URL + "/v2")
	proxy := httptest.NewServer(New(target, time.Minute))
	defer proxy.Close()

	fmt.Print(get(proxy.URL+"/cart", http.Header{
		"X-Forwarded-For": {"10.9.9.9"}, // a lie
		"X-User":          {"eve"},
	}))
	slog.SetDefault(slog.New(slog.DiscardHandler))
	backend.Close()
	fmt.Print(get(proxy.URL+"/cart", nil))
	// Output:
	// 200 shop.example /v2/cart
	// for [127.0.0.1]
	// as eve
	// 502 Bad Gateway
}

func TestTimeout(t *testing.T) {
	slog.SetDefault(slog.New(slog.DiscardHandler))
	release := make(chan struct{})
	backend := httptest.NewServer(http.HandlerFunc(
		func(http.ResponseWriter, *http.Request) { <-release }))
	defer backend.Close()
	defer close(release)
	target, _ := url.Parse(backend.URL)
	proxy := httptest.NewServer(New(target, 10*time.Millisecond))
	defer proxy.Close()
	if got := get(proxy.URL, nil); got != "504 Gateway Timeout\n" {
		t.Errorf("got %q", got)
	}
}
