// Package tfidf weighs the terms of documents for search.
package tfidf

import "math"

// region print

// Vector holds the weights of a document; a missing term is 0.
type Vector map[string]float64

// Weigh turns each document's terms into TF-IDF weights.
func Weigh(docs [][]string) []Vector {
	n := float64(len(docs))
	counts := make([]Vector, len(docs))
	df := map[string]int{} // documents that hold the term
	for i, doc := range docs {
		counts[i] = Vector{}
		for _, term := range doc {
			if counts[i][term] == 0 {
				df[term]++
			}
			counts[i][term]++
		}
	}
	for i, weights := range counts {
		for term, count := range weights {
			tf := count / float64(len(docs[i]))
			idf := math.Log(n / float64(df[term]))
			weights[term] = tf * idf
		}
	}
	return counts
}

// endregion print
