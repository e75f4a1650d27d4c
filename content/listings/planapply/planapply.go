// Package planapply makes a cloud agree with a list, and can only say how.
package planapply

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
)

// API changes what carries this tool's label; name to size. Its
// errors say which name.
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
	all := map[string]string{}
	maps.Copy(all, have)
	maps.Copy(all, want)
	var errs []error // one failure does not stop the rest
	for _, name := range slices.Sorted(maps.Keys(all)) {
		size, keep := want[name]
		old, exists := have[name]
		if keep && exists && old == size {
			continue // a second run finds nothing to do
		}
		fmt.Fprintf(out, "%s: %q -> %q\n", name, old, size)
		if keep && !dry {
			errs = append(errs, api.Put(ctx, name, size))
		} else if !dry {
			errs = append(errs, api.Delete(ctx, name))
		}
	}
	return errors.Join(errs...)
}

// endregion print
