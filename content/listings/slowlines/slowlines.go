// Package slowlines cuts off a peer that is silent or too slow.
package slowlines

import (
	"bufio"
	"net"
	"time"
)

// region print

// Lines allows idle for each line and total for all of them.
func Lines(
	conn net.Conn, idle, total time.Duration, line func(string),
) error {
	end := time.Now().Add(total)
	in := bufio.NewReader(conn)
	for {
		deadline := time.Now().Add(idle)
		if deadline.After(end) {
			deadline = end
		}
		// A point in time, so it is set anew for each line.
		err := conn.SetReadDeadline(deadline)
		if err != nil {
			return err
		}
		text, err := in.ReadSlice('\n') // at most 4096 bytes
		if err != nil {
			return err // io.EOF, or a deadline
		}
		line(string(text))
	}
}

// endregion print
