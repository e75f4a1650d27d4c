// Package framedserver is a TCP server whose messages carry their length.
package framedserver

import (
	"context"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"sync"
	"time"
)

const (
	idle     = time.Minute
	maxFrame = 1 << 20
)

var errTooLarge = errors.New("frame too large")

// ReadFrame reads four bytes of length and then as many bytes.
func ReadFrame(r io.Reader) ([]byte, error) {
	var head [4]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return nil, err
	}
	size := binary.BigEndian.Uint32(head[:])
	if size > maxFrame {
		return nil, errTooLarge
	}
	frame := make([]byte, size)
	if _, err := io.ReadFull(r, frame); err != nil {
		return nil, io.ErrUnexpectedEOF
	}
	return frame, nil
}

// WriteFrame sends the length and the message in one Write.
func WriteFrame(w io.Writer, frame []byte) error {
	head := binary.BigEndian.AppendUint32(nil, uint32(len(frame)))
	_, err := w.Write(append(head, frame...))
	return err
}

// region print

// Serve echoes frames until ctx ends, and waits for clients.
func Serve(ctx context.Context, ln net.Listener) error {
	ctx, cancel := context.WithCancel(ctx)
	var clients sync.WaitGroup
	defer clients.Wait()
	defer cancel() // runs first: the clients see it
	context.AfterFunc(ctx, func() { ln.Close() })
	for {
		conn, err := ln.Accept()
		if err != nil && ctx.Err() != nil {
			return nil // the listener was closed on purpose
		} else if err != nil {
			return err
		}
		clients.Go(func() { echo(ctx, conn) })
	}
}

func echo(ctx context.Context, conn net.Conn) {
	defer conn.Close()
	wake := func() { conn.SetReadDeadline(time.Now()) }
	defer context.AfterFunc(ctx, wake)()
	for conn.SetDeadline(time.Now().Add(idle)) == nil &&
		ctx.Err() == nil { // tested last, to see every wake
		frame, err := ReadFrame(conn)
		if err != nil || WriteFrame(conn, frame) != nil {
			return // io.EOF, a deadline, or a broken frame
		}
	}
}

// endregion print
