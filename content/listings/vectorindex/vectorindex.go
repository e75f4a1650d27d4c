// Package vectorindex searches embeddings by brute force.
package vectorindex

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

type Hit struct {
	Text  string
	Score float64
}

// region print

// Index holds chunks whose vectors one model made, each of
// length 1, so that the dot product is the cosine.
type Index struct {
	Model   string
	Texts   []string
	Vectors [][]float32
}

// Search returns the k chunks nearest to a query of length 1.
func (x *Index) Search(
	model string, query []float32, k int,
) ([]Hit, error) {
	if model != x.Model {
		return nil, fmt.Errorf("vectors are by %s", x.Model)
	}
	hits := make([]Hit, len(x.Texts))
	for i, v := range x.Vectors {
		hits[i].Text = x.Texts[i]
		for d, q := range query {
			hits[i].Score += float64(q) * float64(v[d])
		}
	}
	slices.SortFunc(hits, func(a, b Hit) int {
		return cmp.Compare(b.Score, a.Score)
	})
	return hits[:min(k, len(hits))], nil
}

// endregion print

// Add stores a chunk with its vector scaled to length 1.
func (x *Index) Add(text string, vector []float32) {
	x.Texts = append(x.Texts, text)
	x.Vectors = append(x.Vectors, unit(vector))
}

func unit(v []float32) []float32 {
	var sum float64
	for _, c := range v {
		sum += float64(c) * float64(c)
	}
	u := slices.Clone(v)
	for i := range u {
		u[i] = float32(float64(u[i]) / math.Sqrt(sum))
	}
	return u
}
