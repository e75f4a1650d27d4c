package sdkclient

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /users/{id}", func(w http.ResponseWriter, r *http.Request) {
		switch id := r.PathValue("id"); id {
		case "a/7":
			fmt.Fprintf(w, `{"id": %q, "name": "Ada"}`, id)
		case "html":
			http.Error(w, "<h1>Bad gateway</h1>", http.StatusBadGateway)
		case "huge":
			fmt.Fprintf(w, `{"name": %q}`, strings.Repeat("x", 2<<20))
		default:
			w.WriteHeader(http.StatusNotFound)
			fmt.Fprint(w, `{"code": "no_such_user"}`)
		}
	})
	return mux
}

func ExampleClient_User() {
	server := httptest.NewServer(handler())
	defer server.Close()
	c := New(server.URL, WithHTTPClient(server.Client()))
	fmt.Println(c.User(context.Background(), "a/7"))
	_, err := c.User(context.Background(), "8")
	if apiErr, ok := errors.AsType[*APIError](err); ok {
		fmt.Println(apiErr.Status, apiErr.Code)
	}
	// Output:
	// {a/7 Ada} <nil>
	// 404 no_such_user
}

type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func TestClient(t *testing.T) {
	server := httptest.NewServer(handler())
	defer server.Close()
	c := New(server.URL)
	if c.http.Timeout != 10*time.Second {
		t.Error("no default timeout")
	}
	_, err := c.User(t.Context(), "html")
	if apiErr, ok := errors.AsType[*APIError](err); !ok || apiErr.Status != 502 {
		t.Errorf("HTML: %v", err)
	}
	if _, err := c.User(t.Context(), "huge"); err == nil {
		t.Error("read 2 MiB")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := c.User(ctx, "a/7"); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if _, err := New(":").User(t.Context(), "7"); err == nil {
		t.Error("accepted a bad base")
	}
	down := errors.New("down")
	closed := false
	c = New("http://example.com", WithHTTPClient(&http.Client{
		Transport: roundTripper(func(r *http.Request) (*http.Response, error) {
			if r.URL.Path == "/users/down" {
				return nil, down
			}
			return &http.Response{StatusCode: 200, Body: body{strings.NewReader(`{}`), &closed}}, nil
		})}))
	if _, err := c.User(t.Context(), "down"); !errors.Is(err, down) {
		t.Errorf("%v, want %v", err, down)
	}
	if _, err := c.User(t.Context(), "7"); err != nil || !closed {
		t.Errorf("%v, body closed: %v", err, closed)
	}
}

type body struct {
	*strings.Reader
	closed *bool
}

func (b body) Close() error { *b.closed = true; return nil }
