package childplugin

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
)

type shouter struct{}

func (shouter) Run(text string, reply *string) error {
	switch text {
	case "":
		return errors.New("nothing to shout")
	case "crash":
		os.Exit(3)
	}
	*reply = strings.ToUpper(text)
	return nil
}

// TestMain makes the test binary its own plugin.
func TestMain(m *testing.M) {
	if os.Getenv("HANDBOOK_PLUGIN") == "" {
		os.Exit(m.Run())
	}
	if err := Serve(shouter{}); err != nil {
		os.Exit(1)
	}
}

func command() *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "HANDBOOK_PLUGIN=1", "GORACE=atexit_sleep_ms=0")
	return cmd
}

func ExampleStart() {
	cmd := command()
	plugin, err := Start(cmd)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, text := range []string{"hello", "", "crash", "again"} {
		var reply string
		err := plugin.Call("Plugin.Run", text, &reply)
		fmt.Printf("%q: %q, %v\n", text, reply, err)
	}
	plugin.Close()
	fmt.Println(cmd.Wait())
	// Output:
	// "hello": "HELLO", <nil>
	// "": "", nothing to shout
	// "crash": "", unexpected EOF
	// "again": "", connection is shut down
	// exit status 3
}

func TestClose(t *testing.T) {
	cmd := command()
	plugin, err := Start(cmd)
	if err != nil {
		t.Fatal(err)
	}
	var reply string
	if err := plugin.Call("Plugin.Run", "ok", &reply); err != nil || reply != "OK" {
		t.Errorf("%q, %v", reply, err)
	}
	if err := plugin.Close(); err != nil {
		t.Error(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("after Close: %v", err)
	}
	if _, err := Start(exec.Command("/no/such/plugin")); err == nil {
		t.Error("started a missing plugin")
	}
	if err := Serve(struct{}{}); err == nil {
		t.Error("served a type without methods")
	}
	cmd = command()
	cmd.Stdin = strings.NewReader("")
	if _, err := Start(cmd); err == nil {
		t.Error("stdin was set before")
	}
	cmd = command()
	cmd.Stdout = io.Discard
	if _, err := Start(cmd); err == nil {
		t.Error("stdout was set before")
	}
}
