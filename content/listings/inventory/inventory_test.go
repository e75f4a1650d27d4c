package inventory

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"testing"
)

func ExampleList() {
	var out bytes.Buffer
	if err := List(&out, []Machine{
		{"web2", "10.0.0.12", "web"},
		{"db1", "10.0.0.20", "main-db"},
		{"web1", "10.0.0.11", "web"},
	}); err != nil {
		panic(err)
	}
	var answer map[string]json.RawMessage
	if err := json.Unmarshal(out.Bytes(), &answer); err != nil {
		panic(err)
	}
	var meta struct{ HostVars map[string]json.RawMessage }
	if err := json.Unmarshal(answer["_meta"], &meta); err != nil {
		panic(err)
	}
	delete(answer, "_meta")
	for _, name := range slices.Sorted(maps.Keys(answer)) {
		fmt.Printf("%s: %s\n", name, answer[name])
	}
	for _, name := range slices.Sorted(maps.Keys(meta.HostVars)) {
		fmt.Printf("_meta.hostvars.%s: %s\n", name, meta.HostVars[name])
	}
	// Output:
	// main_db: {"hosts":["db1"]}
	// web: {"hosts":["web1","web2"]}
	// _meta.hostvars.db1: {"ansible_host":"10.0.0.20"}
	// _meta.hostvars.web1: {"ansible_host":"10.0.0.11"}
	// _meta.hostvars.web2: {"ansible_host":"10.0.0.12"}
}

// Without machines _meta is still there.
func TestEmpty(t *testing.T) {
	var out bytes.Buffer
	if err := List(&out, nil); err != nil || out.String() != `{"_meta":{"hostvars":{}}}`+"\n" {
		t.Error(err, out.String())
	}
}
