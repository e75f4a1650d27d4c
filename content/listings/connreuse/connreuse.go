// Package connreuse shows when a connection is used again.
package connreuse

import (
	"context"
	"io"
	"net/http"
	"net/http/httptrace"
)

// region print

// Get reports whether its connection had served before.
func Get(
	ctx context.Context, client *http.Client,
	url string, drain bool,
) (reused bool, err error) {
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		GotConn: func(info httptrace.GotConnInfo) {
			reused = info.Reused
		},
	})
	req, err := http.NewRequestWithContext(ctx, "GET", url, nil)
	if err != nil {
		return false, err
	}
	resp, err := client.Do(req)
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	if drain {
		_, err = io.Copy(io.Discard, resp.Body)
	}
	return reused, err
}

// endregion print
