package cleartext

import (
	"fmt"
	"io"
	"net"
	"net/http"
)

func Example() {
	server := NewServer(http.HandlerFunc(
		func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprint(w, r.Proto, ", TLS: ", r.TLS != nil)
		}))
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Println(err)
		return
	}
	go server.Serve(ln)
	defer server.Close()

	for _, client := range []*http.Client{http.DefaultClient, NewClient()} {
		resp, err := client.Get("http://" + ln.Addr().String())
		if err != nil {
			fmt.Println(err)
			return
		}
		body, _ := io.ReadAll(resp.Body)
		resp.Body.Close()
		fmt.Println(string(body))
	}
	// Output:
	// HTTP/1.1, TLS: false
	// HTTP/2.0, TLS: false
}
