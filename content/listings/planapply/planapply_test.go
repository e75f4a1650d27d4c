package planapply

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"testing"
)

type cloud map[string]string

func (c cloud) List(context.Context) (map[string]string, error) { return maps.Clone(c), nil }

func (c cloud) Put(_ context.Context, name, size string) error {
	if size == "huge" {
		return errors.New(name + ": quota")
	}
	c[name] = size
	return nil
}

func (c cloud) Delete(_ context.Context, name string) error {
	delete(c, name)
	return nil
}

func ExampleSync() {
	ctx := context.Background()
	c := cloud{"web": "small", "old": "small", "db": "large"}
	want := map[string]string{"web": "large", "db": "large", "cache": "small"}
	for _, dryRun := range []bool{true, false, false} {
		fmt.Println("dry run:", dryRun)
		if err := Sync(ctx, c, want, dryRun, os.Stdout); err != nil {
			fmt.Println(err)
		}
	}
	fmt.Println(maps.Equal(c, want))
	// Output:
	// dry run: true
	// cache: "" -> "small"
	// old: "small" -> ""
	// web: "small" -> "large"
	// dry run: false
	// cache: "" -> "small"
	// old: "small" -> ""
	// web: "small" -> "large"
	// dry run: false
	// true
}

func TestDryRunChangesNothing(t *testing.T) {
	c := cloud{"old": "small"}
	if err := Sync(t.Context(), c, map[string]string{"new": "huge"}, true, io.Discard); err != nil {
		t.Error(err)
	}
	if !maps.Equal(c, cloud{"old": "small"}) {
		t.Error(c)
	}
}

func TestFailureStopsNothing(t *testing.T) {
	c := cloud{"old": "small"}
	want := map[string]string{"big": "huge", "new": "small"}
	err := Sync(t.Context(), c, want, false, io.Discard)
	if err == nil || err.Error() != "big: quota" {
		t.Error(err)
	}
	if !maps.Equal(c, cloud{"new": "small"}) {
		t.Error(c)
	}
}

// empty lists nothing, as a nil map.
type empty struct{ cloud }

func (empty) List(context.Context) (map[string]string, error) { return nil, nil }

func TestFirstRun(t *testing.T) {
	c := cloud{}
	want := map[string]string{"new": "small"}
	if err := Sync(t.Context(), empty{c}, want, false, io.Discard); err != nil || !maps.Equal(c, want) {
		t.Error(err, c)
	}
	if err := Sync(t.Context(), empty{c}, nil, false, io.Discard); err != nil {
		t.Error(err)
	}
}

// down cannot list, so nothing may be deleted.
type down struct{ cloud }

func (down) List(context.Context) (map[string]string, error) { return nil, errors.New("503") }

func TestListFails(t *testing.T) {
	c := cloud{"old": "small"}
	if err := Sync(t.Context(), down{c}, nil, false, io.Discard); err == nil || len(c) != 1 {
		t.Error(err, c)
	}
}
