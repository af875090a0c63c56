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
	list   []*known // each has its place as its number, until one goes
	lookup *lookup  // of the list
	sorted int      // of how many texts the sketches were put in order at the last update
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
	return &Sketches{project: p, byHash: map[text.Hash]*known{}, lookup: newLookup(0)}
}

// update makes the sketches of texts that came since the last time, and forgets those of texts that went.
func (s *Sketches) update(ctx context.Context, tell func(Progress)) error {
	bodies, err := s.project.ArticleBodies(ctx)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	all := make([]*known, len(bodies))
	byHash := make(map[text.Hash]*known, len(bodies))
	var fresh []*known
	for i, b := range bodies {
		k := s.byHash[b.Body]
		if k == nil {
			k = &known{hash: b.Body}
			fresh = append(fresh, k)
		}
		k.article = b.Article
		all[i], byHash[b.Body] = k, k
	}
	if err := s.make(ctx, fresh, tell); err != nil {
		return err
	}
	gone := len(s.list)+len(fresh) > len(all)
	if s.state == 0 || len(fresh) > 0 || gone {
		s.state++
	}
	if gone {
		s.list, s.lookup, fresh = nil, newLookup(0), all
	}
	s.put(fresh)
	s.byHash = byHash
	return nil
}

// put puts texts behind those that are there. Only they are sorted.
func (s *Sketches) put(fresh []*known) {
	s.sorted = len(fresh)
	if len(fresh) == 0 {
		return
	}
	added := newLookup(len(fresh))
	for i, k := range fresh {
		added.add(len(s.list)+i, &k.sketch)
	}
	added.sort()
	s.list, s.lookup = append(s.list, fresh...), s.lookup.with(added)
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
