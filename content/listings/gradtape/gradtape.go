// Package gradtape differentiates arithmetic by recording it on a tape.
package gradtape

import "slices"

// region print

// Value is a number and its gradient; back passes that on.
type Value struct {
	Data, Grad float64
	back       func()
}

// Tape records every operation in the order of execution.
type Tape []*Value

func (t *Tape) Mul(a, b *Value) *Value {
	v := &Value{Data: a.Data * b.Data}
	v.back = func() { // the product rule
		a.Grad += b.Data * v.Grad
		b.Grad += a.Data * v.Grad
	}
	*t = append(*t, v)
	return v
}

// Grad fills in dy/dv for every v that y was computed from.
func (t *Tape) Grad(y *Value) {
	y.Grad = 1
	for _, v := range slices.Backward(*t) {
		v.back()
	}
}

// endregion print

func (t *Tape) Add(a, b *Value) *Value {
	v := &Value{Data: a.Data + b.Data}
	v.back = func() { a.Grad += v.Grad; b.Grad += v.Grad }
	*t = append(*t, v)
	return v
}
