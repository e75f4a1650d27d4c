package keylanes

import (
	"fmt"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func ExampleDispatch() {
	in := make(chan Message)
	go func() {
		defer close(in)
		for _, body := range []string{"placed", "paid", "shipped"} {
			for _, key := range []string{"o-17", "o-18", "o-19"} {
				in <- Message{key, body}
			}
		}
	}()
	var mu sync.Mutex
	got := map[string][]string{}
	Dispatch(in, 4, func(m Message) {
		mu.Lock()
		defer mu.Unlock()
		got[m.Key] = append(got[m.Key], m.Body)
	})
	for _, key := range []string{"o-17", "o-18", "o-19"} {
		fmt.Println(key, got[key])
	}
	// Output:
	// o-17 [placed paid shipped]
	// o-18 [placed paid shipped]
	// o-19 [placed paid shipped]
}

// Handlers that are slow in turns neither mix up a key nor wait for one another.
func TestParallel(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const keys, each, lanes = 200, 5, 8
		in := make(chan Message, keys*each)
		for i := range keys * each {
			in <- Message{fmt.Sprint(i % keys), fmt.Sprint(i / keys)}
		}
		close(in)
		var mu sync.Mutex
		got := map[string][]string{}
		start := time.Now()
		Dispatch(in, lanes, func(m Message) {
			if m.Body == "0" {
				time.Sleep(2 * time.Second)
			} else {
				time.Sleep(time.Second)
			}
			mu.Lock()
			defer mu.Unlock()
			got[m.Key] = append(got[m.Key], m.Body)
		})
		if len(got) != keys {
			t.Errorf("%d keys", len(got))
		}
		for key, bodies := range got {
			if !slices.Equal(bodies, []string{"0", "1", "2", "3", "4"}) {
				t.Errorf("key %s: %v", key, bodies)
			}
		}
		if took, alone := time.Since(start), keys*(each+1)*time.Second; took > alone/2 {
			t.Errorf("took %v of %v", took, alone)
		}
	})
}
