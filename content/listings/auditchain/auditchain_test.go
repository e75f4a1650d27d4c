package auditchain

import (
	"fmt"
	"slices"
	"testing"
	"time"
)

func chain() []Entry {
	at := time.Date(2027, time.March, 1, 9, 0, 0, 0, time.UTC)
	var log []Entry
	prev := ""
	for _, target := range []string{"invoice 17", "invoice 18", "user 7"} {
		e := Seal(prev, Entry{At: at, Actor: "ada", Action: "delete",
			Target: target, Source: "10.0.0.9"})
		log, prev, at = append(log, e), e.Hash, at.Add(time.Minute)
	}
	return log
}

func ExampleVerify() {
	log := chain()
	fmt.Println("untouched:", Verify(log))
	log[1].Actor = "bob"
	fmt.Println("edited:   ", Verify(log))
	log[1] = Seal(log[1].Prev, log[1])
	fmt.Println("rehashed: ", Verify(log))
	// Output:
	// untouched: -1
	// edited:    1
	// rehashed:  2
}

func TestVerify(t *testing.T) {
	for name, change := range map[string]func([]Entry) []Entry{
		"time":     func(l []Entry) []Entry { l[1].At = l[1].At.Add(time.Microsecond); return l },
		"action":   func(l []Entry) []Entry { l[1].Action = "read"; return l },
		"target":   func(l []Entry) []Entry { l[1].Target = "user 8"; return l },
		"source":   func(l []Entry) []Entry { l[1].Source = "::1"; return l },
		"link":     func(l []Entry) []Entry { l[1].Prev = "x"; return l },
		"shifted":  func(l []Entry) []Entry { l[1].Actor, l[1].Action = "adadelete", ""; return l },
		"hash":     func(l []Entry) []Entry { l[1].Hash = l[0].Hash; return l },
		"relinked": func(l []Entry) []Entry { l[1] = Seal("x", l[1]); return l },
		"removed":  func(l []Entry) []Entry { return slices.Delete(l, 1, 2) },
		"swapped":  func(l []Entry) []Entry { l[1], l[2] = l[2], l[1]; return l },
	} {
		if got := Verify(change(chain())); got != 1 {
			t.Errorf("%s: Verify = %d, want 1", name, got)
		}
	}
	l := chain()
	l[1].Actor = "bob"
	l[1] = Seal(l[1].Prev, l[1])
	l[2].Prev = l[1].Hash
	if got := Verify(l); got != 2 {
		t.Errorf("spliced: Verify = %d, want 2", got)
	}
	if got := Verify(chain()[1:]); got != 0 {
		t.Errorf("first removed: Verify = %d, want 0", got)
	}
	if got := Verify(chain()[:2]); got != -1 {
		t.Errorf("last removed: Verify = %d", got)
	}
	if l := chain(); len(l[0].Hash) != 64 || l[0].Hash == l[1].Hash {
		t.Errorf("hash %q", l[0].Hash)
	}
}
