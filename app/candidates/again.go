package candidates

import (
	"context"
	"crypto/sha256"
	"iter"
	"reflect"
	"sync"

	"standpoint/app/intake"
	"standpoint/store/text"
)

// again reads files a second time, and keeps what it read last, of a large archive a portion: its articles are wanted one after the other.
type again struct {
	mu      sync.Mutex
	path    string
	options intake.Options
	kept    []intake.Reading
	next    func() ([]intake.Reading, bool) // the portion behind it; nil while nothing is read
	stop    func()
}

// read is the article at a place of a file; false if the file has none there.
func (a *again) read(ctx context.Context, path string, at int, o intake.Options) (intake.Draft, bool, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.path != path || !reflect.DeepEqual(a.options, o) || len(a.kept) > 0 && at < a.kept[0].At {
		a.begin(ctx, path, o)
	}
	for !a.holds(at) {
		if err := ctx.Err(); err != nil {
			return intake.Draft{}, false, err
		}
		more := a.next != nil
		if more {
			a.kept, more = a.next()
		}
		if !more {
			a.end()
			return intake.Draft{}, false, nil
		}
		if a.kept[len(a.kept)-1].Last {
			a.stop()
			a.next = nil
		}
	}
	r := a.kept[at-a.kept[0].At]
	return r.Draft, r.Err == nil, r.Err
}

func (a *again) begin(ctx context.Context, path string, o intake.Options) {
	a.end()
	a.path, a.options = path, o
	a.next, a.stop = iter.Pull(intake.ReadFiles(context.WithoutCancel(ctx), []string{path}, o)) // others go on where one gave up
}

// end lets go of what is kept.
func (a *again) end() {
	if a.stop != nil {
		a.stop()
	}
	a.path, a.kept, a.next, a.stop = "", nil, nil, nil
}

func (a *again) holds(at int) bool {
	return len(a.kept) > 0 && a.kept[0].At <= at && at-a.kept[0].At < len(a.kept)
}

// has reports whether the article at a place of a file is kept.
func (a *again) has(path string, at int) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.path == path && a.holds(at)
}

// forget lets go of what is kept, as when a file may have changed.
func (a *again) forget() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.end()
}

func hashOf(body string) text.Hash { return sha256.Sum256([]byte(body)) }
