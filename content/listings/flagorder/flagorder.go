// Package flagorder settles flags from several sources.
package flagorder

import (
	"errors"
	"flag"
	"fmt"
	"strings"
)

// region print

// Settle sets each flag that the command line left alone: from
// the environment, else from the file, else by its default.
func Settle(
	fs *flag.FlagSet, prefix string,
	lookup func(string) (string, bool), // os.LookupEnv
	file map[string]string,
) error {
	given := map[string]bool{}
	fs.Visit(func(f *flag.Flag) { given[f.Name] = true })
	var errs []error
	fs.VisitAll(func(f *flag.Flag) {
		key := strings.ReplaceAll(prefix+f.Name, "-", "_")
		value, ok := lookup(strings.ToUpper(key))
		if !ok {
			value, ok = file[f.Name]
		}
		if given[f.Name] || !ok {
			return
		}
		if err := fs.Set(f.Name, value); err != nil {
			err = fmt.Errorf("%s: %w", f.Name, err)
			errs = append(errs, err)
		}
	})
	return errors.Join(errs...)
}

// endregion print
