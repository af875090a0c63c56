package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"standpoint/app/suggest"
	"standpoint/app/suggest/gold"
	"standpoint/store"
	"standpoint/store/text"
)

const article = "language: en\ndate: 2031-03-05\noutlet: Wire\nstyle: report\nsplit: tune\n\n" +
	"Norvia rejected it. “The harbour will open,” the minister, Anna Kessel, said on Monday. " +
	"She told Odo Lenz through the Wire it was late.\n" +
	"> say “The harbour will open,” | cue said | by the minister, Anna Kessel = Anna Kessel | on Monday = 2031-03-03\n" +
	"> say it was late | cue told | by She = Anna Kessel | to =Odo Lenz | via the Wire\n" +
	"> oppose rejected | by =Norvia\n> state Norvia\n> person Anna Kessel\n> date Monday = 2031-03-03\n"

func parsed(t *testing.T) gold.Article {
	t.Helper()
	a, err := gold.Parse("one", article)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// perfect are proposals of all that the article holds.
func perfect(a gold.Article) (all []suggest.Proposal) {
	parties := func(list []gold.Party) (found []suggest.Party) {
		for _, p := range list {
			found = append(found, suggest.Party{Name: p.Name, Words: a.Body.Slice(p.Span), Span: p.Span})
		}
		return found
	}
	for _, g := range a.Statements {
		all = append(all, suggest.Proposal{Kind: store.KindStatement, Spans: g.Content, Confidence: 0.9, Said: suggest.Said{
			Speakers: parties(g.Speakers), Cue: whole(g.Cue), Act: g.Act, Quotation: g.Quotation,
			Addressees: parties(g.Addressees), Carriers: parties(g.Carriers), On: suggest.Moment{Date: g.On.Value, Span: g.On.Span},
		}})
	}
	for _, g := range a.Positions {
		all = append(all, suggest.Proposal{Kind: store.KindPosition, Spans: []text.Span{g.Verb}, Confidence: 1, Stand: suggest.Stand{
			Holders: parties(g.Holders), Stance: g.Stance, Verb: g.Verb,
		}})
	}
	for _, g := range a.Names {
		all = append(all, suggest.Proposal{
			Kind: store.KindMention, Spans: []text.Span{g.Span}, Confidence: 1, Party: suggest.Party{Kind: store.ActorKind(g.Kind)},
		})
	}
	for _, g := range a.Dates {
		all = append(all, suggest.Proposal{
			Kind: suggest.KindDate, Spans: []text.Span{g.Span}, Confidence: 1, When: suggest.Moment{Date: g.Value, Span: g.Span},
		})
	}
	return all
}

// cells are the cells of a column that say how much is found or right.
func cells(m *measured) (all []string) {
	for _, r := range rows {
		if !strings.HasPrefix(r.name, "statements,") && !strings.HasPrefix(r.name, "characters") {
			all = append(all, r.cell(m))
		}
	}
	return all
}

func TestWhoFindsAllIsRightInAll(t *testing.T) {
	a := parsed(t)
	m := &measured{}
	m.article(a, perfect(a))
	want := []string{
		"100 (100)", "100", "100 (100)", "100/100/100", "100; 100", "100/–/100", "100", "100", "100; 100; 100", "0.10; 0.00",
		"100; 100", "0.17", "", "100 (100)", "",
		"100 (100)", "100/–/100/–/–", "100 (100)", "–; –", "100 (100)", "100; 100",
	}
	if got := cells(m); !slices.Equal(got, want) {
		t.Errorf("got\n%q, want\n%q", got, want)
	}
	if len(m.wrong) > 0 {
		t.Errorf("wrong: %v", m.wrong)
	}
}

// A name that is another's, words cut in half and a date of another day are wrong, and told.
func TestWhatIsWrongIsCountedAndTold(t *testing.T) {
	a := parsed(t)
	all := perfect(a)
	for i := range all {
		switch p := &all[i]; p.Kind {
		case store.KindStatement:
			p.Said.Speakers[0].Name = "Odo Lenz"
			if len(p.Said.Addressees) > 0 {
				p.Said.Addressees[0].Name = "Anna Kessel"
			}
			p.Said.On = suggest.Moment{Date: "2031-03-04"}
			p.Spans = []text.Span{{Start: p.Spans[0].Start, End: p.Spans[0].End - 2}}
		case store.KindPosition:
			p.Stand.Stance = store.StanceSupport
		case store.KindMention:
			p.Party.Kind = "group"
		case suggest.KindDate:
			p.When.Date = "2031-03-10"
		}
	}
	m := &measured{}
	m.article(a, all)
	want := []string{
		"0 (0)", "0", "100 (100)", "100/100/0", "100; 0", "100/–/100", "0", "100", "0; 100; 0", "0.90; 1.00", "0; 0", "0.17", "",
		"0 (0)", "",
		"100 (100)", "0/–/0/–/–",
		"0 (0)", "–; –", "0 (0)", "0; 0",
	}
	if got := cells(m); !slices.Equal(got, want) {
		t.Errorf("got\n%q, want\n%q", got, want)
	}
	told := 0
	for _, kind := range []string{"statements", "positions", "names", "dates"} {
		told += len(m.wrong[kind])
	}
	if told != 8 {
		t.Errorf("%d are told: %v", told, m.wrong)
	}
}

func TestThoseWhoAreNotNamedHaveNoName(t *testing.T) {
	for _, row := range []struct {
		name, found, words string
		same               bool
	}{
		{"Anna Kessel", "Anna Kessel", "She", true},
		{"Anna Kessel", "Kessel", "Kessel", true},
		{"Anna Kessel", "Odo Kessel", "Kessel", false},
		{"Ministry of Fisheries", "the Ministry of Fisheries", "The Ministry", true},
		{"", "", "an official", true},
		{"", "official", "an official", true},
		{"", "Anna Kessel", "an official", false},
	} {
		if got := sameName(row.name, suggest.Party{Name: row.found, Words: row.words}, row.words); got != row.same {
			t.Errorf("%q is %q: %v", row.name, row.found, got)
		}
	}
	for kind, same := range map[store.ActorKind]bool{store.ActorOrganisation: true, store.ActorPerson: false} {
		if got := sameName("Halcyon", suggest.Party{Name: "Halcyon Grid", Kind: kind}, "Halcyon"); got != same {
			t.Errorf("Halcyon is Halcyon Grid, of kind %q: %v", kind, got)
		}
	}
}

func TestNamesAndDatesOfATreebankAreRead(t *testing.T) {
	const file = `# meta::dateCreated = 2031-03-05
# newpar
1	Anna	_	PROPN	NNP	_	3	nsubj	_	Entity=(1-person-new-cf1-1-sgl
2	Kessel	_	PROPN	NNP	_	1	flat	_	Entity=1)
3-4	didn’t	_	_	_	_	_	_	_	_
3	did	_	AUX	VBD	_	5	aux	_	_
4	n’t	_	PART	RB	_	5	advmod	_	_
5	leave	_	VERB	VB	_	0	root	_	_
6-7	Norway’s	_	_	_	_	_	_	_	SpaceAfter=No
6	Norway	_	PROPN	NNP	_	5	obj	_	Entity=(2-place-new-cf2-1-sgl)
7	’s	_	PART	POS	_	6	case	_	_
8	,	_	PUNCT	,	_	5	punct	_	_
9	on	_	ADP	IN	_	10	case	_	_
10	Monday	_	PROPN	NNP	_	5	obl	_	Entity=(3-time-new-cf3-1-sgl)|SpaceAfter=No|XML=<date when:::"2031-03-03"></date>
11	.	_	PUNCT	.	_	5	punct	_	_

`
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "one.conllu"), []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	all, err := readGUM(folder)
	if err != nil || len(all) != 1 {
		t.Fatalf("%d texts, %v", len(all), err)
	}
	var got []string
	for _, n := range all[0].Names {
		got = append(got, string(n.Kind)+" "+all[0].Body.Slice(n.Span))
	}
	for _, d := range all[0].Dates {
		got = append(got, string(d.Value)+" "+all[0].Body.Slice(d.Span))
	}
	want := []string{"person Anna Kessel", "state Norway", "2031-03-03 Monday"}
	if !slices.Equal(got, want) || all[0].Date != "2031-03-05" || all[0].Body.String() != "Anna Kessel didn’t leave Norway’s, on Monday." {
		t.Errorf("got %q of %q, %s", got, all[0].Body.String(), all[0].Date)
	}
}

