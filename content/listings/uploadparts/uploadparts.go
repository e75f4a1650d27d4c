// Package uploadparts sends a stream in parts of one size.
package uploadparts

import (
	"context"
	"fmt"
	"io"
	"sync"
)

// region print

// Upload holds at most parallel parts in memory. If it fails,
// the caller aborts the multipart upload.
func Upload(
	ctx context.Context, r io.Reader, partSize, parallel int,
	put func(ctx context.Context, part int, data []byte) error,
) error {
	ctx, fail := context.WithCancelCause(ctx)
	defer fail(nil)
	var wg sync.WaitGroup
	slots := make(chan struct{}, parallel)
	for n, last := 1, false; !last && ctx.Err() == nil; n++ {
		slots <- struct{}{} // before the buffer is made
		buf := make([]byte, partSize)
		size, err := io.ReadFull(r, buf)
		last = err == io.EOF || err == io.ErrUnexpectedEOF
		if err != nil && !last {
			fail(err)
		}
		wg.Go(func() {
			defer func() { <-slots }()
			if size > 0 && ctx.Err() == nil {
				if err := put(ctx, n, buf[:size]); err != nil {
					fail(fmt.Errorf("part %d: %w", n, err))
				}
			}
		})
	}
	wg.Wait()
	return context.Cause(ctx)
}

// endregion print
