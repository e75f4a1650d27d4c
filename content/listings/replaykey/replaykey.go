// Package replaykey answers a repeated request with the first response.
package replaykey

import (
	"crypto/sha256"
	"errors"
	"sync"
)

// region print

var ErrReused = errors.New("key belongs to another request")

type row struct {
	request [sha256.Size]byte
	run     func() ([]byte, error)
}

// Keys stands for a table whose key is unique.
type Keys struct{ rows sync.Map }

// Once runs do for the first request with a key. Later ones
// wait for that response and get it too.
func (k *Keys) Once(
	key string, request []byte, do func() ([]byte, error),
) (response []byte, err error) {
	sum := sha256.Sum256(request)
	v, _ := k.rows.LoadOrStore(key, // INSERT
		&row{sum, sync.OnceValues(do)})
	r := v.(*row)
	if r.request != sum {
		return nil, ErrReused // 422
	}
	err = errors.New("panic")
	defer func() {
		if err != nil { // ROLLBACK: the key goes as well
			k.rows.CompareAndDelete(key, r)
		}
	}()
	return r.run()
}

// endregion print
