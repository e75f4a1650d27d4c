// Package csvtojson streams CSV rows through a transform to JSON lines.
package csvtojson

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"iter"
	"sync"
	"sync/atomic"
)

// records yields the rows of in until its end or the first error.
func records(in io.Reader) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		r := csv.NewReader(in)
		for {
			row, err := r.Read()
			if err == io.EOF || !yield(row, err) || err != nil {
				return
			}
		}
	}
}

// failure keeps the first error of several goroutines.
type failure struct{ first atomic.Pointer[error] }

// ok notes err and reports whether nothing has failed so far.
func (f *failure) ok(err error) bool {
	if err != nil {
		f.first.CompareAndSwap(nil, &err)
	}
	return f.first.Load() == nil
}

func (f *failure) err() error {
	if p := f.first.Load(); p != nil {
		return *p
	}
	return nil
}

// region print

func Convert[T any](in io.Reader, out io.Writer, workers int,
	transform func([]string) (T, error)) error {
	rows, items := make(chan []string), make(chan T)
	var fail failure // keeps the first error of all stages
	var wg sync.WaitGroup
	wg.Go(func() { // stage 1 reads, alone
		defer close(rows)
		for row, err := range records(in) { // csv.Reader.Read
			if !fail.ok(err) {
				return
			}
			rows <- row
		}
	})
	for range workers { // stage 2 transforms
		wg.Go(func() {
			for row := range rows {
				if item, err := transform(row); fail.ok(err) {
					items <- item
				}
			}
		})
	}
	go func() { wg.Wait(); close(items) }()
	enc := json.NewEncoder(out)
	for item := range items { // stage 3 writes, alone
		fail.ok(enc.Encode(item))
	}
	return fail.err()
}

// endregion print
