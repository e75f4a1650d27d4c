// Package filesplit cuts a large file into parts that several goroutines read.
package filesplit

import (
	"bufio"
	"io"
)

// region print

// Split cuts the file into n parts, each ending with a line.
func Split(
	f io.ReaderAt, size int64, n int,
) ([]*io.SectionReader, error) {
	var parts []*io.SectionReader
	start := int64(0)
	for i := range int64(n) {
		end, err := lineEnd(f, size, size*(i+1)/int64(n))
		if err != nil {
			return nil, err
		}
		part := io.NewSectionReader(f, start, end-start)
		parts = append(parts, part)
		start = end
	}
	return parts, nil
}

// lineEnd returns where the line that holds byte at-1 ends.
func lineEnd(f io.ReaderAt, size, at int64) (int64, error) {
	from := max(0, at-1)
	rest := io.NewSectionReader(f, from, size-from)
	line, err := bufio.NewReader(rest).ReadString('\n')
	if err == io.EOF { // the last line has no newline
		return size, nil
	}
	return from + int64(len(line)), err
}

// endregion print
