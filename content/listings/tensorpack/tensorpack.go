// Package tensorpack converts between rows and the flat tensors of a model.
package tensorpack

import (
	"fmt"
	"math"
	"slices"
)

// region print

// Tensor is what a runtime takes: flat data and its shape.
type Tensor struct {
	Data  []float32
	Shape []int64
}

// Pack lays rows of the model's width one after the other.
func Pack(rows [][]float64, width int) (Tensor, error) {
	t := Tensor{Shape: []int64{int64(len(rows)), int64(width)}}
	for i, row := range rows {
		if len(row) != width {
			return t, fmt.Errorf(
				"row %d: %d values", i, len(row))
		}
		for j, v := range row {
			f := float32(v)
			if f-f != 0 { // NaN, or infinite as a float32
				return t, fmt.Errorf(
					"row %d: %v at %d", i, v, j)
			}
			t.Data = append(t.Data, f)
		}
	}
	return t, nil
}

// endregion print

// Labels names the largest score of each row of an output.
func Labels(scores Tensor, names []string) ([]string, error) {
	if len(scores.Shape) != 2 || scores.Shape[1] != int64(len(names)) {
		return nil, fmt.Errorf("shape %v does not fit %d labels", scores.Shape, len(names))
	}
	var labels []string
	for row := range slices.Chunk(scores.Data, len(names)) {
		best := 0
		for i, v := range row {
			if math.IsNaN(float64(v)) {
				return nil, fmt.Errorf("score of %s is NaN", names[i])
			}
			if v > row[best] {
				best = i
			}
		}
		labels = append(labels, names[best])
	}
	return labels, nil
}
