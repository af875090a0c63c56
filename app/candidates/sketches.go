package candidates

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"standpoint/store"
	"standpoint/store/text"
)

// Sketches are those of the texts of a project. They are made when they are wanted, kept in memory, and may be thrown away at any time.
type Sketches struct {
	project *store.Project

	mu     sync.Mutex
	byHash map[text.Hash]*known
	list   []*known // in the order of their hashes, as the project lists them
	state  int      // another one after each change; 0 before the first
}

// known is a text of the project.
type known struct {
	hash    text.Hash
	article store.ID // the first that has it
	sketch  sketch
}

// NewSketches are those of a project, of which none is made yet.
func NewSketches(p *store.Project) *Sketches {
	return &Sketches{project: p, byHash: map[text.Hash]*known{}}
}

// update makes the sketches of texts that came since the last time, and forgets those of texts that went.
func (s *Sketches) update(ctx context.Context, tell func(Progress)) error {
	bodies, err := s.project.ArticleBodies(ctx)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	list := make([]*known, len(bodies))
	byHash := make(map[text.Hash]*known, len(bodies))
	var fresh []*known
	for i, b := range bodies {
		k := s.byHash[b.Body]
		if k == nil {
			k = &known{hash: b.Body}
			fresh = append(fresh, k)
		}
		k.article = b.Article
		list[i], byHash[b.Body] = k, k
	}
	if err := s.make(ctx, fresh, tell); err != nil {
		return err
	}
	if s.state == 0 || len(fresh) > 0 || len(list) != len(s.list) {
		s.state++
	}
	s.list, s.byHash = list, byHash
	return nil
}

// make makes sketches, several at once.
func (s *Sketches) make(ctx context.Context, fresh []*known, tell func(Progress)) error {
	if len(fresh) == 0 {
		return nil
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var next, done atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(fresh)) && ctx.Err() == nil; i = next.Add(1) - 1 {
				body, err := s.project.Body(ctx, fresh[i].hash)
				if err != nil {
					stop(err)
					return
				}
				fresh[i].sketch = sketchOf(shingles(body.String()))
				done.Add(1)
			}
		})
	}
	ended := make(chan struct{})
	go func() { workers.Wait(); close(ended) }()
	newClock(Sketching, len(fresh), tell).watch(&done, ended)
	return context.Cause(ctx)
}
