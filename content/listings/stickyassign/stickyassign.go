// Package stickyassign shares partitions among the members of a group.
package stickyassign

import (
	"cmp"
	"slices"
)

// region print

// Assign shares n partitions evenly and moves as few of them
// as it can. With more members than partitions, some get none.
func Assign(
	old map[string][]int, members []string, n int,
) map[string][]int {
	// Those that have most keep the larger shares.
	members = slices.SortedStableFunc(slices.Values(members),
		func(a, b string) int {
			return cmp.Compare(len(old[b]), len(old[a]))
		})
	plan, kept := map[string][]int{}, make([]bool, n)
	share := func(i int) int {
		return (n + len(members) - 1 - i) / len(members)
	}
	for i, m := range members {
		keep := min(len(old[m]), share(i))
		plan[m] = slices.Clone(old[m][:keep])
		for _, partition := range plan[m] {
			kept[partition] = true
		}
	}
	for i, m := range members {
		for len(plan[m]) < share(i) {
			free := slices.Index(kept, false)
			plan[m], kept[free] = append(plan[m], free), true
		}
	}
	return plan
}

// endregion print
