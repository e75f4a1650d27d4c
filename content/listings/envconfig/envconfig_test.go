package envconfig

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"
	"testing/fstest"
	"time"
)

func env(vars map[string]string) func(string) (string, bool) {
	return func(name string) (string, bool) {
		v, ok := vars[name]
		return v, ok
	}
}

func ExampleLoad() {
	secrets := fstest.MapFS{"db-password": {Data: []byte("s3cret\n")}}
	c, err := Load(env(map[string]string{"TIMEOUT": "500ms"}), secrets)
	fmt.Println(c.Addr, c.Timeout, len(c.Password), err)

	_, err = Load(env(map[string]string{"TIMEOUT": "5"}), fstest.MapFS{})
	fmt.Println(err)
	// Output:
	// :8080 500ms 6 <nil>
	// TIMEOUT: time: missing unit in duration "5"
	// secret: open db-password: file does not exist
}

func TestLoad(t *testing.T) {
	c, err := Load(env(map[string]string{"ADDR": "", "PASSWORD": "x"}), fstest.MapFS{})
	if c.Addr != "" {
		t.Errorf("a variable that is set to nothing: addr = %q", c.Addr)
	}
	if c.Timeout != 2*time.Second || c.Password != "" || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %+v, %v", c, err)
	}
}
