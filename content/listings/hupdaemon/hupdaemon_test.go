package hupdaemon

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"slices"
	"syscall"
	"testing"
	"testing/synctest"
	"time"
)

func TestLoop(t *testing.T) {
	old := slog.Default()
	defer slog.SetDefault(old)
	slog.SetDefault(slog.New(slog.DiscardHandler))
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		ctx, cancel := context.WithCancel(t.Context())
		hup := make(chan os.Signal, 1)
		config, loadErr := Config{10 * time.Second, "a"}, error(nil)
		var got []string
		done := make(chan error)
		go func() {
			done <- Loop(ctx, hup, func() (Config, error) { return config, loadErr }, func(c Config) {
				got = append(got, fmt.Sprint(c.Name, time.Since(start).Seconds()))
			})
		}()
		time.Sleep(25 * time.Second)
		synctest.Wait()
		config, loadErr = Config{}, errors.New("line 3: bad")
		hup <- syscall.SIGHUP
		time.Sleep(10 * time.Second)
		synctest.Wait()
		config, loadErr = Config{4 * time.Second, "b"}, nil
		hup <- syscall.SIGHUP
		time.Sleep(9 * time.Second)
		synctest.Wait()
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
		if want := []string{"a10", "a20", "a30", "b39", "b43"}; !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
	})
	failure := errors.New("no file")
	err := Loop(t.Context(), nil, func() (Config, error) { return Config{}, failure }, nil)
	if err != failure {
		t.Errorf("start: got %v", err)
	}
}
