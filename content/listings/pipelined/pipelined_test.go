package pipelined

import (
	"fmt"
	"net/http"
	"net/http/httptest"
)

func ExampleGet() {
	server := httptest.NewServer(http.HandlerFunc(
		func(w http.ResponseWriter, r *http.Request) {
			fmt.Println("serving", r.URL.Path)
			fmt.Fprint(w, "reply to ", r.URL.Path)
		}))
	defer server.Close()
	bodies, err := Get(server.Listener.Addr().String(), "/slow", "/fast")
	fmt.Printf("%q %v\n", bodies, err)
	// Output:
	// serving /slow
	// serving /fast
	// ["reply to /slow" "reply to /fast"] <nil>
}
