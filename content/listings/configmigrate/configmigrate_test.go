package configmigrate

import (
	"fmt"
	"testing"
)

func ExampleLoad() {
	for _, file := range []string{
		`{"version": 1, "addr": ":80"}`,
		`{"version": 2, "listen": [":80", ":443"]}`,
		`{"version": 3}`,
	} {
		c, err := Load([]byte(file))
		fmt.Println(c.Version, c.Listen, err)
	}
	// Output:
	// 2 [:80] <nil>
	// 2 [:80 :443] <nil>
	// 0 [] unknown version 3
}

func TestStrict(t *testing.T) {
	for _, file := range []string{
		`{"version": 1, "adr": ":80"}`,
		`{"version": 2, "listn": [":80"]}`,
		`{"version": 2, "addr": ":80"}`,
		`{"addr": ":80"}`,
		`{"version": "2"}`,
		`{`,
	} {
		if c, err := Load([]byte(file)); err == nil {
			t.Errorf("Load(%s) = %v, want an error", file, c)
		}
	}
}
