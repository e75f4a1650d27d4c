// Package backpressure refuses work when its queue is full.
package backpressure

import "net/http"

// region print

// Accept queues a job, or tells the client to come back later.
func Accept(queue chan<- string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		select {
		case queue <- r.PathValue("job"):
			w.WriteHeader(http.StatusAccepted)
		default:
			w.Header().Set("Retry-After", "2")
			http.Error(w, "queue is full",
				http.StatusServiceUnavailable)
		}
	}
}

// endregion print
