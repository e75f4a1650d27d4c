// Package crashreport is a middleware that reports panics.
package crashreport

import (
	"fmt"
	"net/http"
	"runtime/debug"
)

// region print

type Event struct {
	Err            error
	Route, Release string
	Stack          []byte
}

// Report recovers from panics in next and sends them.
func Report(
	next http.Handler, release string, send func(Event),
) http.Handler {
	h := func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			v := recover()
			if v == nil {
				return
			}
			if v == http.ErrAbortHandler {
				panic(v) // deliberate: not a bug
			}
			err := fmt.Errorf("panic: %v", v)
			send(Event{err, r.Pattern, release, debug.Stack()})
			http.Error(w, "internal error", 500)
		}()
		next.ServeHTTP(w, r)
	}
	return http.HandlerFunc(h)
}

// endregion print
