// Package storetest fills projects with invented articles and annotations, for tests and benchmarks. It writes through the
// store's public API alone, and the same seed gives the same texts and figures.
package storetest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"

	"standpoint/store"
	"standpoint/store/text"
)

// Size says how much to write.
type Size struct {
	Articles    int
	Annotations int // spread evenly over the articles
	Actors      int // 0 is one for 20 annotations
	Issues      int // 0 is one for 200 annotations
	Body        int // code points of a body; 0 is 600
	Seed        uint64
}

// perBatch is how many articles are written at once.
const perBatch = 50

// Filled is what Fill wrote.
type Filled struct {
	Articles, Actors, Issues []store.ID
}

// Fill writes articles and annotations of all kinds into the project: of ten annotations three are mentions, three
// statements, three positions that rest on these, and one a highlight.
func Fill(ctx context.Context, p *store.Project, size Size) (Filled, error) {
	f := &filler{size: size.withDefaults(), random: rand.New(rand.NewPCG(size.Seed, 1))}
	if _, err := p.Do(ctx, Titled("Add names"), f.names); err != nil {
		return f.filled, fmt.Errorf("fill project: %w", err)
	}
	for start := 0; start < f.size.Articles; start += perBatch {
		_, err := p.Do(ctx, Titled("Add articles"), func(b *store.Batch) error {
			for i := start; i < min(start+perBatch, f.size.Articles); i++ {
				if err := f.article(b, i); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return f.filled, fmt.Errorf("fill project: %w", err)
		}
	}
	return f.filled, nil
}

func (s Size) withDefaults() Size {
	if s.Actors == 0 {
		s.Actors = max(2, s.Annotations/20)
	}
	if s.Issues == 0 {
		s.Issues = max(2, s.Annotations/200)
	}
	if s.Body == 0 {
		s.Body = 600
	}
	return s
}

type filler struct {
	size      Size
	random    *rand.Rand
	filled    Filled
	tags      []store.ID
	statement store.ID // the last of the article
}

func (f *filler) names(b *store.Batch) error {
	kinds := []store.ActorKind{store.ActorPerson, store.ActorOrganisation, store.ActorState, store.ActorGroup}
	for i := range f.size.Actors {
		a, err := b.AddActor(store.Actor{Name: Name(f.random), Kind: kinds[i%len(kinds)]})
		if err != nil {
			return err
		}
		f.filled.Actors = append(f.filled.Actors, a.ID)
	}
	for i := range f.size.Issues {
		issue, err := b.AddIssue(store.Issue{Name: fmt.Sprintf("%s question %d", Name(f.random), i+1)})
		if err != nil {
			return err
		}
		f.filled.Issues = append(f.filled.Issues, issue.ID)
	}
	for _, name := range []string{"check", "quote", "background"} {
		t, err := b.AddTag(store.Tag{Name: name})
		if err != nil {
			return err
		}
		f.tags = append(f.tags, t.ID)
	}
	return nil
}

func (f *filler) article(b *store.Batch, i int) error {
	a, err := b.AddArticle(store.Article{
		Title:     fmt.Sprintf("%s %s, part %d", Name(f.random), Word(f.random), i+1),
		Source:    []string{"Northern Wire", "Harbour Gazette", "Arland Today"}[i%3],
		Published: store.Date(fmt.Sprintf("20%02d-%02d-%02d", 10+i%30, 1+i%12, 1+i%28)),
	}, Body(f.random, f.size.Body))
	if err != nil {
		return err
	}
	f.filled.Articles = append(f.filled.Articles, a.ID)
	body, err := b.Body(a.Body)
	if err != nil {
		return err
	}
	f.statement = store.ID{}
	from, to := i*f.size.Annotations/f.size.Articles, (i+1)*f.size.Annotations/f.size.Articles
	for n := from; n < to; n++ {
		if err := f.annotation(b, a.ID, body, n); err != nil {
			return err
		}
	}
	return nil
}

func (f *filler) annotation(b *store.Batch, article store.ID, body *text.Body, n int) error {
	anchor, err := f.anchor(body)
	if err != nil {
		return err
	}
	a := store.Annotation{Article: article, Anchor: anchor}
	switch n % 10 {
	case 0, 3, 6:
		a.Kind, a.Actor = store.KindMention, f.pick(f.filled.Actors)
	case 1, 4, 7:
		a.Kind, a.Act, a.Quotation = store.KindStatement, store.ActSays, store.QuotationDirect
		a.Participants = []store.Participant{{Role: store.RoleSpeaker, Actor: f.pick(f.filled.Actors)}}
		if n%20 == 1 {
			a.Participants = append(a.Participants, store.Participant{Role: store.RoleCarrier, Words: "an unnamed source"})
		}
	case 2, 5, 8:
		a.Kind, a.Target = store.KindPosition, store.Target{Issue: f.pick(f.filled.Issues)}
		a.Stance = []store.Stance{store.StanceSupport, store.StanceOppose, store.StanceNeutral, store.StanceUnset}[f.random.IntN(4)]
		a.Statement = f.statement
		if f.statement != (store.ID{}) {
			a.Anchor = text.Anchor{}
		} else {
			a.Participants = []store.Participant{{Role: store.RoleHolder, Actor: f.pick(f.filled.Actors)}}
		}
	default:
		a.Kind, a.Tags = store.KindHighlight, []store.ID{f.pick(f.tags)}
	}
	a, err = b.AddAnnotation(a)
	if a.Kind == store.KindStatement {
		f.statement = a.ID
	}
	return err
}

func (f *filler) anchor(body *text.Body) (text.Anchor, error) {
	start := f.random.IntN(max(1, body.Len()-60))
	return text.NewAnchor(body, text.Span{Start: start, End: min(body.Len(), start+20+f.random.IntN(40))})
}

func (f *filler) pick(list []store.ID) store.ID { return list[f.random.IntN(len(list))] }

// Word returns an invented word.
func Word(r *rand.Rand) string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	var b strings.Builder
	for range 1 + r.IntN(3) {
		b.WriteByte(consonants[r.IntN(len(consonants))])
		b.WriteByte(vowels[r.IntN(len(vowels))])
	}
	if r.IntN(2) == 0 {
		b.WriteByte(consonants[r.IntN(len(consonants))])
	}
	return b.String()
}

// Name returns an invented name of two words.
func Name(r *rand.Rand) string {
	first, last := Word(r), Word(r)
	return strings.ToUpper(first[:1]) + first[1:] + " " + strings.ToUpper(last[:1]) + last[1:]
}

// Body returns an invented text of about n code points, in paragraphs.
func Body(r *rand.Rand, n int) string {
	var b strings.Builder
	for b.Len() < n {
		b.WriteString(Name(r))
		for range 8 + r.IntN(8) {
			b.WriteString(" " + Word(r))
		}
		b.WriteString(".")
		if r.IntN(4) == 0 {
			b.WriteString("\n\n")
		} else {
			b.WriteString(" ")
		}
	}
	return strings.TrimSpace(b.String())
}

// Prose returns an invented text of about n bytes whose words come as often as those of a news article do: half of those of five
// thousand bytes come once, a few come in every sentence. What an index costs depends on it; Body has a new word nearly every time.
func Prose(r *rand.Rand, n int) string {
	var b strings.Builder
	words := vocabulary()
	zipf := rand.NewZipf(r, 1.05, 3, uint64(len(words)-1))
	for b.Len() < n {
		b.WriteString(Name(r))
		for range 8 + r.IntN(12) {
			b.WriteString(" " + words[zipf.Uint64()])
		}
		b.WriteString(".")
		if r.IntN(4) == 0 {
			b.WriteString("\n\n")
		} else {
			b.WriteString(" ")
		}
	}
	return strings.TrimSpace(b.String())
}

// vocabulary are the words of Prose, the commonest first, which are short.
var vocabulary = sync.OnceValue(func() []string {
	const common, all = 100, 50_000
	r := rand.New(rand.NewPCG(5, 5))
	words := make([]string, all)
	for i := range words {
		words[i] = Word(r)
		if i >= common {
			words[i] += Word(r)
		}
	}
	return words
})

// Titled returns the title of an action of a test, of which only that name matters: that of an import of a file with the name.
func Titled(name string) store.Title { return store.Title{Code: store.TitleImportFile, Name: name} }
