// Package errorclass maps errors to HTTP status codes in one place.
package errorclass

import (
	"context"
	"database/sql"
	"errors"
	"net"
	"net/http"
)

// region print

var ErrConflict = errors.New("version conflict")

type Invalid struct{ Field string }

func (e Invalid) Error() string { return "bad " + e.Field }

// Status is the only function that knows both worlds.
func Status(err error) int {
	if _, ok := errors.AsType[Invalid](err); ok {
		return http.StatusUnprocessableEntity
	}
	ne, ok := errors.AsType[net.Error](err)
	switch {
	case err == nil:
		return http.StatusOK
	case ok && ne.Timeout(): // whatever its type is
		return http.StatusGatewayTimeout
	case errors.Is(err, sql.ErrNoRows):
		return http.StatusNotFound
	case errors.Is(err, ErrConflict):
		return http.StatusConflict
	case errors.Is(err, context.Canceled):
		return 499 // the client left, or you cancelled
	}
	return http.StatusInternalServerError
}

// endregion print
