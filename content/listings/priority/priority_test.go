package priority

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
)

func queue(jobs ...string) chan string {
	c := make(chan string, len(jobs)+1)
	for _, job := range jobs {
		c <- job
	}
	return c
}

func ExampleWork() {
	urgent, normal := queue("page", "alert"), queue("mail", "report", "backup")
	ctx, cancel := context.WithCancelCause(context.Background())
	err := Work(ctx, urgent, normal, func(job string) {
		fmt.Println(job)
		switch job {
		case "mail":
			urgent <- "alarm" // arrives while a normal job runs
		case "backup":
			cancel(errors.New("end of shift"))
		}
	})
	fmt.Println(err)
	// Output:
	// page
	// alert
	// mail
	// alarm
	// report
	// backup
	// end of shift
}

func TestWork(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		urgent, normal := make(chan string, 50), make(chan string, 50)
		var got, want []string
		for n := range 50 {
			urgent <- fmt.Sprint("urgent ", n)
			normal <- fmt.Sprint("normal ", n)
			want = append(want, fmt.Sprint("urgent ", n))
		}
		for n := range 50 {
			want = append(want, fmt.Sprint("normal ", n))
		}
		want = append(want, "late")
		ctx, cancel := context.WithCancel(context.Background())
		done := make(chan error)
		go func() {
			done <- Work(ctx, urgent, normal, func(job string) { got = append(got, job) })
		}()
		synctest.Wait()
		urgent <- "late" // wakes the worker from its second select
		synctest.Wait()
		cancel()
		if err := <-done; err != context.Canceled {
			t.Error(err)
		}
		if !slices.Equal(got, want) {
			t.Errorf("got %v", got)
		}
	})
}
