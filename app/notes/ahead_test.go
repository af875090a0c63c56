package notes

import (
	"context"
	"errors"
	"slices"
	"sync/atomic"
	"testing"
)

func TestPortionsAreReadAheadByTwoAndUsedInTheirOrder(t *testing.T) {
	var read atomic.Int32
	third := make(chan struct{})
	var used []int
	err := ahead(t.Context(), []int{1, 2, 3, 4, 5, 6}, func(_ context.Context, n int) (int, error) {
		if read.Add(1); n == 3 {
			close(third)
		}
		return 10 * n, nil
	}, func(n int) error {
		if len(used) == 0 {
			<-third // while the first is used
		}
		used = append(used, n)
		if most := len(used) + 2; int(read.Load()) > most {
			t.Errorf("%d are read when %d are used", read.Load(), len(used))
		}
		return nil
	})
	if want := []int{10, 20, 30, 40, 50, 60}; err != nil || !slices.Equal(used, want) {
		t.Errorf("used %v, %v, want %v", used, err, want)
	}
}

func TestNothingIsReadOnceTheDocumentIsGivenUp(t *testing.T) {
	broken := errors.New("broken")
	cancelled, cancel := context.WithCancel(t.Context())
	for name, c := range map[string]struct {
		ctx  context.Context
		read func(int) error
		use  func(int) error
		want error
	}{
		"reading fails":   {t.Context(), func(n int) error { return map[int]error{3: broken}[n] }, func(int) error { return nil }, broken},
		"using fails":     {t.Context(), func(int) error { return nil }, func(n int) error { return map[int]error{2: broken}[n] }, broken},
		"it is cancelled": {cancelled, func(int) error { return nil }, func(int) error { cancel(); return nil }, context.Canceled},
	} {
		var reading, read atomic.Int32
		err := ahead(c.ctx, make([]int, 50), func(ctx context.Context, _ int) (int, error) {
			reading.Add(1)
			defer reading.Add(-1)
			if err := ctx.Err(); err != nil {
				return 0, err
			}
			n := int(read.Add(1))
			return n, c.read(n)
		}, c.use)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: the error is %v", name, err)
		}
		if n := read.Load(); reading.Load() != 0 || n > 5 {
			t.Errorf("%s: %d portions are read, %d still", name, n, reading.Load())
		}
	}
}
