// Package optionalmethod extends an interface without breaking it.
package optionalmethod

// region print

// Store was published in v1.0. It can gain no method: every
// type outside that implements it would stop compiling.
type Store interface {
	Get(key string) (string, error)
}

// BatchStore came in v1.1, for stores that have a faster way.
type BatchStore interface {
	Store
	GetAll(keys []string) ([]string, error)
}

// GetAll works with every Store.
func GetAll(s Store, keys []string) ([]string, error) {
	if b, ok := s.(BatchStore); ok {
		return b.GetAll(keys)
	}
	values := make([]string, len(keys))
	for i, key := range keys {
		var err error
		if values[i], err = s.Get(key); err != nil {
			return nil, err
		}
	}
	return values, nil
}

// endregion print
