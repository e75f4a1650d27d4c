package quorum

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

type value struct {
	version int
	text    string
}

type node struct {
	mu    sync.Mutex
	delay time.Duration
	down  bool
	value value
}

var errDown = errors.New("refused")

func (n *node) get(ctx context.Context) (value, error) {
	select {
	case <-time.After(n.delay):
	case <-ctx.Done():
		return value{}, ctx.Err()
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.down {
		return value{}, errDown
	}
	return n.value, nil
}

func (n *node) put(ctx context.Context, v value) error {
	old, err := n.get(ctx)
	if err != nil {
		return err
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if v.version > old.version {
		n.value = v
	}
	return nil
}

func read(ctx context.Context, nodes []*node, r int) (value, error) {
	values, err := Ask(ctx, nodes, r, func(ctx context.Context, n *node) (value, error) { return n.get(ctx) })
	if err != nil {
		return value{}, err
	}
	return slices.MaxFunc(values, func(a, b value) int { return cmp.Compare(a.version, b.version) }), nil
}

var late sync.WaitGroup // the writes that nobody waited for

func write(ctx context.Context, nodes []*node, w int, v value) error {
	late.Add(len(nodes))
	_, err := Ask(ctx, nodes, w, func(ctx context.Context, n *node) (struct{}, error) {
		defer late.Done()
		return struct{}{}, n.put(ctx, v)
	})
	return err
}

func ExampleAsk() {
	nodes := []*node{{}, {}, {down: true}} // N = 3
	ctx := context.Background()
	fmt.Println("write:", write(ctx, nodes, 2, value{1, "blue"}))

	late.Wait()
	nodes[0].down, nodes[2].down = true, false
	v, err := read(ctx, nodes, 2) // meets the write in one node
	fmt.Println("read:", v.text, err)

	nodes[1] = &node{down: true}
	err = write(ctx, nodes, 2, value{2, "red"})
	fmt.Println("no quorum:", errors.Is(err, ErrNoQuorum))
	late.Wait()
	v, err = read(ctx, nodes, 1)
	fmt.Println("read one:", v.text, err)
	// Output:
	// write: <nil>
	// read: blue <nil>
	// no quorum: true
	// read one: red <nil>
}

func TestTimes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		nodes := []*node{{delay: 1 * time.Second}, {delay: 3 * time.Second}, {delay: time.Hour}}
		nodes[1].value = value{4, "new"}
		nodes[2].value = value{5, "newest, and too slow"}
		start := time.Now()
		v, err := read(t.Context(), nodes, 2)
		if took := time.Since(start); v.text != "new" || err != nil || took != 3*time.Second {
			t.Errorf("%q, %v after %v", v.text, err, took)
		}

		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
		defer cancel()
		_, err = read(ctx, nodes, 2)
		if !errors.Is(err, context.DeadlineExceeded) || !errors.Is(err, ErrNoQuorum) {
			t.Errorf("after the deadline: %v", err)
		}

		// Two of three refuse: the third can no longer help, so nobody waits for it.
		nodes[0].down, nodes[1].down = true, true
		start = time.Now()
		_, err = read(t.Context(), nodes, 2)
		if took := time.Since(start); !errors.Is(err, errDown) || took != 3*time.Second {
			t.Errorf("%v after %v", err, took)
		}
		time.Sleep(time.Hour)
	})
}

func TestTooMany(t *testing.T) {
	if _, err := read(t.Context(), []*node{{}}, 2); !errors.Is(err, ErrNoQuorum) {
		t.Error(err)
	}
}

// After the end of the context even replies that are there do not count.
func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for range 100 {
		values, err := Ask(ctx, []int{1, 2, 3}, 1, func(_ context.Context, n int) (int, error) { return n, nil })
		if !errors.Is(err, context.Canceled) {
			t.Fatalf("%v, %v", values, err)
		}
	}
}
