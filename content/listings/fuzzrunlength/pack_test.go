package fuzzrunlength

import (
	"bytes"
	"testing"
)

// region print

func FuzzPack(f *testing.F) {
	f.Add([]byte("aaab")) // the seeds run with every go test
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		packed := Pack(data)
		back, err := Unpack(packed)
		if err != nil || !bytes.Equal(back, data) {
			t.Errorf("%d bytes come back as %d: %v",
				len(data), len(back), err)
		}
		if len(packed) > 2*len(data) {
			t.Errorf("%d bytes packed into %d",
				len(data), len(packed))
		}
	})
}

func FuzzUnpack(f *testing.F) {
	f.Add([]byte("\x03a\x01b"))
	f.Fuzz(func(t *testing.T, packed []byte) {
		_, err := Unpack(packed) // anybody's bytes: no panic
		if len(packed)%2 == 1 && err == nil {
			t.Error("half a run is accepted")
		}
	})
}

// endregion print

func init() {
	if bug {
		limit = 300
	}
}

// The file in testdata is what go test -fuzz=FuzzPack wrote while the bug was in.
func ExamplePack() {
	rerun("-test.run=^FuzzPack$")

	// Output:
	// --- FAIL: FuzzPack (0.00s)
	//     --- FAIL: FuzzPack/d55c163533320e51 (0.00s)
	//         pack_test.go:17: 256 bytes come back as 0: <nil>
	// FAIL
}

func TestUnpackErrors(t *testing.T) {
	for _, packed := range []string{"\x01", "\x01a\x02"} {
		if got, err := Unpack([]byte(packed)); err == nil {
			t.Errorf("%q gives %q", packed, got)
		}
	}
}
