// Package udpask is a UDP client that repeats what is lost.
package udpask

import (
	"encoding/binary"
	"errors"
	"net"
	"os"
	"time"
)

// region print

// Ask sends a numbered request until its reply arrives.
func Ask(
	addr string, id uint32, text string, wait time.Duration,
) (string, error) {
	conn, err := net.Dial("udp", addr)
	if err != nil {
		return "", err
	}
	defer conn.Close()
	request := binary.BigEndian.AppendUint32(nil, id)
	request = append(request, text...)
	buf := make([]byte, 1500) // a longer datagram is cut off
	for range 5 {
		if _, err := conn.Write(request); err != nil {
			return "", err
		}
		conn.SetReadDeadline(time.Now().Add(wait))
		n, err := conn.Read(buf)
		for ; err == nil; n, err = conn.Read(buf) {
			if n >= 4 && binary.BigEndian.Uint32(buf) == id {
				return string(buf[4:n]), nil
			} // else a late answer to something older
		}
		if !errors.Is(err, os.ErrDeadlineExceeded) {
			return "", err
		}
	}
	return "", os.ErrDeadlineExceeded
}

// endregion print
