package store

import "slices"

// Event tells subscribers what a committed batch touched.
type Event struct {
	Action   ID
	Touched  map[Entity][]ID
	Named    map[Entity][]ID // actors, issues, tags and coders that may be called otherwise, be gone or be there again
	Articles []ID            // whose annotations or fields changed
	All      bool            // another program has written: everything may have changed
}

// Together is what several events tell, in their order; its action is that of the last.
func Together(events ...Event) Event {
	all := Event{Touched: map[Entity][]ID{}, Named: map[Entity][]ID{}}
	for _, e := range events {
		all.Action, all.All = e.Action, all.All || e.All
		all.Articles = append(all.Articles, e.Articles...)
		for _, lists := range []struct{ into, from map[Entity][]ID }{{all.Touched, e.Touched}, {all.Named, e.Named}} {
			for entity, ids := range lists.from {
				lists.into[entity] = append(lists.into[entity], ids...)
			}
		}
	}
	once := func(ids []ID) []ID {
		slices.SortFunc(ids, compareIDs)
		return slices.Compact(ids)
	}
	all.Articles = once(all.Articles)
	for _, lists := range []map[Entity][]ID{all.Touched, all.Named} {
		for entity, ids := range lists {
			lists[entity] = once(ids)
		}
	}
	return all
}

// Touches reports whether rows of the entity changed.
func (e Event) Touches(entity Entity) bool { return e.All || len(e.Touched[entity]) > 0 }

// TouchesArticle reports whether the article or one of its annotations changed.
func (e Event) TouchesArticle(id ID) bool { return e.All || slices.Contains(e.Articles, id) }

// Subscribe calls fn after each commit, from the writer's goroutine: fn must be quick and must not write.
func (p *Project) Subscribe(fn func(Event)) (cancel func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.subscribed++
	key := p.subscribed
	p.subscribers[key] = fn
	return func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		delete(p.subscribers, key)
	}
}

func (p *Project) publish(e Event) {
	p.mu.Lock()
	var list []func(Event)
	for key := range p.subscribed + 1 {
		if fn, ok := p.subscribers[key]; ok {
			list = append(list, fn)
		}
	}
	p.mu.Unlock()
	for _, fn := range list {
		fn(e)
	}
}
