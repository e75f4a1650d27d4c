package upcast

import (
	"encoding/json"
	"fmt"
	"testing"
)

func ExampleDecode() {
	for _, stored := range []string{
		`{"Version": 1, "Data": {"Euros": 12}}`,
		`{"Version": 2, "Data": {"Cents": 1250}}`,
		`{"Version": 3, "Data": {"Cents": 990, "Currency": "CHF", "Gift": true}}`,
		`{"Version": 4, "Data": {}}`,
	} {
		var e Envelope
		if err := json.Unmarshal([]byte(stored), &e); err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(Decode(e))
	}
	// Output:
	// {1200 EUR} <nil>
	// {1250 EUR} <nil>
	// {990 CHF} <nil>
	// {0 } Placed: version 4
}

func TestMalformed(t *testing.T) {
	for version := 1; version <= 3; version++ {
		if _, err := Decode(Envelope{Version: version, Data: []byte(`{`)}); err == nil {
			t.Errorf("version %d: no error", version)
		}
	}
}
