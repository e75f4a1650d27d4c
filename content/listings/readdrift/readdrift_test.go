package readdrift

import (
	"context"
	"errors"
	"testing"
)

type fake func() (Bucket, error)

func (f fake) Bucket(_ context.Context, id string) (Bucket, error) {
	b, err := f()
	b.ID = id
	return b, err
}

func TestRead(t *testing.T) {
	down := errors.New("503")
	state := Bucket{"logs", "EU-West", true}
	for name, test := range map[string]struct {
		cloud Bucket
		fails error
		want  *Bucket
		err   error
	}{
		"same":    {Bucket{"", "eu-west", true}, nil, &state, nil},
		"drifted": {Bucket{"", "eu-west", false}, nil, &Bucket{"logs", "EU-West", false}, nil},
		"moved":   {Bucket{"", "us-east", true}, nil, &Bucket{"logs", "us-east", true}, nil},
		"gone":    {Bucket{}, ErrNotFound, nil, nil},
		"unknown": {Bucket{}, down, &state, down},
	} {
		t.Run(name, func(t *testing.T) {
			api := fake(func() (Bucket, error) { return test.cloud, test.fails })
			got, err := Read(t.Context(), api, state)
			if err != test.err {
				t.Errorf("error %v, want %v", err, test.err)
			}
			if (got == nil) != (test.want == nil) || got != nil && *got != *test.want {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}
