package tokensource

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestToken(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, mode os.FileMode) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte("from file\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		return path
	}
	private := write("private", 0o600)
	for _, c := range []struct{ env, path, want string }{
		{"from env", private, "from env"},
		{"", private, "from file"},
		{"", filepath.Join(dir, "missing"), "from prompt"},
		{"", write("group", 0o640), ""},
		{"", write("world", 0o604), ""},
	} {
		asked := false
		got, err := Token(
			func(key string) string { return map[string]string{"APP_TOKEN": c.env}[key] }, c.path,
			func() ([]byte, error) { asked = true; return []byte("from prompt"), nil },
		)
		if got != c.want || (err != nil) != (c.want == "") {
			t.Errorf("%+v: got %q, %v", c, got, err)
		}
		if asked != (c.want == "from prompt") {
			t.Errorf("%+v: asked is %v", c, asked)
		}
	}
	noTerminal := errors.New("no terminal")
	_, err := Token(func(string) string { return "" }, filepath.Join(dir, "missing"),
		func() ([]byte, error) { return nil, noTerminal })
	if err != noTerminal {
		t.Errorf("got %v", err)
	}
}
