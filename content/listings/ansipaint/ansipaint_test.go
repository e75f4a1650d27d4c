package ansipaint

import (
	"fmt"
	"os"
	"testing"
)

func ExamplePainter_Red() {
	env := func(string) string { return "" }
	fmt.Printf("%q\n", For("auto", env, true).Red("failed"))
	fmt.Printf("%q\n", For("auto", env, false).Red("failed"))
	// Output:
	// "\x1b[1;31mfailed\x1b[0m"
	// "failed"
}

func TestFor(t *testing.T) {
	for _, c := range []struct {
		flag, noColor, term string
		terminal, want      bool
	}{
		{"auto", "", "xterm", true, true},
		{"", "", "xterm", true, true},
		{"auto", "", "xterm", false, false},
		{"auto", "1", "xterm", true, false},
		{"auto", "", "dumb", true, false},
		{"always", "1", "dumb", false, true},
		{"never", "", "xterm", true, false},
	} {
		env := map[string]string{"NO_COLOR": c.noColor, "TERM": c.term}
		p := For(c.flag, func(k string) string { return env[k] }, c.terminal)
		if p.on != c.want {
			t.Errorf("%+v: got %v", c, p.on)
		}
	}
}

// The answer says that the mode bit takes the null device for a terminal.
func TestModeCharDevice(t *testing.T) {
	info, err := os.Stat(os.DevNull)
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		t.Error(info, err)
	}
}
