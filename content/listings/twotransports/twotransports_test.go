package twotransports

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestBoth(t *testing.T) {
	old := slog.Default()
	slog.SetDefault(slog.New(slog.DiscardHandler))
	defer slog.SetDefault(old)

	outage := errors.New("connection refused")
	place := func(_ context.Context, sku string) (int, error) {
		switch sku {
		case "tea":
			return 7, nil
		case "rum":
			return 0, ErrSoldOut
		}
		return 0, outage
	}
	mux := http.NewServeMux()
	mux.Handle("POST /orders/{sku}", HTTP(place))
	for sku, want := range map[string]struct {
		code int
		body string
		err  error
	}{
		"tea": {201, "7\n", nil},
		"rum": {409, "sold out\n", nil},
		"gin": {500, "internal\n", outage},
	} {
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, httptest.NewRequest("POST", "/orders/"+sku, nil))
		if w.Code != want.code || w.Body.String() != want.body {
			t.Errorf("%s: %d %q", sku, w.Code, w.Body)
		}
		if err := Consume(t.Context(), place, []byte(`{"SKU":"`+sku+`"}`)); err != want.err {
			t.Errorf("%s: %v", sku, err)
		}
	}
	called := false
	err := Consume(t.Context(), func(context.Context, string) (int, error) {
		called = true
		return 0, outage
	}, []byte("{"))
	if err != nil || called {
		t.Errorf("malformed message: %v, called %t", err, called)
	}
}
