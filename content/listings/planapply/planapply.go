// Package planapply makes a cloud agree with a list, and can only say how.
package planapply

import (
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
)

// API changes what carries this tool's label; name to size.
type API interface {
	List(ctx context.Context) (map[string]string, error)
	Put(ctx context.Context, name, size string) error
	Delete(ctx context.Context, name string) error
}

// region print

// Sync changes what differs. A dry run only prints the plan.
func Sync(
	ctx context.Context, api API, want map[string]string,
	dry bool, out io.Writer,
) error {
	have, err := api.List(ctx) // what carries our label
	if err != nil {
		return err
	}
	all := maps.Clone(have)
	maps.Copy(all, want)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		size, keep := want[name]
		old, exists := have[name]
		if keep && exists && old == size {
			continue // a second run finds nothing to do
		}
		fmt.Fprintf(out, "%s: %q -> %q\n", name, old, size)
		if keep && !dry {
			err = api.Put(ctx, name, size)
		} else if !dry {
			err = api.Delete(ctx, name)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// endregion print
