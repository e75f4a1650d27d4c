package gradtape

import (
	"fmt"
	"math"
	"testing"
)

// loss is (w*x + b - y)² on the tape.
func loss(t *Tape, w, b *Value, x, y float64) *Value {
	diff := t.Add(t.Add(t.Mul(w, &Value{Data: x}), b), &Value{Data: -y})
	return t.Mul(diff, diff)
}

func ExampleTape() {
	w, b := &Value{}, &Value{}
	for range 200 { // fit y = 3x + 1 by gradient descent
		for _, x := range []float64{-1, 0, 1, 2} {
			var t Tape
			t.Grad(loss(&t, w, b, x, 3*x+1))
			w.Data, w.Grad = w.Data-0.1*w.Grad, 0
			b.Data, b.Grad = b.Data-0.1*b.Grad, 0
		}
	}
	fmt.Printf("y = %.2fx + %.2f\n", w.Data, b.Data)
	// Output:
	// y = 3.00x + 1.00
}

// The gradient agrees with the slope between two neighbours.
func TestGrad(t *testing.T) {
	const x, y, h = 1.5, 4.0, 1e-6
	at := func(w, b float64) float64 { return loss(new(Tape), &Value{Data: w}, &Value{Data: b}, x, y).Data }
	var tape Tape
	w, b := &Value{Data: 0.7}, &Value{Data: -0.2}
	tape.Grad(loss(&tape, w, b, x, y))
	slopeW := (at(0.7+h, -0.2) - at(0.7-h, -0.2)) / (2 * h)
	slopeB := (at(0.7, -0.2+h) - at(0.7, -0.2-h)) / (2 * h)
	if math.Abs(w.Grad-slopeW) > 1e-6 || math.Abs(b.Grad-slopeB) > 1e-6 {
		t.Errorf("gradient %v, %v; want %v, %v", w.Grad, b.Grad, slopeW, slopeB)
	}
}

// A value that is used twice collects both gradients: y = x*x + 3*x at 5.
func TestUsedTwice(t *testing.T) {
	var tape Tape
	x := &Value{Data: 5}
	tape.Grad(tape.Add(tape.Mul(x, x), tape.Mul(x, &Value{Data: 3})))
	if x.Grad != 13 {
		t.Errorf("dy/dx = %v, want 13", x.Grad)
	}
}
