package intake

import (
	"context"
	"iter"
	"os"
	"runtime"
	"sync"
)

// Of files that are read at once, or were read and wait to be taken, so many MB are in memory; a larger file is read alone.
const mostRead = 64

// ReadFiles reads files, several at once, and hands out what each holds in the order of the files: at once, or of a large archive a portion
// after the other, so that it is never in memory as a whole. A file that cannot be read is one reading with the reason. It ends early when
// ctx is cancelled or nobody asks on.
func ReadFiles(ctx context.Context, paths []string, o Options) iter.Seq[[]Reading] {
	return func(yield func([]Reading) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		room := make(chan struct{}, mostRead)
		begin := func(next weighed) reading { return next.begin(ctx, o) }
		for r := range inLanes(ctx, weighedFiles(ctx, paths, room), begin) {
			for list := range r.portions {
				if !yield(list) {
					return
				}
			}
			for range r.weight {
				<-room
			}
		}
	}
}

// ReadFilesAsTheyCome reads files as ReadFiles does, and hands out what each holds as soon as it is read: one that takes long holds up no
// other. Portions of one file come in their order, those of several between one another.
func ReadFilesAsTheyCome(ctx context.Context, paths []string, o Options) iter.Seq[[]Reading] {
	return asTheyCome(ctx, paths, func(ctx context.Context, next weighed) reading { return next.begin(ctx, o) })
}

func asTheyCome(ctx context.Context, paths []string, begin func(context.Context, weighed) reading) iter.Seq[[]Reading] {
	return func(yield func([]Reading) bool) {
		ctx, stop := context.WithCancel(ctx)
		room := make(chan struct{}, mostRead)
		files, read := make(chan weighed), make(chan []Reading)
		defer func() {
			stop()
			for range read { // until all lanes have ended
			}
		}()
		go func() {
			defer close(files)
			for next := range weighedFiles(ctx, paths, room) {
				if send(ctx, files, next) != nil {
					return
				}
			}
		}()
		var lanes sync.WaitGroup
		for range runtime.GOMAXPROCS(0) + 1 { // one that takes long leaves as many as there are processors
			lanes.Go(func() {
				for next := range files {
					begin(ctx, next).handOn(ctx, read, room)
				}
			})
		}
		go func() {
			lanes.Wait()
			close(read)
		}()
		for list := range read {
			if !yield(list) {
				return
			}
		}
	}
}

// handOn hands on what is read of a file, and then gives its room in memory to others.
func (r reading) handOn(ctx context.Context, to chan<- []Reading, room <-chan struct{}) {
	for list := range r.portions {
		if send(ctx, to, list) != nil {
			return
		}
	}
	for range r.weight {
		<-room
	}
}

// weighed is a file that there is room for in memory.
type weighed struct {
	path   string
	weight int // in MB
}

// weighedFiles hands out files one after the other when there is room for them.
func weighedFiles(ctx context.Context, paths []string, room chan<- struct{}) iter.Seq[weighed] {
	return func(yield func(weighed) bool) {
		for _, path := range paths {
			next := weighed{path, 1}
			if info, err := os.Stat(path); err == nil {
				next.weight = int(min(1+info.Size()/1_000_000, mostRead))
			}
			for range next.weight {
				select {
				case room <- struct{}{}:
				case <-ctx.Done():
					return
				}
			}
			if !yield(next) {
				return
			}
		}
	}
}

// reading is what is being read of a file.
type reading struct {
	weighed
	portions <-chan []Reading // closed after the last
}

// begin begins to read a file.
func (w weighed) begin(ctx context.Context, o Options) reading {
	portions := make(chan []Reading, 1)
	go func() {
		defer close(portions)
		next := 0
		hand := func(drafts []Draft, last bool) error {
			list := make([]Reading, len(drafts))
			for i, d := range drafts {
				list[i] = Reading{Path: w.path, At: next, Draft: d, Last: last && i == len(drafts)-1}
				next++
			}
			return send(ctx, portions, list)
		}
		drafts, err := readPortions(ctx, w.path, o, func(drafts []Draft) error { return hand(drafts, false) })
		if err != nil || len(drafts) == 0 {
			_ = send(ctx, portions, []Reading{{Path: w.path, At: next, Err: err, Last: true}}) // else nobody wants it
			return
		}
		_ = hand(drafts, true)
	}()
	return reading{w, portions}
}

func send[T any](ctx context.Context, to chan<- T, what T) error {
	select {
	case to <- what:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
