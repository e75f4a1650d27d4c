package depinject

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"testing"
	"time"
)

type memory map[string]time.Time

func (m memory) Extend(_ context.Context, id string, until time.Time) error {
	if _, ok := m[id]; !ok {
		return errors.New("no such licence")
	}
	m[id] = until
	return nil
}

func ExampleNewService() {
	day := time.Date(2027, time.March, 1, 0, 0, 0, 0, time.UTC)
	log := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{
		ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			if a.Key == slog.TimeKey {
				return slog.Attr{}
			}
			return a
		},
	}))
	s, err := NewService(memory{"L-1": day},
		WithClock(func() time.Time { return day }), WithLogger(log))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Renew(context.Background(), "L-1"))
	// Output:
	// level=INFO msg=renewed id=L-1 until=2028-03-01
	// <nil>
}

func TestDefaults(t *testing.T) {
	if s, err := NewService(nil); s != nil || err == nil {
		t.Error("service without a repo")
	}
	db := memory{"L-1": {}}
	s, err := NewService(db)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Renew(t.Context(), "L-1"); err != nil || db["L-1"].Before(time.Now()) {
		t.Error(err, db)
	}
	if err := s.Renew(t.Context(), "L-2"); err == nil {
		t.Error("renewed what is not there")
	}
}
