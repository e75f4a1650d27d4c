package errorattrs

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"testing"
)

func newLogger(w io.Writer) *slog.Logger {
	return slog.New(slog.NewJSONHandler(w, &slog.HandlerOptions{
		ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
			if len(groups) == 0 && a.Key != "err" {
				return slog.Attr{}
			}
			return a
		},
	}))
}

func declined() error {
	return fmt.Errorf("checkout: %w", &PaymentError{
		Code: "declined", Order: 81, Card: "4111111111111111",
		Err: errors.New("limit reached"),
	})
}

func ExampleAttr() {
	var line, out bytes.Buffer
	logger := newLogger(&line)
	logger.ErrorContext(context.Background(), "request failed", Attr(declined()))
	if err := json.Indent(&out, line.Bytes(), "", "  "); err != nil {
		fmt.Println(err)
	}
	fmt.Print(out.String())
	// Output:
	// {
	//   "err": {
	//     "msg": "checkout: declined: limit reached",
	//     "code": "declined",
	//     "order": 81,
	//     "card": "[redacted]"
	//   }
	// }
}

func TestPlain(t *testing.T) {
	for want, attr := range map[string]slog.Attr{
		`{"err":{"msg":"EOF"}}`:                       Attr(io.EOF),
		`{"err":"checkout: declined: limit reached"}`: slog.Any("err", declined()),
	} {
		var line bytes.Buffer
		newLogger(&line).Error("m", attr)
		if got := strings.TrimSpace(line.String()); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
