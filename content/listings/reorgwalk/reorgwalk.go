// Package reorgwalk indexes a chain that may replace its last blocks.
package reorgwalk

// region print

type Block struct {
	Height       uint64
	Hash, Parent string
}

// Index keeps the blocks read so far; a real one has a table.
type Index struct{ rows []Block }

// Sync fetches block after block until there is none. A block
// whose parent is not our last row undoes that row.
func (x *Index) Sync(fetch func(uint64) (*Block, error)) error {
	for {
		b, err := fetch(uint64(len(x.rows)))
		if b == nil || err != nil {
			return err
		}
		last := len(x.rows) - 1
		if last >= 0 && x.rows[last].Hash != b.Parent {
			x.rows = x.rows[:last] // and all that came of it
			continue
		}
		x.rows = append(x.rows, *b)
	}
}

// endregion print
