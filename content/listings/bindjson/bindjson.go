// Package bindjson turns a request body into a checked value.
package bindjson

import (
	"encoding/json/v2"
	"errors"
	"net/http"
)

// region print

type Payload interface{ Check() map[string]string }

// Bind decodes and checks a body. If it reports false, it has
// already answered, and the handler returns.
func Bind(
	w http.ResponseWriter, r *http.Request, in Payload,
) bool {
	status, bad := http.StatusBadRequest, map[string]string{}
	body := http.MaxBytesReader(w, r.Body, 1<<10)
	err := json.UnmarshalRead(body, in,
		json.RejectUnknownMembers(true))
	if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
		status = http.StatusRequestEntityTooLarge
		bad["body"] = "larger than 1 KiB"
	} else if err != nil {
		bad["body"] = "not the JSON that we expect"
	} else if bad = in.Check(); len(bad) == 0 {
		return true
	}
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	json.MarshalWrite(w, map[string]any{"errors": bad},
		json.Deterministic(true)) // fails if the client left
	return false
}

// endregion print
