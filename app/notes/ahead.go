package notes

import "context"

// ahead reads each portion on a goroutine of its own while the one before is used: reading takes as long as what is made of it. One
// portion waits at most. It ends with the first error of either, when nothing is read any more.
func ahead[In, Out any](ctx context.Context, portions []In, read func(context.Context, In) (Out, error), use func(Out) error) error {
	if len(portions) == 1 {
		out, err := read(ctx, portions[0])
		if err != nil {
			return err
		}
		return use(out)
	}
	type result struct {
		out Out
		err error
	}
	reading, stop := context.WithCancel(ctx)
	results := make(chan result, 1)
	go func() {
		defer close(results)
		for _, in := range portions {
			out, err := read(reading, in)
			select {
			case results <- result{out, err}:
			case <-reading.Done():
				return
			}
			if err != nil {
				return
			}
		}
	}()
	defer func() {
		stop()
		for range results { // until the reader has ended: what it reads from is closed then
		}
	}()
	used := 0
	for r := range results {
		if r.err != nil {
			return r.err
		}
		if err := use(r.out); err != nil {
			return err
		}
		used++
	}
	if used < len(portions) {
		return ctx.Err()
	}
	return nil
}
