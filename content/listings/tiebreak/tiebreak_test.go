package tiebreak

import (
	"cmp"
	"fmt"
	"slices"
	"testing"
	"time"
)

func ExamplePack() {
	noon := time.Date(2027, time.March, 1, 12, 0, 0, 0, time.UTC)
	board := map[string]float64{}
	add := func(name string, points int64, at time.Time) {
		score, err := Pack(points, at)
		if err != nil {
			fmt.Println(err)
			return
		}
		board[name] = score
	}
	add("ada", 90, noon.Add(time.Second))
	add("bob", 90, noon)
	add("cid", 120, noon.Add(time.Hour))
	names := []string{"ada", "bob", "cid"}
	slices.SortFunc(names, func(a, b string) int { // as ZRANGE with REV
		return cmp.Compare(board[b], board[a])
	})
	for rank, name := range names {
		points, at := Unpack(board[name])
		fmt.Println(rank+1, name, points, at.Format(time.TimeOnly))
	}
	// Output:
	// 1 cid 120 13:00:00
	// 2 bob 90 12:00:00
	// 3 ada 90 12:00:01
}

func TestRange(t *testing.T) {
	end := time.Unix(lastTime, 0)
	for _, points := range []int64{0, 1, maxPoints - 1, maxPoints} {
		for _, at := range []time.Time{time.Unix(0, 0), time.Unix(1, 0), end} {
			score, err := Pack(points, at)
			p, when := Unpack(score)
			if err != nil || p != points || !when.Equal(at) {
				t.Errorf("%d at %v: %v, back %d, %v", points, at, err, p, when)
			}
		}
	}
	a, _ := Pack(maxPoints, end)
	b, _ := Pack(maxPoints, end.Add(-time.Second))
	if b <= a {
		t.Error("the last bit is lost")
	}
	for _, points := range []int64{-1, maxPoints + 1} {
		if _, err := Pack(points, end); err == nil {
			t.Errorf("packed %d", points)
		}
	}
	if _, err := Pack(1, end.Add(time.Second)); err == nil {
		t.Error("packed a time in 2106")
	}
	if _, err := Pack(1, time.Unix(-1, 0)); err == nil {
		t.Error("packed a time before 1970")
	}
}
