// Package failmodes shows which failures end a test.
package failmodes

import (
	"encoding/json"
	"testing"
)

// region print

func TestLoad(t *testing.T) {
	t.Cleanup(func() { t.Log("clean-up runs") })
	got, err := Load(`{"name":"api","hosts":["a","b"]}`)
	if err != nil {
		t.Fatalf("Load: %v", err) // got is worthless
	}
	if got.Name != "api" {
		t.Errorf("Name = %q, want %q", got.Name, "api")
	}
	if got.Port != 80 {
		t.Errorf("Port = %d, want 80", got.Port)
	}
	if len(got.Hosts) != 2 {
		t.Fatalf("%d hosts, want 2", len(got.Hosts))
	}
	if got.Hosts[1] != "b" { // would panic without Fatalf
		t.Errorf("Hosts[1] = %q, want b", got.Hosts[1])
	}
}

// endregion print

type Config struct {
	Name  string
	Port  int
	Hosts []string
}

// Load reads a configuration; the port is 80 by default.
func Load(text string) (Config, error) {
	c := Config{Port: 80}
	if bug {
		return Config{Hosts: []string{"a"}}, nil
	}
	return c, json.Unmarshal([]byte(text), &c)
}

func ExampleLoad() {
	rerun("-test.run=^TestLoad$")

	// Output:
	// --- FAIL: TestLoad (0.00s)
	//     load_test.go:18: Name = "", want "api"
	//     load_test.go:21: Port = 0, want 80
	//     load_test.go:24: 1 hosts, want 2
	//     load_test.go:12: clean-up runs
	// FAIL
}

func TestDefault(t *testing.T) {
	if got, err := Load(`{"port":8080}`); err != nil || got.Port != 8080 {
		t.Errorf("got %+v, %v", got, err)
	}
	if _, err := Load(`{`); err == nil {
		t.Error("broken JSON is accepted")
	}
}
