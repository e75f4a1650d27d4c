package requestphases

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httptrace"
	"slices"
	"testing"
	"testing/synctest"
	"time"
)

func TestTimeline(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := httptest.NewTestServer(t, http.HandlerFunc(
			func(w http.ResponseWriter, r *http.Request) {
				time.Sleep(80 * time.Millisecond)
				http.NewResponseController(w).Flush()
				time.Sleep(20 * time.Millisecond)
				io.WriteString(w, "done")
			}))
		client := server.Client()
		transport := client.Transport.(*http.Transport)
		dial := transport.DialContext
		transport.DialContext = func(ctx context.Context, network, addr string) (net.Conn, error) {
			time.Sleep(30 * time.Millisecond)
			return dial(ctx, network, addr)
		}
		get := func() []string {
			var line Timeline
			req, _ := http.NewRequestWithContext(
				httptrace.WithClientTrace(t.Context(), line.Trace()), "GET", "http://shop.example/", nil)
			resp, err := client.Do(req)
			if err != nil {
				t.Fatal(err)
			}
			defer resp.Body.Close()
			io.Copy(io.Discard, resp.Body)
			line.Mark("last byte")
			line.mu.Lock()
			defer line.mu.Unlock()
			return line.marks
		}
		want := []string{"reused=false at 30ms", "request sent at 30ms", "first byte at 110ms", "last byte at 130ms"}
		if got := get(); !slices.Equal(got, want) {
			t.Errorf("first: %q\nwant   %q", got, want)
		}
		want = []string{"reused=true at 0s", "request sent at 0s", "first byte at 80ms", "last byte at 100ms"}
		if got := get(); !slices.Equal(got, want) {
			t.Errorf("second: %q\nwant    %q", got, want)
		}
	})
}
