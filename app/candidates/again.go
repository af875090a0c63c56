package candidates

import (
	"context"
	"crypto/sha256"
	"reflect"
	"sync"

	"standpoint/app/intake"
	"standpoint/store/text"
)

// again reads files a second time, and keeps the articles of the last one: those of a download are wanted one after the other.
type again struct {
	mu      sync.Mutex
	path    string
	options intake.Options
	drafts  []intake.Draft
}

func (a *again) read(ctx context.Context, path string, o intake.Options) ([]intake.Draft, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.path == path && reflect.DeepEqual(a.options, o) {
		return a.drafts, nil
	}
	drafts, err := intake.ReadFile(ctx, path, o)
	if err != nil {
		return nil, err
	}
	a.path, a.options, a.drafts = path, o, drafts
	return drafts, nil
}

// has reports whether the articles of a file are kept.
func (a *again) has(path string) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.path == path
}

// forget lets go of what is kept, as when a file may have changed.
func (a *again) forget() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.path, a.drafts = "", nil
}

func hashOf(body string) text.Hash { return sha256.Sum256([]byte(body)) }
