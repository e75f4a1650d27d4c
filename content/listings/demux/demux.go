// Package demux takes apart the log stream of a container.
package demux

import (
	"encoding/binary"
	"fmt"
	"io"
)

// region print

// Split copies a container's log, a single stream of frames. A
// header has 8 bytes: kind, three zeros, length of the frame.
func Split(stdout, stderr io.Writer, log io.Reader) error {
	header := make([]byte, 8)
	for {
		_, err := io.ReadFull(log, header)
		if err == io.EOF {
			return nil // it ended between two frames
		} else if err != nil {
			return err
		}
		var to io.Writer
		switch header[0] {
		case 1:
			to = stdout
		case 2:
			to = stderr
		default: // with a TTY there are no frames
			return fmt.Errorf("no frame: % x", header)
		}
		size := int64(binary.BigEndian.Uint32(header[4:]))
		n, err := io.CopyN(to, log, size)
		if err == io.EOF {
			return fmt.Errorf("%d of %d bytes: %w",
				n, size, io.ErrUnexpectedEOF)
		} else if err != nil {
			return err
		}
	}
}

// endregion print
