package hijackline

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func ExampleShout() {
	server := httptest.NewServer(http.HandlerFunc(Shout))
	defer server.Close()
	conn, err := net.Dial("tcp", server.Listener.Addr().String())
	if err != nil {
		fmt.Println(err)
		return
	}
	defer conn.Close()

	// The first line travels in the same segment as the request.
	fmt.Fprint(conn, "GET / HTTP/1.1\r\nHost: a\r\n"+
		"Connection: Upgrade\r\nUpgrade: shout\r\n\r\nhello\n")
	in := bufio.NewReader(conn)
	resp, err := http.ReadResponse(in, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(resp.Status)
	line, _ := in.ReadString('\n')
	fmt.Print(line)
	fmt.Fprintln(conn, "still there?")
	line, _ = in.ReadString('\n')
	fmt.Print(line)
	// Output:
	// 101 Switching Protocols
	// HELLO
	// STILL THERE?
}

func TestRefused(t *testing.T) {
	for _, test := range []struct {
		upgrade string
		want    string
	}{{"", "426 HTTP/2.0 upgrade first\n"}, {"shout", "501 HTTP/2.0 feature not supported\n"}} {
		server := httptest.NewTestServer(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			r.Header.Set("Upgrade", test.upgrade) // HTTP/2 clients do not send it
			Shout(w, r)
		}))
		server.EnableHTTP2 = true
		resp, err := server.Client().Get("https://example.com/")
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(resp.Body)
		resp.Body.Close()
		if got := fmt.Sprintf("%d %s %s", resp.StatusCode, resp.Proto, body); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func TestCloses(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(Shout))
	defer server.Close()
	conn, err := net.Dial("tcp", server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(conn, "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: shout\r\n\r\n")
	conn.(*net.TCPConn).CloseWrite()
	if all, err := io.ReadAll(conn); err != nil || !strings.HasPrefix(string(all), "HTTP/1.1 101 ") {
		t.Errorf("%q, %v", all, err)
	}
}
