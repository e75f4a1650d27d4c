// Package importrule checks that imports between layers point inwards.
package importrule

import (
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strconv"
)

// region print

var forbidden = map[string][]string{ // by folder
	"domain": {"shop/app", "shop/adapter", "database/sql"},
	"app":    {"shop/adapter", "database/sql"},
}

// Check reads the import declarations of the module's layers.
func Check(module fs.FS) (found error) {
	files, _ := fs.Glob(module, "*/*.go") // a valid pattern
	for _, name := range files {
		src, err := fs.ReadFile(module, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(),
			name, src, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			p, _ := strconv.Unquote(spec.Path.Value)
			if slices.Contains(forbidden[path.Dir(name)], p) {
				bad := fmt.Errorf("%s imports %s", name, p)
				found = errors.Join(found, bad)
			}
		}
	}
	return found
}

// endregion print