// Who speaks is right by name where their sentence does not tell of them, wherever else the text does; else their words must be right, too.
func TestWhoIsNotToldOfIsRightByName(t *testing.T) {
	a, err := gold.Parse("one", "language: es\ndate: 2031-03-05\noutlet: Hilo\nstyle: nota\nsplit: tune\n\n"+
		"Lenz calla. Según el alcalde, es tarde. “No”, dijo. “Nunca”, dijo Lenz.\n"+
		"> say “No” | cue dijo | by el alcalde = Odo Lenz\n> say “Nunca” | cue dijo ~2 | by Lenz ~2 = Odo Lenz\n")
	if err != nil {
		t.Fatal(err)
	}
	all := perfect(a)
	for i := range all {
		all[i].Said.Speakers[0].Span = text.Span{Start: 0, End: 4}
	}
	m := &measured{}
	m.article(a, all)
	if got := m.said.cell(); got != "50 (50)" {
		t.Errorf("who said what is right in %s", got)
	}
}

// Whoever stands right before “who” is told of by it.
func TestWhoIsWhoStandsBefore(t *testing.T) {
	a, err := gold.Parse("one", "language: en\ndate: 2031-03-05\noutlet: Wire\nstyle: report\nsplit: tune\n\n"+
		"A source, who asked for tea, sat. Odo Lenz, she said, left.\n> say for tea | cue asked | by who\n> say left | cue said | by she\n")
	if err != nil {
		t.Fatal(err)
	}
	all := perfect(a)
	for i, s := range []text.Span{{Start: 0, End: 8}, {Start: 34, End: 42}} {
		all[i].Said.Speakers[0].Span = s
	}
	m := &measured{}
	m.article(a, all)
	if m.said.right != 1 {
		t.Errorf("%d are right, want that of “who” alone", m.said.right)
	}
}

// In a headline of which no names are written down, whom the text names is neither right nor wrong; who is not named in it is wrong.
func TestAHeadlineOfWhichNothingIsWrittenDownIsNotCounted(t *testing.T) {
	a, err := gold.Parse("one", "language: de\ndate: 2031-03-05\noutlet: Bote\nstyle: Bericht\nsplit: tune\n\n"+
		"Norvia warnt Velia\n\nNorvia schweigt.\n> state Norvia\n")
	if err != nil {
		t.Fatal(err)
	}
	all := perfect(a)
	for _, s := range []text.Span{{Start: 0, End: 6}, {Start: 13, End: 18}} {
		all = append(all, suggest.Proposal{
			Kind: store.KindMention, Spans: []text.Span{s}, Confidence: 1, Party: suggest.Party{Kind: kindState},
		})
	}
	m := &measured{}
	m.article(a, all)
	if m.names.proposed != 2 || m.names.found != 1 {
		t.Errorf("%d of %d names are right, want 1 of 2", m.names.found, m.names.proposed)
	}
}
