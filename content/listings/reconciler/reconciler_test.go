package reconciler

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

type memory struct {
	specs map[string]int
	pods  []string
	fail  string // the pod that cannot be created
	calls []string
}

func (m *memory) Replicas(_ context.Context, site string) (int, error) {
	n, ok := m.specs[site]
	if !ok {
		return 0, ErrNotFound
	}
	if n < 0 {
		return 0, errors.New("server is down")
	}
	return n, nil
}

func (m *memory) Pods(_ context.Context, site string) ([]string, error) {
	var own []string
	for _, pod := range m.pods {
		if strings.HasPrefix(pod, site+"-") {
			own = append(own, pod)
		}
	}
	return own, nil
}

func (m *memory) Create(_ context.Context, pod string) error {
	m.calls = append(m.calls, "create "+pod)
	if pod == m.fail {
		return errors.New("quota")
	}
	m.pods = append(m.pods, pod)
	return nil
}

func (m *memory) Delete(_ context.Context, pod string) error {
	m.calls = append(m.calls, "delete "+pod)
	m.pods = slices.DeleteFunc(m.pods, func(p string) bool { return p == pod })
	return nil
}

func ExampleController_Reconcile() {
	c := &memory{specs: map[string]int{"shop": 3}, pods: []string{"shop-1", "blog-0"}}
	run := func(when string) {
		c.calls = nil
		err := (&Controller{c}).Reconcile(context.Background(), "shop")
		fmt.Println(when, c.calls, err)
	}
	c.fail = "shop-2"
	run("first:")
	c.fail = ""
	run("again:")
	run("once more:")
	c.specs["shop"] = 1
	run("scaled:")
	delete(c.specs, "shop")
	run("deleted:")
	fmt.Println(c.pods)
	// Output:
	// first: [create shop-0 create shop-2] quota
	// again: [create shop-2] <nil>
	// once more: [] <nil>
	// scaled: [delete shop-1 delete shop-2] <nil>
	// deleted: [delete shop-0] <nil>
	// [blog-0]
}

func TestUnknownSpecDeletesNothing(t *testing.T) {
	c := &memory{specs: map[string]int{"shop": -1}, pods: []string{"shop-0"}}
	if err := (&Controller{c}).Reconcile(t.Context(), "shop"); err == nil || len(c.calls) > 0 {
		t.Error(err, c.calls)
	}
}
