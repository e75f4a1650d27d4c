package minispan

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func serve(ctx context.Context, export func(*Span)) {
	ctx, root := Start(ctx, "GET /orders/{id}", export)
	defer root.End()
	root.Attrs["order"] = 81

	_, query := Start(ctx, "SELECT", export)
	query.Attrs["rows"] = 3
	time.Sleep(20 * time.Millisecond)
	query.End()

	charge, call := Start(ctx, "POST /charges", export)
	_, dns := Start(charge, "DNS", export)
	time.Sleep(5 * time.Millisecond)
	dns.End()
	time.Sleep(70 * time.Millisecond)
	call.End()
}

func TestSpans(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out strings.Builder
		serve(t.Context(), func(s *Span) {
			parent := "none"
			if s.Parent != nil {
				parent = s.Parent.Name
			}
			fmt.Fprintln(&out, s.Name, s.Took, s.Attrs, "in", parent)
		})
		want := `SELECT 20ms map[rows:3] in GET /orders/{id}
DNS 5ms map[] in POST /charges
POST /charges 75ms map[] in GET /orders/{id}
GET /orders/{id} 95ms map[order:81] in none
`
		if out.String() != want {
			t.Errorf("got\n%swant\n%s", out.String(), want)
		}
	})
}

func ExampleStart() {
	export := func(s *Span) {
		if s.Parent == nil {
			fmt.Println(s.Name, s.Attrs)
			return
		}
		fmt.Println(s.Name, s.Attrs, "in", s.Parent.Name)
	}
	ctx, root := Start(context.Background(), "GET /orders/{id}", export)
	root.Attrs["order.id"] = 81
	_, query := Start(ctx, "SELECT orders", export)
	query.Attrs["rows"] = 3
	query.End()
	root.End()
	// Output:
	// SELECT orders map[rows:3] in GET /orders/{id}
	// GET /orders/{id} map[order.id:81]
}
