package traceparent

import (
	"fmt"
	"testing"
)

func ExampleParse() {
	for _, h := range []string{
		"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-03",
		"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-02",
		"00-00000000000000000000000000000000-00f067aa0ba902b7-01",
	} {
		p, err := Parse(h)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%x by %x, sampled: %t\n", p.Trace[:4], p.Span[:4], p.Sampled())
	}
	// Output:
	// 4bf92f35 by 00f067aa, sampled: true
	// 4bf92f35 by 00f067aa, sampled: false
	// invalid traceparent
}

func TestParse(t *testing.T) {
	const ids = "-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
	for h, valid := range map[string]bool{
		"00" + ids:        true,
		"01" + ids:        true,
		"01" + ids + "-x": true,
		"00" + ids + "-x": false,
		"00" + ids + "0":  false,
		"ff" + ids:        false,
		"0g" + ids:        false,
		"":                false,
		"00-4bf92f":       false,
		"00" + ids[:50]:   false,
		"00" + ids[:33]:   false,
		"00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01": false,
		"00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01": false,
	} {
		if _, err := Parse(h); (err == nil) != valid {
			t.Errorf("%q: %v", h, err)
		}
	}
}
