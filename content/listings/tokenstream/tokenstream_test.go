package tokenstream

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// slow yields pieces after a pause each, and then perhaps an error.
func slow(pause time.Duration, err error, pieces ...string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		for _, piece := range pieces {
			time.Sleep(pause)
			if !yield(piece, nil) {
				return
			}
		}
		if err != nil {
			yield("", err)
		}
	}
}

func ExampleStream() {
	w := httptest.NewRecorder()
	err := Stream(w, time.Second, slow(0, nil, "Use a ", "channel.\n"))
	fmt.Print(w.Body)
	fmt.Println(err)
	// Output:
	// event: piece
	// data: "Use a "
	//
	// event: piece
	// data: "channel.\n"
	//
	// event: done
	// data: null
	//
	// <nil>
}

// Ten pieces a second apart get through a server that allows two seconds for a reply.
func TestLongReply(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := httptest.NewTestServer(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if err := Stream(w, 3*time.Second, slow(time.Second, nil, strings.Split("abcdefghij", "")...)); err != nil {
				t.Error(err)
			}
		}))
		server.Config.WriteTimeout = 2 * time.Second
		start := time.Now()
		resp, err := server.Client().Get("http://example.com/")
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		first := make([]byte, 30)
		if _, err := io.ReadFull(resp.Body, first[:23]); err != nil || time.Since(start) != time.Second {
			t.Errorf("first piece %q after %v, %v", first, time.Since(start), err)
		}
		rest, err := io.ReadAll(resp.Body)
		if err != nil || !strings.HasSuffix(string(rest), "event: done\ndata: null\n\n") {
			t.Errorf("got %q, %v", rest, err)
		}
	})
}

// A piece that takes longer than patience ends the reply.
func TestStuck(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var result error
		server := httptest.NewTestServer(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			result = Stream(w, time.Second, slow(time.Minute, nil, "a", "b"))
		}))
		resp, err := server.Client().Get("http://example.com/")
		if err == nil {
			_, err = io.ReadAll(resp.Body)
			resp.Body.Close()
		}
		if err == nil || result == nil {
			t.Errorf("client %v, handler %v; want two errors", err, result)
		}
	})
}

func TestFailure(t *testing.T) {
	down := errors.New("model is down")
	w := httptest.NewRecorder()
	if err := Stream(w, time.Second, slow(0, down, "a")); err != down {
		t.Errorf("got %v", err)
	}
	body := w.Body.String()
	if !strings.Contains(body, "event: failed") || strings.Contains(body, "event: done") || strings.Contains(body, "model") {
		t.Errorf("got %q", body)
	}
}
