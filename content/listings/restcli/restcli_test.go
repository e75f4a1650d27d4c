package restcli

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"
	"time"
)

func serve() *httptest.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /builds", func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "Bearer secret" {
			http.Error(w, "[]", http.StatusUnauthorized)
			return
		}
		fmt.Fprint(w, `[{"id":"7","state":"passed","branch":"main"},
			{"id":"12","state":"running","branch":"fix-login"}]`)
	})
	mux.HandleFunc("GET /html/builds", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, "<html>log in</html>")
	})
	return httptest.NewServer(mux)
}

func ExampleList() {
	server := serve()
	defer server.Close()
	client := &http.Client{Timeout: 10 * time.Second}
	err := List(context.Background(), client, server.URL+"/builds", "secret", os.Stdout)
	fmt.Println(err)
	err = List(context.Background(), client, server.URL+"/builds", "old", os.Stdout)
	fmt.Println(err)
	// Output:
	// ID  STATE    BRANCH
	// 7   passed   main
	// 12  running  fix-login
	// <nil>
	// server says 401 Unauthorized
}

func TestList(t *testing.T) {
	server := serve()
	defer server.Close()
	if err := List(t.Context(), http.DefaultClient, server.URL+"/html/builds", "secret", io.Discard); err == nil {
		t.Error("took HTML for JSON")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := List(ctx, http.DefaultClient, server.URL+"/builds", "secret", io.Discard); err == nil {
		t.Error("ran although the context was cancelled")
	}
}
