package inventory

import (
	"bytes"
	"encoding/json"
	"os"
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
	var pretty bytes.Buffer
	_ = json.Indent(&pretty, out.Bytes(), "", " ")
	_, _ = pretty.WriteTo(os.Stdout)
	// Output:
	// {
	//  "_meta": {
	//   "hostvars": {
	//    "db1": {
	//     "ansible_host": "10.0.0.20"
	//    },
	//    "web1": {
	//     "ansible_host": "10.0.0.11"
	//    },
	//    "web2": {
	//     "ansible_host": "10.0.0.12"
	//    }
	//   }
	//  },
	//  "main_db": {
	//   "hosts": [
	//    "db1"
	//   ]
	//  },
	//  "web": {
	//   "hosts": [
	//    "web1",
	//    "web2"
	//   ]
	//  }
	// }
}

// Without machines _meta is still there.
func TestEmpty(t *testing.T) {
	var out bytes.Buffer
	if err := List(&out, nil); err != nil || out.String() != `{"_meta":{"hostvars":{}}}`+"\n" {
		t.Error(err, out.String())
	}
}
