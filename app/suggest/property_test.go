package suggest_test

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"standpoint/app/exchange/standpoint"
	"standpoint/app/suggest"
	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// drawText draws a text of words that mean something to those who read it, in six languages, and of letters, marks and emoji of all
// scripts, with spaces between them or without.
func drawText(t *rapid.T) string {
	pieces := append(strings.Fields("Mara Ellin Kessel Norvia said that “ ” ‘ ’ \" « » „ , . ? : ; – ( ) and who told reporters on "+
		"Friday opposes the harbour toll 2031 minister president HPU denied accused of backs sagte Ministerin "+
		"dass laut der Norvia’s Kessels dijo que según "+
		"сказал Норвия Норвию заявила міністр a déclaré e\u0301 o\u0302\u0323 👨‍👩‍👧 🇩🇪 👍🏽 諾維亞 說 停戦 ノルヴィア นอร์เวีย قال נורביה אמר "+
		"\u200f\u05d0 \u202b \u0301"), "\n", "\n\n", "…", "¡", "\u00a0")
	letters := rapid.StringOfN(rapid.RuneFrom(nil, unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Han, unicode.Hangul,
		unicode.Katakana, unicode.Thai, unicode.Arabic, unicode.Hebrew, unicode.Devanagari,
		unicode.M, unicode.P, unicode.So, unicode.Nd), 1, 6, -1)
	piece := rapid.OneOf(rapid.SampledFrom(pieces), rapid.SampledFrom(pieces), letters)
	return strings.Join(rapid.SliceOfN(piece, 0, 50).Draw(t, "pieces"), rapid.SampledFrom([]string{" ", " ", ""}).Draw(t, "between"))
}

// breach says what is wrong with where some words are said to stand; "" if nothing is.
func breach(b *text.Body, what string, spans ...text.Span) string {
	end := -1
	for _, s := range spans {
		if s.Empty() || s.Start <= end || s.End > b.Len() || b.Snap(b.Trim(s)) != s {
			return fmt.Sprintf("%s at %v", what, spans)
		}
		end = s.End
	}
	return ""
}

// breaches says what is wrong with a proposal.
func breaches(b *text.Body, p suggest.Proposal) (wrong []string) {
	add := func(what string, spans ...text.Span) { wrong = append(wrong, breach(b, what, spans...)) }
	if add("its words", p.Spans...); len(p.Spans) == 0 || p.Confidence <= 0 || p.Confidence > 1 || p.Rule == "" {
		wrong = append(wrong, "no words, rule or confidence")
	}
	parties := slices.Concat(p.Said.Speakers, p.Said.Addressees, p.Said.Carriers, p.Stand.Holders)
	for _, who := range parties {
		if add("a party", who.Span); who.Words != b.Slice(who.Span) {
			wrong = append(wrong, fmt.Sprintf("%q does not stand at %v", who.Words, who.Span))
		}
	}
	return slices.DeleteFunc(wrong, func(s string) bool { return s == "" })
}

// Whatever a text is, in whatever script, what is proposed stands in it as the contract says.
func TestEveryProposalOfATextInAnyScriptObeysTheContract(t *testing.T) {
	actors := map[store.ID]store.Name{}
	for i, name := range []string{"Mara Ellin", "Norvia", "Норвия", "諾維亞", "ノルヴィア", "HPU", "קרן", "นอร์เวีย"} {
		id := store.ID{15: byte(i + 1)}
		actors[id] = store.Name{ID: id, Name: name, Kind: []store.ActorKind{store.ActorPerson, store.ActorState}[min(i, 1)]}
	}
	toll := store.ID{1: 1}
	known := suggest.Know(actors)
	issues := suggest.KnowIssues(map[store.ID]store.Name{toll: {ID: toll, Name: "Harbour toll"}})
	rapid.Check(t, func(t *rapid.T) {
		b, err := text.NewBody(drawText(t))
		if err != nil {
			t.Skip(err)
		}
		language := rapid.SampledFrom([]string{"", "en", "de", "fr", "es", "uk", "ru", "zh", "ar"}).Draw(t, "language")
		r := suggest.Reader{Known: known, Issues: issues, Dates: true}
		facts := suggest.Facts{Article: store.ID{2: 2}, Published: "2031-03-04", Language: language}
		found := r.Read(suggest.Text{Known: known, Body: b}, facts)
		seen := map[store.ID]bool{}
		for i, p := range found {
			if wrong := breaches(b, p); len(wrong) > 0 {
				t.Fatalf("%q: %s", b.String(), wrong)
			}
			before := found[max(i-1, 0)].Whole()
			if seen[p.ID] || before.Start > p.Whole().Start || before.Start == p.Whole().Start && before.End < p.Whole().End {
				t.Fatalf("%q: %v stands after %v, or is there twice", b.String(), p.Whole(), before)
			}
			seen[p.ID] = true
		}
		if again := r.Read(suggest.Text{Known: known, Body: b}, facts); !reflect.DeepEqual(found, again) {
			t.Fatalf("%q: read again, it proposes\n%+v, before\n%+v", b.String(), again, found)
		}
		r.Screen(b, language)
	})
}

