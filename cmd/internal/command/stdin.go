package command

import (
	"context"
	"io"
)

// interruptible returns a reader that gives up when ctx ends, also while r is waiting, as a terminal or a pipe does.
func interruptible(ctx context.Context, r io.Reader) io.Reader {
	return &interruptibleReader{ctx: ctx, r: r}
}

type interruptibleReader struct {
	ctx context.Context //nolint:containedctx // a reader has no other way to learn of it
	r   io.Reader
}

// Read implements io.Reader. The read that is under way when ctx ends is left behind with a buffer of its own.
func (i *interruptibleReader) Read(p []byte) (int, error) {
	type result struct {
		n   int
		err error
	}
	buf, read := make([]byte, len(p)), make(chan result, 1)
	go func() {
		n, err := i.r.Read(buf)
		read <- result{n, err}
	}()
	select {
	case <-i.ctx.Done():
		return 0, i.ctx.Err()
	case r := <-read:
		return copy(p, buf[:r.n]), r.err
	}
}
