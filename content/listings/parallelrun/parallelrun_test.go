package parallelrun

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strings"
	"testing"
)

type pricerFunc func(Order) (int, error)

func (f pricerFunc) Price(_ context.Context, o Order) (int, error) { return f(o) }

func options() *slog.HandlerOptions {
	return &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey || a.Key == slog.LevelKey {
			return slog.Attr{}
		}
		return a
	}}
}

func ExampleParallel() {
	legacy := pricerFunc(func(o Order) (int, error) {
		sum := o.Items * o.Cents
		if o.Items >= 10 {
			sum = sum * 95 / 100 // nobody remembers why
		}
		return sum, nil
	})
	rewrite := pricerFunc(func(o Order) (int, error) {
		return o.Items * o.Cents, nil
	})
	p := Parallel{legacy, rewrite, func() bool { return true },
		slog.New(slog.NewTextHandler(os.Stdout, options()))}
	for _, items := range []int{9, 10} {
		fmt.Println(p.Price(context.Background(), Order{items, 200}))
	}
	// Output:
	// 1800 <nil>
	// msg="prices differ" items=10 old=1900 new=2000 err=<nil>
	// 1900 <nil>
}

func TestParallel(t *testing.T) {
	broken := errors.New("broken")
	calls := 0
	on := false
	var log strings.Builder
	good := pricerFunc(func(Order) (int, error) { return 0, nil })
	bad := pricerFunc(func(Order) (int, error) { calls++; return 0, broken })
	p := Parallel{good, bad, func() bool { return on },
		slog.New(slog.NewTextHandler(&log, options()))}
	if got, err := p.Price(t.Context(), Order{}); got != 0 || err != nil || calls != 0 {
		t.Errorf("flag off: %d, %v, %d calls", got, err, calls)
	}
	on = true
	if got, err := p.Price(t.Context(), Order{}); got != 0 || err != nil || calls != 1 {
		t.Errorf("flag on: %d, %v, %d calls", got, err, calls)
	}
	if !strings.Contains(log.String(), "err=broken") {
		t.Errorf("log: %q", log.String())
	}
	p.Old, p.New = bad, bad
	log.Reset()
	if _, err := p.Price(t.Context(), Order{}); err != broken || log.Len() > 0 {
		t.Errorf("both fail: %v, log %q", err, log.String())
	}
}