// A mark that stands upon a space is no word, and so nobody.
func TestNobodyIsProposedWhoIsOnlyAMarkUponASpace(t *testing.T) {
	b, err := text.NewBody("Norvia opposes the toll. \u0599 denied シメี Ellin Mara accused ( จ.")
	if err != nil {
		t.Fatal(err)
	}
	known := suggest.Know(nil)
	r := suggest.Reader{Known: known}
	for _, p := range r.Read(suggest.Text{Known: known, Body: b}, suggest.Facts{Language: "en"}) {
		for _, who := range p.Parties() {
			if strings.TrimSpace(who.Words) != who.Words || who.Words == "" {
				t.Errorf("%q is proposed", who.Words)
			}
		}
	}
}

// exported is the whole project as a JSON document.
func exported(t interface{ Fatal(...any) }, p *store.Project) string {
	var b bytes.Buffer
	if err := standpoint.Export(context.Background(), p, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Whichever proposals are accepted, one at a time or all at once, Undo leaves nothing of that.
func TestWhatWasAcceptedAndTakenBackLeavesTheProjectAsItWas(t *testing.T) {
	p := storetest.NewProject(t, "Ada")
	if _, err := p.Do(t.Context(), storetest.Titled("Add"), func(b *store.Batch) error {
		_, err := b.AddActor(store.Actor{Name: "Norvia", Kind: store.ActorState})
		return err
	}); err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(rt *rapid.T) {
		var article store.Article
		if _, err := p.Do(t.Context(), storetest.Titled("Add"), func(b *store.Batch) (err error) {
			said := "Norvia opposes the toll. " + drawText(rt) + "\n" + pilots
			article, err = b.AddArticle(store.Article{Title: "Drawn", Published: "2031-03-04", Language: "en"}, said)
			return err
		}); err != nil {
			rt.Skip(err)
		}
		before := exported(t, p)
		var found suggest.Findings
		if err := suggest.Propose(t.Context(), p, suggest.Query{Articles: []store.ID{article.ID}}, nil, func(in suggest.Findings) error {
			found = in
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		if exported(t, p) != before {
			rt.Fatal("reading has written")
		}
		actions := 0
		accept := func(list []suggest.Proposal) {
			in := found
			in.Proposals = list
			if _, err := p.Do(t.Context(), store.Title{Code: store.TitleAcceptProposals, Count: len(list)}, func(b *store.Batch) error {
				var a suggest.Acceptance
				_, err := a.Accept(b, in)
				return err
			}); err != nil {
				rt.Fatal(err)
			}
			actions++
		}
		if rapid.Bool().Draw(rt, "all at once") {
			accept(found.Proposals)
		} else {
			for range rapid.IntRange(1, 4).Draw(rt, "times") {
				i := rapid.IntRange(0, len(found.Proposals)-1).Draw(rt, "which")
				accept(found.Proposals[i : i+1])
				found.Proposals = slices.Delete(slices.Clone(found.Proposals), i, i+1)
				if len(found.Proposals) == 0 {
					break
				}
			}
		}
		if exported(t, p) == before {
			rt.Fatal("nothing was recorded")
		}
		for range actions {
			if _, err := p.Undo(t.Context()); err != nil {
				rt.Fatal(err)
			}
		}
		if after := exported(t, p); after != before {
			rt.Fatalf("taken back, the project is\n%s\nbefore\n%s", after, before)
		}
	})
}

// What was rejected on one laptop is not proposed on another that learnt of it, nor there after a restart.
func TestARejectionSurvivesMergeAndRestart(t *testing.T) {
	p, found := proposalsIn(t, pilots)
	path := filepath.Join(t.TempDir(), "other.standpoint")
	if err := p.Backup(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	first := found[0]
	first.Proposals = first.Proposals[:1]
	if _, err := p.Do(t.Context(), store.Title{Code: store.TitleRejectProposals, Count: 1}, func(b *store.Batch) error {
		_, err := suggest.Reject(b, first)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	open := func() *store.Project {
		other, err := store.Open(t.Context(), path, store.Options{Coder: "Ben"})
		if err != nil {
			t.Fatal(err)
		}
		return other
	}
	other := open()
	if all := propose(t, other)[0].Proposals; len(all) != 2 {
		t.Errorf("before the merge %d are proposed there", len(all))
	}
	m, err := other.BeginMerge(t.Context(), p.Path())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := m.Apply(t.Context(), nil, nil); err != nil {
		t.Fatal(err)
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	for _, when := range []string{"after the merge", "after a restart"} {
		if left := propose(t, other)[0].Proposals; len(left) != 1 || left[0].ID == first.Proposals[0].ID {
			t.Errorf("%s %+v are proposed", when, left)
		}
		if err := other.Close(); err != nil {
			t.Fatal(err)
		}
		other = open()
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
}
