package suggest_test

import (
	"compress/flate"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"standpoint/app/suggest"
	"standpoint/app/suggest/gold"
	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// invented are articles whose coder has habits that the rules do not know.
func invented(t testing.TB, n, length int) []gold.Article {
	t.Helper()
	all, err := gold.Invent(n, length)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// lessonsOf are articles as they are coded.
func lessonsOf(articles []gold.Article) (all []suggest.Lesson) {
	for i, a := range articles {
		l := suggest.Lesson{Body: a.Body, Facts: suggest.Facts{Article: store.ID{15: byte(i), 14: byte(i >> 8)}, Language: "en"}, Whole: true} //nolint:gosec,lll // few
		for _, s := range a.Statements {
			p := suggest.Proposal{Kind: store.KindStatement, Spans: s.Content}
			p.Said = suggest.Said{Speakers: []suggest.Party{{Name: s.Speakers[0].Name}}, Quotation: s.Quotation}
			if len(s.Cue) > 0 {
				p.Said.Cue = s.Cue[0]
			}
			l.Right = append(l.Right, p)
		}
		all = append(all, l)
	}
	return all
}

func learnt(t testing.TB, lessons []suggest.Lesson) *suggest.Learned {
	t.Helper()
	l, err := suggest.Learn(t.Context(), suggest.Know(nil), lessons, nil)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// found is how many statements of articles are proposed, of how many, and how many proposals there are.
func found(articles []gold.Article, l *suggest.Learned) (hit, of, proposed int) {
	r := suggest.Reader{Known: suggest.Know(nil), Learned: l}
	for _, a := range articles {
		all := r.Read(suggest.Text{Known: r.Known, Body: a.Body}, suggest.Facts{Language: "en"})
		all = slices.DeleteFunc(all, func(p suggest.Proposal) bool {
			return p.Kind != store.KindStatement || p.Confidence < 0.5
		})
		proposed += len(all)
		for _, s := range a.Statements {
			of++
			if slices.ContainsFunc(all, func(p suggest.Proposal) bool { return slices.Equal(p.Spans, s.Content) }) {
				hit++
			}
		}
	}
	return hit, of, proposed
}

func TestWhatACoderAlwaysDoesIsLearntFromFewArticles(t *testing.T) {
	all := invented(t, 20, 2000)
	l := learnt(t, lessonsOf(all[:12]))
	if kinds := l.Kinds(); !slices.Equal(kinds, []store.Kind{store.KindStatement}) {
		t.Fatalf("learnt are %v", kinds)
	}
	before, of, _ := found(all[12:], nil)
	hit, _, proposed := found(all[12:], l)
	if before*2 > of || hit*10 < of*8 || hit*10 < proposed*8 {
		t.Errorf("of %d statements the rules have %d to the letter; learnt are %d, of %d that are proposed", of, before, hit, proposed)
	}
}

// What somebody annotated without sense is no reason to propose anything else than the rules do.
func TestNonsenseLeavesTheRulesAsTheyAre(t *testing.T) {
	all := invented(t, 12, 1500)
	lessons := lessonsOf(all)
	for i := range lessons {
		b := lessons[i].Body
		for k := range lessons[i].Right {
			p := &lessons[i].Right[k]
			at := (k*7919 + i*104729) % (b.Len() - 40)
			p.Spans = []text.Span{b.Trim(b.Snap(text.Span{Start: at, End: at + 15}))}
			p.Said = suggest.Said{Speakers: []suggest.Party{{Name: "Nobody Known"}}}
		}
	}
	l := learnt(t, lessons)
	if kinds := l.Kinds(); len(kinds) > 0 {
		t.Errorf("learnt are %v", kinds)
	}
	rules, r := suggest.Reader{Known: suggest.Know(nil)}, suggest.Reader{Known: suggest.Know(nil), Learned: l}
	for _, a := range all {
		said, facts := suggest.Text{Known: r.Known, Body: a.Body}, suggest.Facts{Language: "en"}
		if was, is := rules.Read(said, facts), r.Read(said, facts); !reflect.DeepEqual(was, is) {
			t.Fatalf("%s: %d are proposed, and by the rules %d others", a.ID, len(is), len(was))
		}
	}
}

func TestLessonsTeachTheSameInAnyOrder(t *testing.T) {
	all := invented(t, 8, 1500)
	lessons := lessonsOf(all)
	one := learnt(t, lessons)
	slices.Reverse(lessons)
	if other := learnt(t, lessons); !reflect.DeepEqual(one, other) {
		t.Error("in another order something else is learnt")
	}
}

func TestLearningStopsWhenItIsBrokenOff(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	steps := 0
	_, err := suggest.Learn(ctx, suggest.Know(nil), lessonsOf(invented(t, 12, 1500)), func(int, int) {
		if steps++; steps == 14 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || steps > 15 {
		t.Errorf("after %d steps: %v", steps, err)
	}
}

// codedProject has invented articles, of which so many are coded and the rest is unread.
func codedProject(t *testing.T, articles []gold.Article, coded int) *store.Project {
	t.Helper()
	p := storetest.NewProject(t, "Ada")
	if _, err := p.Do(t.Context(), storetest.Titled("Add"), func(b *store.Batch) error {
		people := map[string]store.ID{}
		for i, a := range articles {
			row, err := b.AddArticle(store.Article{Title: a.ID, Published: a.Date, Language: "en"}, a.Body.String())
			if err != nil || i >= coded {
				return err
			}
			for _, s := range a.Statements {
				name := s.Speakers[0].Name
				if people[name] == (store.ID{}) {
					actor, err := b.AddActor(store.Actor{Name: name, Kind: store.ActorPerson})
					if err != nil {
						return err
					}
					people[name] = actor.ID
				}
				one := store.Annotation{Article: row.ID, Kind: store.KindStatement, Quotation: s.Quotation, Act: s.Act}
				if one.Anchor, err = text.NewAnchor(a.Body, s.Content...); err != nil {
					return err
				}
				one.Participants = []store.Participant{{Role: store.RoleSpeaker, Actor: people[name]}}
				if _, err := b.AddAnnotation(one); err != nil {
					return err
				}
			}
			if err := b.UpdateArticle(row.ID, func(a *store.Article) { a.Status = store.StatusCoded }); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return p
}

func proposedIn(t *testing.T, p *store.Project, cache suggest.Cache) (all []suggest.Proposal, steps int) {
	t.Helper()
	q := suggest.Query{Cache: cache, Learning: func(int, int) { steps++ }}
	if err := suggest.Propose(t.Context(), p, q, nil, func(in suggest.Findings) error {
		all = append(all, in.Proposals...)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return all, steps
}

// The same project gives the same, whether nothing is kept, something is, or something is that is damaged or of another time.
func TestTheCacheChangesNothingButTheTime(t *testing.T) {
	p := codedProject(t, invented(t, 10, 1200), 8)
	cache := suggest.Cache(filepath.Join(t.TempDir(), "learned"))
	want, steps := proposedIn(t, p, "")
	if steps == 0 || !slices.ContainsFunc(want, func(one suggest.Proposal) bool { return one.Rule == "learned" }) {
		t.Fatalf("after %d steps nothing learnt is among %d proposals", steps, len(want))
	}
	check := func(what string, learns bool) {
		t.Helper()
		if got, steps := proposedIn(t, p, cache); !reflect.DeepEqual(got, want) || steps > 0 != learns {
			t.Errorf("%s: %d steps, the same %v", what, steps, reflect.DeepEqual(got, want))
		}
	}
	check("without a file", true)
	check("with a file", false)
	files, err := filepath.Glob(filepath.Join(string(cache), "*"))
	if err != nil || len(files) != 1 {
		t.Fatalf("there are the files %v, %v", files, err)
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, damaged := range [][]byte{{}, data[:len(data)/2], append([]byte("another "), data...), flipped(data)} {
		if err := os.WriteFile(files[0], damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		check("with a damaged file", true)
	}
	cache.Forget(p.Path())
	check("forgotten", true)
}

func flipped(data []byte) []byte {
	data = slices.Clone(data)
	data[len(data)/2] ^= 1
	return data
}

func TestTheCacheHoldsNoText(t *testing.T) {
	articles := invented(t, 8, 1200)
	p := codedProject(t, articles, 8)
	cache := suggest.Cache(t.TempDir())
	if _, steps := proposedIn(t, p, cache); steps == 0 {
		t.Fatal("nothing was learnt")
	}
	files, err := filepath.Glob(filepath.Join(string(cache), "*"))
	if err != nil || len(files) != 1 {
		t.Fatalf("there are the files %v, %v", files, err)
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	const head = len("standpoint learned 1\n") + 32
	unpacked, err := io.ReadAll(flate.NewReader(strings.NewReader(string(data[head:]))))
	if err != nil {
		t.Fatal(err)
	}
	all := string(data) + string(unpacked) + files[0]
	if !strings.Contains(all, "statement") {
		t.Fatal("what is kept is not read as it is written")
	}
	for _, a := range articles {
		for _, w := range strings.Fields(a.Body.String()) {
			if w = strings.Trim(w, ".,“”"); len(w) >= 5 && strings.Contains(all, w) {
				t.Errorf("“%s” is kept", w)
			}
		}
	}
}

// fares rejects or accepts the proposals by a rule in the first article, and returns how sure that rule is in the second.
func fares(t *testing.T, reject bool) (before, after float64) {
	t.Helper()
	p := storetest.NewProject(t, "Ada")
	if _, err := p.Do(t.Context(), storetest.Titled("Add"), func(b *store.Batch) error {
		for _, body := range []string{
			"Mara Ellin said that the toll was low. Odo Lenz said that the harbour was safe.", "Kai Brun said that the bridge was closed.",
		} {
			if _, err := b.AddArticle(store.Article{Title: "Toll", Language: "en"}, body); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	sure := func(all []suggest.Findings) float64 {
		for _, in := range all {
			if len(in.Proposals) == 1 && in.Proposals[0].Rule == "clause.that" {
				return in.Proposals[0].Confidence
			}
		}
		t.Fatalf("proposed are %+v", all)
		return 0
	}
	all := propose(t, p)
	before = sure(all)
	if _, err := p.Do(t.Context(), storetest.Titled("Decide"), func(b *store.Batch) error {
		for _, in := range all {
			if len(in.Proposals) != 2 {
				continue
			}
			if reject {
				n, err := suggest.Reject(b, in)
				if n != 2 {
					t.Errorf("%d were rejected", n)
				}
				return err
			}
			var a suggest.Acceptance
			_, err := a.Accept(b, in)
			return err
		}
		return errors.New("no article has two proposals")
	}); err != nil {
		t.Fatal(err)
	}
	return before, sure(propose(t, p))
}

func TestWhatIsRejectedTwiceIsLessSureAndWhatIsAcceptedMore(t *testing.T) {
	if before, after := fares(t, true); after >= before-0.05 {
		t.Errorf("rejected twice, the rule is %.2f sure after %.2f", after, before)
	}
	if before, after := fares(t, false); after <= before {
		t.Errorf("accepted twice, the rule is %.2f sure after %.2f", after, before)
	}
}

// What is recorded by the same verb, quoted alike, is counted for the tip.
func TestAProposalTellsHowManyThatWereRecordedAreLikeIt(t *testing.T) {
	all := invented(t, 9, 1500)
	l := learnt(t, lessonsOf(all[:8]))
	r := suggest.Reader{Known: suggest.Know(nil), Learned: l}
	with, without := 0, 0
	for _, p := range r.Read(suggest.Text{Known: r.Known, Body: all[8].Body}, suggest.Facts{Language: "en"}) {
		switch {
		case p.Kind != store.KindStatement || p.Said.Cue.Empty() || p.Confidence < 0.8:
		case p.Like > 0:
			with++
		default:
			without++
		}
	}
	if with == 0 || without*5 > with {
		t.Errorf("%d are like others that were recorded, %d are not", with, without)
	}
}

// BenchmarkLearning100 learns from a hundred articles of 5,000 characters.
func BenchmarkLearning100(b *testing.B) {
	lessons := lessonsOf(invented(b, 100, 5000))
	k := suggest.Know(nil)
	storetest.RunSlow(b, "from all", func(b *testing.B) {
		for b.Loop() {
			if _, err := suggest.Learn(b.Context(), k, lessons, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// What is proposed by what was learnt is such as an annotation may be, in texts of any script and without any sense.
func TestWhatIsLearntProposesOnlyWhatAnAnnotationMayBe(t *testing.T) {
	l := learnt(t, lessonsOf(invented(t, 12, 1500)))
	r := suggest.Reader{Known: suggest.Know(nil), Learned: l}
	pieces := []string{
		"Mara Ellin", "said that", "believes that", "“", "”", ", ", ".", "\n\n", "the toll", "According to", "諾維亞", "Норвия", "👨‍👩‍👧", "é",
		"would argue",
	}
	rapid.Check(t, func(rt *rapid.T) {
		said := strings.Join(rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(pieces), rapid.StringN(0, 4, -1)), 1, 40).Draw(rt, "text"), " ")
		body, err := text.NewBody(said)
		if err != nil {
			rt.Skip()
		}
		ids := map[store.ID]bool{}
		for _, p := range r.Read(suggest.Text{Known: r.Known, Body: body}, suggest.Facts{Language: "en"}) {
			anchor, err := text.NewAnchor(body, p.Spans...)
			if err != nil || !slices.Equal(anchor.Spans(), p.Spans) || p.Confidence < 0 || p.Confidence > 1 || ids[p.ID] || p.Rule == "" {
				rt.Errorf("%+v of %q: %v", p, said, err)
			}
			ids[p.ID] = true
		}
		for _, p := range r.Read(suggest.Text{Known: r.Known, Body: body}, suggest.Facts{Language: "en"}) {
			if on := p.Stand.Statement; on != (store.ID{}) && !ids[on] {
				rt.Errorf("a position rests on a statement that is not proposed in %q", said)
			}
		}
	})
}
