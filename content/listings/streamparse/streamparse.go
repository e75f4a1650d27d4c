// Package streamparse adds up an access log line by line.
package streamparse

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strconv"
)

// region print

// Sum adds up lines such as "/login 512", path by path. Its
// memory follows the number of paths, not the number of lines.
func Sum(r io.Reader) (map[string]*int64, error) {
	sums := make(map[string]*int64)
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 4096), 1<<20) // lines to 1 MiB
	for n := 1; lines.Scan(); n++ {
		path, size, _ := bytes.Cut(lines.Bytes(), []byte(" "))
		value, err := strconv.ParseInt(string(size), 10, 64)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		sum, ok := sums[string(path)] // does not allocate
		if !ok {
			sum = new(int64)
			sums[string(path)] = sum // a copy, once a path
		}
		*sum += value
	}
	return sums, lines.Err()
}

// endregion print
