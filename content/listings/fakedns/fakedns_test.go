package fakedns

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"net/netip"
	"strings"
	"testing"
)

// zone answers over TCP framing: two bytes of length, then a message.
var zone = map[string]netip.Addr{
	"db.test":  netip.MustParseAddr("10.1.2.3"),
	"eve.test": netip.MustParseAddr("192.0.2.9"),
}

func dial(context.Context, string, string) (net.Conn, error) {
	client, server := net.Pipe()
	go func() {
		defer server.Close()
		for {
			var size [2]byte
			if _, err := io.ReadFull(server, size[:]); err != nil {
				return
			}
			query := make([]byte, binary.BigEndian.Uint16(size[:]))
			if _, err := io.ReadFull(server, query); err != nil {
				return
			}
			reply := answer(query)
			server.Write(append(binary.BigEndian.AppendUint16(nil, uint16(len(reply))), reply...))
		}
	}()
	return client, nil
}

func answer(query []byte) []byte {
	end := 12 + bytes.IndexByte(query[12:], 0) + 5 // the name, its type and class
	var labels []string
	for i := 12; query[i] != 0; i += int(query[i]) + 1 {
		labels = append(labels, string(query[i+1:i+1+int(query[i])]))
	}
	addr, ok := zone[strings.Join(labels, ".")]
	reply := append([]byte{query[0], query[1], 0x81, 0x83, 0, 1, 0, 0, 0, 0, 0, 0}, query[12:end]...)
	if ok {
		reply[3], reply[7] = 0x80, 1
		reply = append(reply, 0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4)
		reply = append(reply, addr.AsSlice()...)
	}
	return reply
}

func ExampleVerify() {
	resolver := NewResolver(dial) // a fake server behind net.Pipe
	internal := netip.MustParsePrefix("10.0.0.0/8")
	for _, host := range []string{"db.test.", "eve.test.", "typo.test."} {
		fmt.Println(Verify(context.Background(), resolver, host, internal))
	}
	// Output:
	// <nil>
	// 192.0.2.9 is outside 10.0.0.0/8
	// no such host: typo.test.
}

func TestDown(t *testing.T) {
	refused := errors.New("refused")
	r := NewResolver(func(context.Context, string, string) (net.Conn, error) { return nil, refused })
	if !r.PreferGo {
		t.Error("a build with cgo would ask the real servers")
	}
	err := Verify(t.Context(), r, "db.test.", netip.MustParsePrefix("0.0.0.0/0"))
	if err == nil || !strings.HasPrefix(err.Error(), "try later") {
		t.Error(err)
	}
}
