// Package sdkclient is a client library for a small HTTP API.
package sdkclient

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"
)

type Client struct {
	base string
	http *http.Client
}

type Option func(*Client)

func WithHTTPClient(h *http.Client) Option {
	return func(c *Client) { c.http = h }
}

type User struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

type APIError struct {
	Status int    `json:"-"`
	Code   string `json:"code"`
}

func (e *APIError) Error() string {
	return fmt.Sprintf("api: %d %s", e.Status, e.Code)
}

// region print

func New(base string, opts ...Option) *Client {
	c := &Client{base, &http.Client{Timeout: 10 * time.Second}}
	for _, opt := range opts {
		opt(c)
	}
	return c
}

func (c *Client) User(
	ctx context.Context, id string,
) (u User, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet,
		c.base+"/users/"+url.PathEscape(id), nil)
	if err != nil {
		return u, err
	}
	res, err := c.http.Do(req)
	if err != nil {
		return u, err
	}
	defer res.Body.Close()
	body := json.NewDecoder(io.LimitReader(res.Body, 1<<20))
	if res.StatusCode != http.StatusOK {
		apiErr := &APIError{Status: res.StatusCode}
		body.Decode(apiErr) // a proxy may have sent HTML
		return u, apiErr
	}
	err = body.Decode(&u)
	return u, err
}

// endregion print
