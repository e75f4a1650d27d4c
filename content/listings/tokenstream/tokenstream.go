// Package tokenstream sends a model's answer to a browser as it is made.
package tokenstream

import (
	"encoding/json"
	"fmt"
	"iter"
	"net/http"
	"time"
)

// region print

// Stream sends each piece at once, as a server-sent event. From
// one to the next, model and client have patience together.
func Stream(w http.ResponseWriter, patience time.Duration,
	pieces iter.Seq2[string, error]) error {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-cache")
	rc := http.NewResponseController(w)
	send := func(event string, v any) error {
		data, err := json.Marshal(v) // has no line break
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "event: %s\ndata: %s\n\n", event, data)
		err = rc.Flush() // fails once the client is gone
		rc.SetWriteDeadline(time.Now().Add(patience))
		return err
	}
	rc.SetWriteDeadline(time.Now().Add(patience))
	for piece, err := range pieces {
		if err != nil { // too late for a status code
			send("failed", "the answer is incomplete")
			return err
		}
		if err := send("piece", piece); err != nil {
			return err
		}
	}
	return send("done", nil)
}

// endregion print
