// Package retryafter is a client that waits as long as the server asks.
package retryafter

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"
)

// Get fetches url; after a 503 it waits and tries once more.
func Get(ctx context.Context, c *http.Client, url string) (string, error) {
	for attempt := 1; ; attempt++ {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
		if err != nil {
			return "", err
		}
		req.Header.Set("Attempt", strconv.Itoa(attempt))
		resp, err := c.Do(req)
		if err != nil {
			return "", err
		}
		body, err := io.ReadAll(io.LimitReader(resp.Body, 1<<20))
		resp.Body.Close()
		switch {
		case err != nil:
			return "", err
		case resp.StatusCode == http.StatusOK:
			return string(body), nil
		case resp.StatusCode != http.StatusServiceUnavailable || attempt == 2:
			return "", fmt.Errorf("get %s: %s", url, resp.Status)
		}
		seconds, err := strconv.Atoi(resp.Header.Get("Retry-After"))
		if err != nil {
			return "", fmt.Errorf("get %s: %s", url, resp.Status)
		}
		select {
		case <-time.After(time.Duration(seconds) * time.Second):
		case <-ctx.Done():
			return "", context.Cause(ctx)
		}
	}
}
