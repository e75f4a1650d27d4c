package crashreport

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
)

func crash(http.ResponseWriter, *http.Request) {
	var prices []int
	prices[3]++
}

func handler(send func(Event)) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /carts/{id}", crash)
	mux.HandleFunc("GET /ok", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, "fine")
	})
	mux.HandleFunc("GET /abort", func(http.ResponseWriter, *http.Request) {
		panic(http.ErrAbortHandler)
	})
	return Report(mux, "v1.4.2", send)
}

func ExampleReport() {
	h := handler(func(e Event) {
		fmt.Println(e.Release, "|", e.Route)
		fmt.Println(e.Err)
		fmt.Println("stack names crash:",
			bytes.Contains(e.Stack, []byte("crashreport.crash(")))
	})
	for _, path := range []string{"/carts/81", "/ok"} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		fmt.Println("client gets", w.Code)
	}
	// Output:
	// v1.4.2 | GET /carts/{id}
	// panic: runtime error: index out of range [3] with length 0
	// stack names crash: true
	// client gets 500
	// client gets 200
}

func TestAbort(t *testing.T) {
	defer func() {
		if v := recover(); v != http.ErrAbortHandler {
			t.Errorf("recovered %v, want ErrAbortHandler", v)
		}
	}()
	h := handler(func(e Event) { t.Error("reported", e.Err) })
	h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/abort", nil))
}
