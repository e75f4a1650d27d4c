// Package ahead shows how far a sender runs ahead of its receiver.
package ahead

// region print

// Lead is how many values were sent and not yet received.
type Lead struct {
	Room, Most int
}

// Measure sends values through a channel with room places,
// and takes one only when no more of them can be sent.
func Measure(room, values int) Lead {
	lead := Lead{Room: room}
	places := make(chan int, room)
	received := 0
	for sent := 0; sent < values; {
		select {
		case places <- sent:
			sent++
			lead.Most = max(lead.Most, sent-received)
		default:
			if room == 0 {
				return lead // it would wait for ever
			}
			<-places
			received++
		}
	}
	return lead
}

// endregion print
