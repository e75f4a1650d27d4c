package pageall

import (
	"context"
	"errors"
	"fmt"
	"os"
	"testing"
	"text/tabwriter"
)

type fake struct {
	pages map[string]Page
	asked int
}

func (f *fake) ListVMs(_ context.Context, token string) (Page, error) {
	f.asked++
	page, ok := f.pages[token]
	if !ok {
		return Page{}, errors.New("token expired")
	}
	return page, nil
}

func cloud() *fake {
	return &fake{pages: map[string]Page{
		"":   {[]VM{{"build-1", "running", "b"}, {"build-2", "stopped", "a"}}, "p2"},
		"p2": {nil, "p3"}, // a page may be empty
		"p3": {[]VM{{"db", "running", "c"}}, "p4"},
	}}
}

func ExampleAll() {
	api := cloud()
	tw := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tw, "NAME\tSTATE\tZONE")
	for vm, err := range All(context.Background(), api) {
		if err != nil {
			fmt.Fprintln(tw, "error:", err)
			break
		}
		fmt.Fprintf(tw, "%s\t%s\t%s\n", vm.Name, vm.State, vm.Zone)
	}
	tw.Flush()
	api.asked = 0
	for vm := range All(context.Background(), api) {
		fmt.Println(vm.Name, "after", api.asked, "call")
		break
	}
	// Output:
	// NAME     STATE    ZONE
	// build-1  running  b
	// build-2  stopped  a
	// db       running  c
	// error: token expired
	// build-1 after 1 call
}

func TestLazy(t *testing.T) {
	api := cloud()
	for range All(t.Context(), api) {
		break
	}
	if api.asked != 1 {
		t.Errorf("%d pages for one VM", api.asked)
	}
	api.pages["p4"] = Page{VMs: []VM{{Name: "last"}}}
	n := 0
	for _, err := range All(t.Context(), api) {
		if err != nil {
			t.Error(err)
		}
		n++
	}
	if n != 4 {
		t.Errorf("%d VMs, want 4", n)
	}
}
