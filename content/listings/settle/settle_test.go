package settle

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
)

// broker holds messages until they are settled.
type broker struct {
	ready, dead []string
	unsettled   []string
}

type delivery struct {
	b    *broker
	body string
}

func (b *broker) next() delivery {
	d := delivery{b, b.ready[0]}
	b.ready = b.ready[1:]
	b.unsettled = append(b.unsettled, d.body)
	return d
}

// disconnect returns to the queue what its consumer never answered.
func (b *broker) disconnect() {
	b.ready = append(b.unsettled, b.ready...)
	b.unsettled = nil
}

func (d delivery) settled() error {
	i := slices.Index(d.b.unsettled, d.body)
	if i < 0 {
		return errors.New("settled twice")
	}
	d.b.unsettled = slices.Delete(d.b.unsettled, i, i+1)
	return nil
}

func (d delivery) Ack(bool) error { return d.settled() }

func (d delivery) Nack(_, requeue bool) error {
	if requeue {
		d.b.ready = append([]string{d.body}, d.b.ready...)
	} else {
		d.b.dead = append(d.b.dead, d.body)
	}
	return d.settled()
}

func ExampleSettle() {
	b := &broker{ready: []string{"paid", "timeout", "malformed", "killed"}}
	deliveries := map[string]int{}
	consume := func() {
		defer func() {
			if recover() != nil {
				b.disconnect()
			}
		}()
		for len(b.ready) > 0 {
			d := b.next()
			_ = Settle(context.Background(), d, func(context.Context) error {
				deliveries[d.body]++
				switch again := deliveries[d.body] > 1; {
				case d.body == "malformed":
					return ErrPermanent
				case d.body == "timeout" && !again:
					return context.DeadlineExceeded
				case d.body == "killed" && !again:
					panic("the process dies")
				}
				return nil
			})
		}
	}
	consume()
	consume()
	fmt.Println(deliveries)
	fmt.Println("dead:", b.dead, "left:", b.ready, b.unsettled)
	// Output:
	// map[killed:2 malformed:1 paid:1 timeout:2]
	// dead: [malformed] left: [] []
}

func TestErrors(t *testing.T) {
	b := &broker{}
	gone := delivery{b, "from a closed channel"}
	work := errors.New("work failed")
	err := Settle(t.Context(), gone, func(context.Context) error { return work })
	if !errors.Is(err, work) || err.Error() == work.Error() {
		t.Errorf("got %v, want both errors", err)
	}
	if Settle(t.Context(), gone, func(context.Context) error { return nil }) == nil {
		t.Error("a failed ack was not reported")
	}
}
