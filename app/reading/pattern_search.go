package reading

import (
	"context"
	"slices"
	"strings"
	"time"

	"standpoint/app/background"
	"standpoint/app/desk"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/text"
)

// patternSearch looks a regular expression up in the whole project beside the window, a slice after the other, and has what was found so
// far shown. Whoever types on begins it anew.
type patternSearch struct {
	desk    *desk.Desk
	found   func() // there is more, or it has come further
	typed   string
	pattern text.Pattern
	wrong   error // why there is no such pattern
	hits    []store.Hit
	place   store.PatternPlace
	asking  background.Latest
}

const (
	mostFound  = 1000                   // results, with which it ends
	sliceTime  = 150 * time.Millisecond // about what is looked through before it is shown how far it has come
	renewTexts = 2000                   // a project of more texts is not looked through anew after each write
)

// begin looks for what is typed.
func (s *patternSearch) begin(typed string) {
	s.end()
	s.typed, s.pattern, s.wrong, s.hits, s.place = typed, text.Pattern{}, nil, nil, store.PatternPlace{}
	if strings.TrimSpace(typed) == "" {
		return
	}
	if s.pattern, s.wrong = text.ParsePattern(typed); s.wrong == nil {
		s.goOn()
	}
}

// end gives up what is being looked through.
func (s *patternSearch) end() { s.asking.Overtake() }

// renew looks again, as something was written, unless that would take long.
func (s *patternSearch) renew() {
	if s.place.Of <= renewTexts {
		s.begin(s.typed)
	}
}

// isDone reports whether all has been looked through, or as much was found as is shown.
func (s *patternSearch) isDone() bool { return s.place.Ended() || len(s.hits) >= mostFound }

func (s *patternSearch) goOn() {
	type slice struct {
		hits []store.Hit
		at   store.PatternPlace
	}
	pattern, from, room := s.pattern, s.place, mostFound-len(s.hits)
	desk.Query(s.desk, &s.asking, func(ctx context.Context, p *store.Project) (found slice, err error) {
		found.at = from
		for begun := time.Now(); time.Since(begun) < sliceTime && !found.at.Ended() && len(found.hits) < room; {
			var hits []store.Hit
			if hits, found.at, err = p.SearchPattern(ctx, pattern, found.at); err != nil {
				return found, err
			}
			found.hits = append(found.hits, hits...)
		}
		return found, nil
	}, func(found slice) {
		s.hits, s.place = append(s.hits, found.hits[:min(len(found.hits), room)]...), found.at
		s.found()
		if !s.isDone() {
			s.goOn()
		}
	})
}

// source are the results so far.
func (s *patternSearch) source() background.Source[store.Hit] {
	hits := slices.Clone(s.hits)
	some := func(page store.Page) []store.Hit {
		from := min(page.Offset, len(hits))
		if page.Limit <= 0 {
			return hits[from:]
		}
		return hits[from:min(from+page.Limit, len(hits))]
	}
	return background.Source[store.Hit]{
		Page: func(_ context.Context, _ *store.Project, page store.Page) ([]store.Hit, int, error) {
			return some(page), len(hits), nil
		},
		IDs: func(_ context.Context, _ *store.Project, page store.Page) (ids []store.ID, err error) {
			for _, h := range some(page) {
				ids = append(ids, h.ID)
			}
			return ids, nil
		},
	}
}

// told says what was found, and how far it has come.
func (s *patternSearch) told() string {
	n := len(s.hits)
	switch {
	case s.wrong != nil:
		return words.Error(s.wrong)
	case s.place.Of == 0 && !s.place.Ended():
		return words.Sentence("The regular expression “%s” is being looked up…", s.typed)
	case s.place.Ended() && n == 0:
		return words.Sentence("Nothing in the project is as the regular expression “%s” wants it.", s.typed)
	case s.place.Ended():
		return words.Counted(n, "{{.Count}} result for the regular expression “%s”", s.typed)
	case s.isDone():
		return words.Counted(n, "The first {{.Count}} result for the regular expression “%s”; %d of %d texts were looked through.",
			s.typed, s.place.Read, s.place.Of)
	}
	return words.Counted(n, "{{.Count}} result so far for the regular expression “%s”; %d of %d texts are looked through…",
		s.typed, s.place.Read, s.place.Of)
}
