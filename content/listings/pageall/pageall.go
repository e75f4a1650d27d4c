// Package pageall walks through the pages of a list.
package pageall

import (
	"context"
	"iter"
)

type VM struct{ Name, State, Zone string }

type Page struct {
	VMs  []VM
	Next string // empty on the last page
}

// region print

// Lister is the one call of the SDK that this command needs.
type Lister interface {
	ListVMs(ctx context.Context, token string) (Page, error)
}

// All yields the VMs of all pages, and fetches a page only when
// the caller has come so far.
func All(ctx context.Context, api Lister) iter.Seq2[VM, error] {
	return func(yield func(VM, error) bool) {
		for token := ""; ; {
			page, err := api.ListVMs(ctx, token)
			if err != nil {
				yield(VM{}, err)
				return
			}
			for _, vm := range page.VMs {
				if !yield(vm, nil) {
					return
				}
			}
			if token = page.Next; token == "" {
				return
			}
		}
	}
}

// endregion print
