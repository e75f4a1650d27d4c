package secretvalue

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func Example() {
	password := "hunter2"
	s := Secret{&password}
	fmt.Println(s)
	fmt.Printf("%v %+v %#v %s %q %x\n", s, s, s, s, s, s)

	type config struct {
		User     string
		Password Secret
	}
	data, err := json.Marshal(config{"ada", s})
	fmt.Println(string(data), err)
	fmt.Println(len(s.Reveal()))
	// Output:
	// [hidden]
	// [hidden] [hidden] [hidden] [hidden] [hidden] [hidden]
	// {"User":"ada","Password":"[hidden]"} <nil>
	// 7
}

func TestNothingShowsIt(t *testing.T) {
	password := "hunter2"
	s := Secret{&password}
	type inner struct {
		Open   Secret
		hidden Secret
		ref    *Secret
	}
	var out bytes.Buffer
	for _, log := range []*slog.Logger{
		slog.New(slog.NewTextHandler(&out, nil)), slog.New(slog.NewJSONHandler(&out, nil)),
	} {
		log.Info("start", "secret", s, "pointer", &s, "struct", inner{s, s, &s}, "list", []Secret{s}, "map", map[string]Secret{"k": s})
	}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d", "%p", "%T"} {
		fmt.Fprintf(&out, verb+"\n", s)
		fmt.Fprintf(&out, verb+"\n", inner{s, s, &s})
		fmt.Fprintf(&out, verb+"\n", []any{s, &s, map[Secret]Secret{s: s}})
	}
	fmt.Fprintln(&out, errors.Join(fmt.Errorf("login with %v", s)))
	encoder := json.NewEncoder(&out)
	if err := encoder.Encode(map[string]any{"a": s, "b": &s, "c": inner{Open: s}}); err != nil {
		t.Error(err)
	}
	for _, form := range []string{"hunter2", "68756e74657232", "aHVudGVyMg"} {
		if i := strings.Index(out.String(), form); i >= 0 {
			t.Errorf("it leaks: %s", out.String()[max(0, i-40):i+20])
		}
	}
}

func TestFromFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "db-password")
	if _, err := FromFile(name); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	for _, content := range []string{"one\n", "two\r\n", " three "} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := FromFile(name)
		if err != nil || s.Reveal() != strings.TrimRight(content, "\r\n") {
			t.Errorf("%q: %q, %v", content, s.Reveal(), err)
		}
	}
	if (Secret{}).Reveal() != "" {
		t.Error("the zero value")
	}
}
