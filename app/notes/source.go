package notes

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"standpoint/store"
)

// source is an article that the document cites.
type source struct {
	store.Article
	added time.Time // when it came into the project, which is when it was read on the web
	label string    // author and year, with a letter where several have the same: "Ashgrove 2026b"
	cited bool
}

// sourceOf returns what is known of an article as a source.
func (b *builder) sourceOf(a store.Article) *source {
	if b.sources[a.ID] == nil {
		b.sources[a.ID] = &source{Article: a}
	}
	return b.sources[a.ID]
}

func sourceAnchor(id store.ID) string { return "source-" + id.String() }

// where cites where words stand, in the style that was chosen. The day of the article is left out where it is said already.
func (b *builder) where(s *source, paragraph int, said store.Date) Text {
	place := plain(b.w.earlier)
	if paragraph > 0 {
		place = plain(b.w.paragraphNo(paragraph))
	}
	first := !s.cited
	s.cited = true
	switch b.options.Cite {
	case CiteAuthor:
		return joinText(", ", Text{{Text: s.label, To: sourceAnchor(s.ID)}}, place)
	case CiteFootnote:
		place[0].Note = b.footnote(s, first)
		return place
	default:
		short := Text{{Text: cmp.Or(s.Source, b.w.titled(s.Article)), Style: Emphasis, To: sourceAnchor(s.ID)}}
		day := b.w.dayOf(s.Published)
		if day == b.w.dayOf(said) {
			day = ""
		}
		return joinText(", ", short, plain(day), place)
	}
}

// footnote cites a source in full at first, later in short.
func (b *builder) footnote(s *source, first bool) Text {
	if first {
		return b.inFull(s)
	}
	return joinText(", ", plain(cmp.Or(s.Author, s.Source)), plain(b.w.titled(s.Article)), plain(b.w.dayOf(s.Published)))
}

// inFull cites a source with its address and the day on which it was read there.
func (b *builder) inFull(s *source) Text {
	cited := b.w.cite(s.Article)
	if s.URL == "" {
		return cited
	}
	read := ""
	if !s.added.IsZero() {
		read = with(b.w.accessed, b.w.date(store.Date(s.added.UTC().Format(time.DateOnly))))
	}
	return joinText(", ", cited, Text{{Text: s.URL, Link: webAddress(s.URL)}}, plain(read))
}

// labelSources gives each article its author and year.
func (b *builder) labelSources(articles []store.Article) {
	alike := map[string][]*source{}
	for _, a := range articles {
		s := b.sourceOf(a)
		year := b.w.noYear
		if a.Published != "" {
			year = string(a.Published.First())[:4]
		}
		s.label = cmp.Or(a.Author, a.Source, b.w.titled(a)) + " " + year
		alike[s.label] = append(alike[s.label], s)
	}
	for _, list := range alike {
		if len(list) < 2 {
			continue
		}
		slices.SortFunc(list, func(x, y *source) int {
			return cmp.Or(x.Published.Compare(y.Published), cmp.Compare(x.Title, y.Title), slices.Compare(x.ID[:], y.ID[:]))
		})
		for i, s := range list {
			s.label += letter(i)
		}
	}
}

// letter returns a, b … z, aa, ab …
func letter(i int) string {
	if i < 26 {
		return string(rune('a' + i))
	}
	return letter(i/26-1) + letter(i%26)
}

// sourceList lists the sources that were cited, unless footnotes have said it all.
func (b *builder) sourceList() []Block {
	if b.options.Cite == CiteFootnote {
		return nil
	}
	var cited []*source
	for _, s := range b.sources {
		if s.cited {
			cited = append(cited, s)
		}
	}
	if len(cited) == 0 {
		return nil
	}
	slices.SortFunc(cited, func(x, y *source) int {
		byLabel := 0
		if b.options.Cite == CiteAuthor {
			byLabel = strings.Compare(x.label, y.label)
		}
		return cmp.Or(byLabel, x.Published.Compare(y.Published), strings.Compare(x.Title, y.Title), slices.Compare(x.ID[:], y.ID[:]))
	})
	var list List
	for _, s := range cited {
		text := b.inFull(s)
		if b.options.Cite == CiteAuthor {
			text = strong(s.label + ": ").and(text)
		}
		list.Items = append(list.Items, Item{Text: text, Anchor: sourceAnchor(s.ID)})
	}
	return []Block{Heading{Level: 2, Text: plain(b.w.sourceList)}, list}
}
