// Package rewriteproxy is a reverse proxy for one backend.
package rewriteproxy

import (
	"errors"
	"log/slog"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"time"
)

// region print

// New returns a proxy that waits that long for a header.
func New(backend *url.URL, wait time.Duration) http.Handler {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = 100 // all go to one host
	transport.ResponseHeaderTimeout = wait
	return &httputil.ReverseProxy{
		Transport: transport,
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(backend)
			r.Out.Host = r.In.Host // SetURL took the backend's
			r.SetXForwarded()
		},
		ErrorHandler: func(
			w http.ResponseWriter, r *http.Request, err error,
		) {
			status := http.StatusBadGateway
			ne, ok := errors.AsType[net.Error](err)
			if ok && ne.Timeout() {
				status = http.StatusGatewayTimeout
			}
			slog.ErrorContext(r.Context(), "proxy", "err", err)
			http.Error(w, http.StatusText(status), status)
		},
	}
}

// endregion print
