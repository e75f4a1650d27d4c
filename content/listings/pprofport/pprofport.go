// Package pprofport keeps the profiles off the public port.
package pprofport

import (
	"net/http"
	"net/http/pprof"
)

// region print

// Debug serves the profiles; listen on 127.0.0.1:6060 only.
func Debug() http.Handler {
	mux := http.NewServeMux()
	// Index also serves heap, mutex, goroutine and the rest.
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("/debug/pprof/trace", pprof.Trace)
	mux.HandleFunc("/debug/pprof/symbol", pprof.Symbol)
	return mux
}

// Public has its own mux, where the import adds nothing.
func Public() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /orders", listOrders)
	return mux
}

// endregion print

func listOrders(w http.ResponseWriter, _ *http.Request) {
	w.Write([]byte("[]"))
}
