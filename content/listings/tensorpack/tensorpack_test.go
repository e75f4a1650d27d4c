package tensorpack

import (
	"fmt"
	"math"
	"slices"
	"testing"
)

func ExamplePack() {
	fmt.Println(Pack([][]float64{{5.1, 3.5}, {6.2, 2.9}}, 2))
	for _, rows := range [][][]float64{
		{{5.1, 3.5}, {6.2}},
		{{5.1, math.NaN()}},
		{{1e300, 3.5}}, // too large for a float32
	} {
		_, err := Pack(rows, 2)
		fmt.Println(err)
	}
	// Output:
	// {[5.1 3.5 6.2 2.9] [2 2]} <nil>
	// row 1: 1 values
	// row 0: NaN at 1
	// row 0: 1e+300 at 0
}

func TestLabels(t *testing.T) {
	names := []string{"ham", "spam"}
	got, err := Labels(Tensor{[]float32{2, -1, 0.1, 0.2}, []int64{2, 2}}, names)
	if err != nil || !slices.Equal(got, []string{"ham", "spam"}) {
		t.Errorf("got %v, %v", got, err)
	}
	nan := float32(math.NaN())
	for _, bad := range []Tensor{{}, {[]float32{1, 2, 3}, []int64{1, 3}}, {[]float32{1, nan}, []int64{1, 2}}} {
		if got, err := Labels(bad, names); err == nil {
			t.Errorf("Labels(%v) = %v", bad, got)
		}
	}
}
