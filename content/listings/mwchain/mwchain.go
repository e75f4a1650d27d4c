// Package mwchain composes middleware from a list.
package mwchain

import (
	"net/http"
	"slices"
)

// region print

type Middleware func(http.Handler) http.Handler

type Chain []Middleware

// Then wraps h so that the first of c sees a request first.
func (c Chain) Then(h http.Handler) http.Handler {
	for _, m := range slices.Backward(c) {
		h = m(h)
	}
	return h
}

// With returns a longer chain. It copies: two chains made by
// append could share the array of c, and the second would
// overwrite what the first had added.
func (c Chain) With(more ...Middleware) Chain {
	return slices.Concat(c, more)
}

// endregion print
