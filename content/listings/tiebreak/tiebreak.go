// Package tiebreak puts points and a time into one sorted-set score.
package tiebreak

import (
	"fmt"
	"time"
)

// region print

const (
	timeBits  = 32                   // Unix seconds, until 2106
	maxPoints = 1<<(53-timeBits) - 1 // 2,097,151
	lastTime  = 1<<timeBits - 1
)

// Pack returns a score that sorts by points and, among equals,
// puts the earlier first. A float64 holds 53 bits exactly.
func Pack(points int64, at time.Time) (float64, error) {
	sec := at.Unix()
	if points < 0 || points > maxPoints ||
		sec < 0 || sec > lastTime {
		return 0, fmt.Errorf("%d/%d out of range", points, sec)
	}
	return float64(points<<timeBits | (lastTime - sec)), nil
}

// Unpack returns what Pack was given, to the second.
func Unpack(score float64) (points int64, at time.Time) {
	n := int64(score)
	at = time.Unix(lastTime-(n&lastTime), 0).UTC()
	return n >> timeBits, at
}

// endregion print
