// Package reconciler moves what runs towards what is declared.
package reconciler

import (
	"context"
	"errors"
	"fmt"
	"slices"
)

var ErrNotFound = errors.New("not found")

// Controller works on a Cluster.
type Controller struct{ Cluster }

// Cluster is what the controller asks and changes.
type Cluster interface {
	Replicas(ctx context.Context, site string) (int, error)
	Pods(ctx context.Context, site string) ([]string, error)
	Create(ctx context.Context, pod string) error
	Delete(ctx context.Context, pod string) error
}

func names(site string, n int) (all []string) {
	for i := range n {
		all = append(all, fmt.Sprintf("%s-%d", site, i))
	}
	return all
}

// region print

// Reconcile moves a site to its spec. It gets a name, no event,
// so it looks at the cluster each time.
func (c *Controller) Reconcile(
	ctx context.Context, site string,
) error {
	n, err := c.Replicas(ctx, site)
	if errors.Is(err, ErrNotFound) {
		n = 0 // the site was deleted
	} else if err != nil {
		return err // the queue calls again, with backoff
	}
	want := names(site, n) // fixed: a second run finds them
	have, err := c.Pods(ctx, site)
	if err != nil {
		return err
	}
	var errs []error
	for _, pod := range want {
		if !slices.Contains(have, pod) {
			errs = append(errs, c.Create(ctx, pod))
		}
	}
	for _, pod := range have {
		if !slices.Contains(want, pod) {
			errs = append(errs, c.Delete(ctx, pod))
		}
	}
	return errors.Join(errs...)
}

// endregion print
