package suggest

import (
	"testing"

	"standpoint/store"
	"standpoint/store/text"
)

func TestWhatIsSettledIsFoundWhereverItsWordsBegin(t *testing.T) {
	hash, article := text.Hash{1}, store.ID{1: 1}
	span := func(list ...int) (all []text.Span) {
		for i := 0; i < len(list); i += 2 {
			all = append(all, text.Span{Start: list[i], End: list[i+1]})
		}
		return all
	}
	anchored := func(spans []text.Span) (a text.Anchor) {
		a.Body = hash
		for _, s := range spans {
			a.Quotes = append(a.Quotes, text.Quote{Span: s})
		}
		return a
	}
	annotation := func(kind store.Kind, list ...int) store.Annotation {
		return store.Annotation{Kind: kind, Anchor: anchored(span(list...))}
	}
	s := newSettled(article, hash, []store.Annotation{
		annotation(store.KindStatement, 900, 2100, 5000, 5100),
		annotation(store.KindMention, 2999, 3001),
	}, []store.Decision{
		{ID: store.ID{2: 2}, Article: article, Kind: store.KindMention, Anchor: anchored(span(7000, 7010))},
		{ID: store.ID{3: 3}, Article: store.ID{9: 9}, Kind: store.KindMention, Anchor: anchored(span(8000, 8010))},
	})
	for _, row := range []struct {
		name    string
		p       Proposal
		settled bool
	}{
		{"half of it", Proposal{Kind: store.KindStatement, Spans: span(1400, 2100)}, true},
		{"a little of it", Proposal{Kind: store.KindStatement, Spans: span(2050, 2100)}, false},
		{"its beginning", Proposal{Kind: store.KindStatement, Spans: span(900, 910)}, true},
		{"its last span alone", Proposal{Kind: store.KindStatement, Spans: span(5000, 5100)}, false},
		{"of another kind", Proposal{Kind: store.KindPosition, Spans: span(900, 2100)}, false},
		{"across two blocks", Proposal{Kind: store.KindMention, Spans: span(3000, 3010)}, true},
		{"beside it", Proposal{Kind: store.KindMention, Spans: span(3001, 3010)}, false},
		{"decided", Proposal{ID: store.ID{2: 2}, Kind: store.KindMention, Spans: span(1, 2)}, true},
		{"other words of the same article", Proposal{ID: store.ID{4: 4}, Kind: store.KindMention, Spans: span(7000, 7010)}, false},
		{"the same words in a merged article", Proposal{ID: store.ID{4: 4}, Kind: store.KindMention, Spans: span(8000, 8010)}, true},
		{"of another kind there", Proposal{ID: store.ID{4: 4}, Kind: store.KindStatement, Spans: span(8000, 8010)}, false},
	} {
		if got := s.has(row.p); got != row.settled {
			t.Errorf("%s: %v", row.name, got)
		}
	}
}
