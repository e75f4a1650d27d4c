package basefiftyeight

import (
	"encoding/hex"
	"fmt"
	"testing"
)

func Example() {
	data := []byte("\x00Go\xff")
	fmt.Println("hex:   ", hex.EncodeToString(data))
	fmt.Println("Base58:", Encode(data))
	fmt.Println("check: ", CheckEncode(0, []byte("hello world")))
	// Output:
	// hex:    00476fff
	// Base58: 1QziS
	// check:  13vQB7B6MrGQZaxCqW9KER
}

// Vectors of Bitcoin Core's base58_encode_decode.json.
func TestVectors(t *testing.T) {
	for in, want := range map[string]string{
		"":                     "",
		"61":                   "2g",
		"626262":               "a3gV",
		"516b6fcd0f":           "ABnLTmg",
		"bf4f89001e670274dd":   "3SEo3LWLoPntC",
		"ecac89cad93923c02321": "EJDM8drfXA6uyA",
		"00000000000000000000": "1111111111",
		"00eb15231dfceb60925886b67d065299925915aeb172c06647": "1NS17iag9jJgTHD1VXjvLCEnZuQ3rJDE9L",
	} {
		b, err := hex.DecodeString(in)
		if err != nil {
			t.Fatal(err)
		}
		if got := Encode(b); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}
