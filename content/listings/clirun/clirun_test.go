package clirun

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

func TestRun(t *testing.T) {
	log := "ok\nerror: disk\nok\nerror: net\n"
	for name, c := range map[string]struct {
		args     string
		in       io.Reader
		code     int
		out, err string
	}{
		"found":     {"-word error", strings.NewReader(log), 0, "error: disk\nerror: net\n", ""},
		"not found": {"-word fatal", strings.NewReader(log), 1, "", ""},
		"no word":   {"", strings.NewReader(log), 2, "", "want -word"},
		"bad flag":  {"-x", strings.NewReader(log), 2, "", "not defined: -x"},
		"help":      {"-h", strings.NewReader(log), 0, "", "print lines with"},
		"bad input": {"-word error", iotest.ErrReader(errors.New("gone")), 2, "", "grab: gone"},
	} {
		t.Run(name, func(t *testing.T) {
			var out, errOut bytes.Buffer
			code := Run(strings.Fields(c.args), c.in, &out, &errOut)
			if code != c.code || out.String() != c.out {
				t.Errorf("got %d, %q, want %d, %q", code, &out, c.code, c.out)
			}
			if name == "bad flag" && strings.Contains(errOut.String(), "want -word") {
				t.Errorf("one mistake, two messages: %q", &errOut)
			}
			if !strings.Contains(errOut.String(), c.err) || c.err == "" && errOut.Len() > 0 {
				t.Errorf("stderr: got %q, want %q", &errOut, c.err)
			}
		})
	}
}
