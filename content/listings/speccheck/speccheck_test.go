package speccheck

import (
	_ "embed"
	"fmt"
	"net/http"
	"testing"
)

//go:embed openapi.json
var openapi []byte

func ok(http.ResponseWriter, *http.Request) {}

func ExampleMissing() {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v1/orders", ok)
	mux.HandleFunc("GET /v1/orders/{id}", ok)
	mux.HandleFunc("POST /v1/orders/{id}/cancel", ok) // the code moved on
	missing, err := Missing(openapi, mux)
	fmt.Println(missing, err)
	// Output:
	// [DELETE /v1/orders/{id}] <nil>
}

func TestMissing(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/", ok) // a catch-all serves nothing of the contract
	if missing, err := Missing(openapi, mux); len(missing) != 3 || err != nil {
		t.Error(missing, err)
	}
	mux.HandleFunc("POST /v1/orders", ok)
	mux.HandleFunc("GET /v1/orders/{id}", ok)
	mux.HandleFunc("DELETE /v1/orders/{id}", ok)
	if missing, err := Missing(openapi, mux); len(missing) != 0 || err != nil {
		t.Error(missing, err)
	}
	if _, err := Missing([]byte("openapi: 3.1.0"), mux); err == nil {
		t.Error("YAML is not JSON")
	}
}
