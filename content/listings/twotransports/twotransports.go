// Package twotransports serves one function by HTTP and from a queue.
package twotransports

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
)

var ErrSoldOut = errors.New("sold out")

// region print

type Place func(ctx context.Context, sku string) (int, error)

func HTTP(place Place) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		id, err := place(r.Context(), r.PathValue("sku"))
		switch {
		case errors.Is(err, ErrSoldOut):
			http.Error(w, "sold out", http.StatusConflict)
		case err != nil:
			slog.ErrorContext(r.Context(), "place", "err", err)
			http.Error(w, "internal", 500)
		default:
			w.WriteHeader(http.StatusCreated)
			fmt.Fprintln(w, id)
		}
	}
}

func Consume(ctx context.Context, place Place, m []byte) error {
	var order struct{ SKU string }
	if err := json.Unmarshal(m, &order); err != nil {
		slog.ErrorContext(ctx, "malformed", "err", err)
		return nil // and it always will be
	}
	_, err := place(ctx, order.SKU)
	if errors.Is(err, ErrSoldOut) {
		return nil // final as well
	}
	return err // deliver it again
}

// endregion print
