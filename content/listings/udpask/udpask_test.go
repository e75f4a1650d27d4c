package udpask

import (
	"errors"
	"fmt"
	"net"
	"os"
	"testing"
	"time"
)

// serve hands each datagram to reply and sends what it returns.
func serve(reply func(n int, packet []byte) [][]byte) net.PacketConn {
	server, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	go func() {
		buf := make([]byte, 1500)
		for i := 0; ; i++ {
			n, addr, err := server.ReadFrom(buf)
			if err != nil {
				return
			}
			for _, packet := range reply(i, buf[:n]) {
				server.WriteTo(packet, addr)
			}
		}
	}()
	return server
}

func ExampleAsk() {
	server := serve(func(n int, packet []byte) [][]byte {
		if n == 0 {
			fmt.Println("lost:", string(packet[4:]))
			return nil
		}
		return [][]byte{[]byte("\x00\x00\x00\x06old"), append(packet[:4:4], "noon"...)}
	})
	defer server.Close()
	fmt.Println(Ask(server.LocalAddr().String(), 7, "time?", 100*time.Millisecond))
	// Output:
	// lost: time?
	// noon <nil>
}

func TestSilence(t *testing.T) {
	sent := make(chan int, 100)
	server := serve(func(n int, _ []byte) [][]byte { sent <- n; return nil })
	_, err := Ask(server.LocalAddr().String(), 7, "time?", 5*time.Millisecond)
	if !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Error("error", err)
	}
	for range 5 {
		<-sent
	}
	server.Close()
}
