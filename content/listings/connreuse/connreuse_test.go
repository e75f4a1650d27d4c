package connreuse

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

func ExampleGet() {
	server := httptest.NewServer(http.HandlerFunc(
		func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Length", "1048576")
			w.Write(make([]byte, 1<<20))
		}))
	defer server.Close()
	get := func(what string, drain bool) {
		reused, err := Get(context.Background(), server.Client(), server.URL, drain)
		fmt.Printf("%-24s reused %-5v %v\n", what, reused, err)
	}
	get("1 MiB, read to the end:", true)
	get("1 MiB, closed unread:", false)
	get("1 MiB, read to the end:", true)
	// Output:
	// 1 MiB, read to the end:  reused false <nil>
	// 1 MiB, closed unread:    reused true  <nil>
	// 1 MiB, read to the end:  reused false <nil>
}

// The connection of a body that is closed unread does not stay open.
func TestClosed(t *testing.T) {
	closed := make(chan struct{}, 1)
	server := httptest.NewUnstartedServer(http.HandlerFunc(
		func(w http.ResponseWriter, r *http.Request) { w.Write(make([]byte, 1<<20)) }))
	server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateClosed {
			closed <- struct{}{}
		}
	}
	server.Start()
	defer server.Close()
	if _, err := Get(t.Context(), server.Client(), server.URL, false); err != nil {
		t.Fatal(err)
	}
	select {
	case <-closed:
	case <-time.After(10 * time.Second):
		t.Error("the connection is still open")
	}
}
