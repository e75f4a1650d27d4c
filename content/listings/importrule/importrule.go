// Package importrule checks that imports between layers point inwards.
package importrule

import (
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

// region print

var forbidden = map[string][]string{ // with what is below them
	"domain": {"shop/app", "shop/adapter", "database/sql"},
	"app":    {"shop/adapter", "database/sql"},
}

// CheckFile gets each file of module shop, as app/place.go.
func CheckFile(name string, src []byte) (found error) {
	file, err := parser.ParseFile(token.NewFileSet(),
		name, src, parser.ImportsOnly)
	if err != nil {
		return err
	}
	layer, _, _ := strings.Cut(name, "/")
	for _, spec := range file.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return err
		}
		for _, no := range forbidden[layer] {
			if p == no || strings.HasPrefix(p, no+"/") {
				bad := fmt.Errorf("%s imports %s", name, p)
				found = errors.Join(found, bad)
			}
		}
	}
	return found
}

// endregion print

// Check walks over the module.
func Check(module fs.FS) (found error) {
	err := fs.WalkDir(module, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".go" {
			return err
		}
		src, err := fs.ReadFile(module, name)
		if err != nil {
			return err
		}
		found = errors.Join(found, CheckFile(name, src))
		return nil
	})
	return errors.Join(found, err)
}
