package outputcache

import (
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"
)

func ExampleCache_Do() {
	cache := New(100, time.Hour)
	ask := func(call Call) (string, error) {
		fmt.Println("asked for", call.Tenant)
		return "summary of " + call.Input, nil
	}
	call := Call{Tenant: "acme", Model: "m-2", Prompt: "v7", Input: "report"}
	for _, tenant := range []string{"acme", "acme", "globex"} {
		call.Tenant = tenant
		fmt.Println(cache.Do(call, ask))
	}
	// Output:
	// asked for acme
	// summary of report <nil>
	// summary of report <nil>
	// asked for globex
	// summary of report <nil>
}

func TestCache(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		cache, asked := New(2, time.Hour), ""
		do := func(inputs string) {
			for _, r := range inputs {
				output, err := cache.Do(Call{Input: string(r)}, func(call Call) (string, error) {
					asked += call.Input
					return call.Input, nil
				})
				if err != nil || output != string(r) {
					t.Fatalf("%c gave %q, %v", r, output, err)
				}
			}
		}
		do("aabac") // c pushes b out, since a was used last
		do("a")
		do("b")
		if asked != "abcb" {
			t.Errorf("asked %q, want %q", asked, "abcb")
		}
		time.Sleep(time.Hour)
		do("b")
		if asked != "abcbb" || cache.recent.Len() != 2 || len(cache.byKey) != 2 {
			t.Errorf("asked %q, %d kept", asked, len(cache.byKey))
		}
	})
}

func TestFailureIsNotKept(t *testing.T) {
	cache, down := New(2, time.Hour), errors.New("503")
	for range 2 {
		if _, err := cache.Do(Call{}, func(Call) (string, error) { return "", down }); err != down {
			t.Errorf("got %v", err)
		}
	}
	if output, err := cache.Do(Call{}, func(Call) (string, error) { return "ok", nil }); output != "ok" || err != nil {
		t.Errorf("got %q, %v", output, err)
	}
}

// Two different calls never share a key, even if their texts run together alike.
func TestKeys(t *testing.T) {
	cache := New(10, time.Hour)
	for i, call := range []Call{
		{Prompt: "ab", Input: "c"}, {Prompt: "a", Input: "bc"}, {Tenant: "x", Prompt: "ab", Input: "c"},
		{Model: "x", Prompt: "ab", Input: "c"}, {Prompt: "ab", Input: "c", Temperature: 0.1},
	} {
		want := fmt.Sprint(i)
		if got, err := cache.Do(call, func(Call) (string, error) { return want, nil }); got != want || err != nil {
			t.Errorf("%+v: got %q, %v", call, got, err)
		}
	}
}
