// Package depinject hands a service what it depends on.
package depinject

import (
	"context"
	"errors"
	"log/slog"
	"time"
)

// Repo stores until when a licence is valid.
type Repo interface {
	Extend(ctx context.Context, id string, until time.Time) error
}

// region print

type Service struct {
	repo Repo // required: a parameter of NewService
	now  func() time.Time
	log  *slog.Logger
}

// An Option changes a dependency that has a sensible default.
type Option func(*Service)

func WithClock(now func() time.Time) Option {
	return func(s *Service) { s.now = now }
}

func WithLogger(log *slog.Logger) Option {
	return func(s *Service) { s.log = log }
}

func NewService(repo Repo, opts ...Option) (*Service, error) {
	if repo == nil {
		return nil, errors.New("service without a repo")
	}
	s := &Service{repo, time.Now, slog.New(slog.DiscardHandler)}
	for _, opt := range opts {
		opt(s)
	}
	return s, nil
}

// endregion print

// Renew extends a licence by a year from now.
func (s *Service) Renew(ctx context.Context, id string) error {
	until := s.now().AddDate(1, 0, 0)
	if err := s.repo.Extend(ctx, id, until); err != nil {
		return err
	}
	s.log.InfoContext(ctx, "renewed", "id", id, "until", until.Format(time.DateOnly))
	return nil
}
