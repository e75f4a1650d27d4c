package dockersock

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
)

// daemon listens on a Unix socket, and answers as the real one does.
func daemon(t *testing.T, answer http.HandlerFunc) string {
	dir, err := os.MkdirTemp("", "d") // t.TempDir can be too long for a socket
	if err != nil {
		t.Fatal(err)
	}
	socket := filepath.Join(dir, "s")
	l, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewUnstartedServer(answer)
	srv.Listener.Close()
	srv.Listener = l
	srv.Start()
	t.Cleanup(func() {
		srv.Close()
		os.RemoveAll(dir)
	})
	return socket
}

func TestPull(t *testing.T) {
	const progress = `{"status":"Pulling fs layer","id":"a3ed"}` + "\n"
	socket := daemon(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Method != "POST" || r.URL.Path != "/images/create" {
			http.NotFound(w, r)
			return
		}
		switch r.FormValue("fromImage") {
		case "good:1":
			io.WriteString(w, progress+`{"status":"Pull complete","id":"a3ed"}`+"\n")
		case "full:1":
			io.WriteString(w, progress)
			w.(http.Flusher).Flush()
			io.WriteString(w, `{"errorDetail":{"message":"no space left on device"}}`+"\n")
		case "cut:1":
			io.WriteString(w, progress+`{"status":`)
		default:
			http.Error(w, "pull access denied", http.StatusNotFound)
		}
	})
	client := NewClient(socket)
	defer client.CloseIdleConnections()
	for image, want := range map[string]string{
		"good:1": "<nil>",
		"full:1": "no space left on device",
		"cut:1":  "unexpected EOF",
		"none:1": "pull none:1: 404 Not Found",
	} {
		if got := fmt.Sprint(Pull(t.Context(), client, image)); got != want {
			t.Errorf("%s: %s, want %s", image, got, want)
		}
	}
}

func TestCancel(t *testing.T) {
	socket := daemon(t, func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, "{}\n")
		w.(http.Flusher).Flush()
		<-r.Context().Done() // a slow registry
	})
	client := NewClient(socket)
	ctx, cancel := context.WithCancel(t.Context())
	pulled := make(chan error)
	go func() { pulled <- Pull(ctx, client, "slow:1") }()
	cancel()
	if err := <-pulled; err == nil {
		t.Error("a cancelled pull succeeds")
	}
}
