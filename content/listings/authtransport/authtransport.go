// Package authtransport is a middleware on the client's side.
package authtransport

import (
	"context"
	"net/http"
)

// region print

// Auth adds a token to each request that passes through it.
type Auth struct {
	Base  http.RoundTripper
	Token func(context.Context) (string, error)
}

func (a Auth) RoundTrip(
	req *http.Request,
) (*http.Response, error) {
	token, err := a.Token(req.Context())
	if err != nil {
		if req.Body != nil {
			req.Body.Close() // the contract: always close it
		}
		return nil, err
	}
	req = req.Clone(req.Context()) // it is the caller's
	req.Header.Set("Authorization", "Bearer "+token)
	return a.Base.RoundTrip(req)
}

// Func lets a plain function stand for the network in a test.
type Func func(*http.Request) (*http.Response, error)

func (f Func) RoundTrip(
	r *http.Request,
) (*http.Response, error) {
	return f(r)
}

// endregion print
