package apigateway

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

func upstream(name string) *httptest.Server {
	return httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "%s: %s for %s", name, r.URL.Path, r.Header["X-User"])
		if via := r.Header.Get("X-Forwarded-For"); via != "127.0.0.1" {
			fmt.Fprint(w, " via ", via)
		}
		if r.Header.Get("Authorization") != "" {
			fmt.Fprint(w, " with a token")
		}
	}))
}

func start() (gateway *httptest.Server, stop func()) {
	orders, users := upstream("orders"), upstream("users")
	left := 3
	g := Gateway{
		User: func(a string) (string, bool) {
			id, ok := strings.CutPrefix(a, "Bearer token-of-")
			return id, ok
		},
		Allow: func(string) bool { left--; return left >= 0 },
	}
	mux := http.NewServeMux()
	for prefix, s := range map[string]*httptest.Server{"/orders/": orders, "/users/": users} {
		target, err := url.Parse(s.URL)
		if err != nil {
			panic(err)
		}
		mux.Handle(prefix, To(target))
	}
	gateway = httptest.NewServer(g.Auth(mux))
	return gateway, func() { gateway.Close(); orders.Close(); users.Close() }
}

func get(target string, header http.Header) string {
	r, err := http.NewRequest("GET", target, nil)
	if err != nil {
		return err.Error()
	}
	r.Header = header
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		return err.Error()
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return err.Error()
	}
	return fmt.Sprint(resp.StatusCode, " ", strings.TrimSpace(string(body)))
}

func Example() {
	gateway, stop := start()
	defer stop()
	fmt.Println(get(gateway.URL+"/orders/7", http.Header{
		"X-User": {"root"},
	}))
	fmt.Println(get(gateway.URL+"/orders/7", http.Header{
		"Authorization": {"Bearer token-of-ada"},
		"X-User":        {"root"},   // forged
		"Connection":    {"X-User"}, // asks us to drop ours
	}))
	// Output:
	// 401 unauthorized
	// 200 orders: /orders/7 for [ada]
}

func TestGateway(t *testing.T) {
	gateway, stop := start()
	defer stop()
	header := http.Header{
		"Authorization":   {"Bearer token-of-eve"},
		"X-User":          {"root"},
		"X-Forwarded-For": {"10.0.0.1"},
		"Connection":      {"X-User"}, // asks the proxy to drop it
	}
	want := `200 users: /users/7 for [eve]`
	if got := get(gateway.URL+"/users/7", header); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := get(gateway.URL+"/admin", header); got != "404 404 page not found" {
		t.Error(got)
	}
	get(gateway.URL+"/orders/7", header)
	if got := get(gateway.URL+"/orders/7", header); got != "429 too many requests" {
		t.Error(got)
	}
}
