// Package dockersock pulls an image over the Docker daemon's socket.
package dockersock

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
)

// NewClient speaks HTTP over the socket, whatever the host is called.
func NewClient(socket string) *http.Client {
	return &http.Client{Transport: &http.Transport{
		DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			var d net.Dialer
			return d.DialContext(ctx, "unix", socket)
		},
	}}
}

func query(img string) string {
	return url.Values{"fromImage": {img}}.Encode()
}

// region print

// Pull reads the answer to its end. The status is 200 long
// before the image is there, so a failure stands in the body.
func Pull(
	ctx context.Context, c *http.Client, img string,
) error {
	u := "http://docker/images/create?" + query(img)
	req, err := http.NewRequestWithContext(ctx, "POST", u, nil)
	if err != nil {
		return err
	}
	res, err := c.Do(req) // dials the Unix socket
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return fmt.Errorf("pull %s: %s", img, res.Status)
	}
	for dec := json.NewDecoder(res.Body); ; {
		var msg struct{ ErrorDetail struct{ Message string } }
		if err := dec.Decode(&msg); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		if text := msg.ErrorDetail.Message; text != "" {
			return errors.New(text)
		}
	}
}

// endregion print
