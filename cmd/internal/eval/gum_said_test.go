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

// textOf is a text of GUM's form. Words of a sentence are divided by spaces, and each is word/kind/head/relation; “=name:2->3:0” before a
// word begins a unit.
func textOf(t *testing.T, sentences ...string) gold.Article {
	t.Helper()
	var file strings.Builder
	for _, sentence := range sentences {
		n := 0
		unit := "_"
		for field := range strings.FieldsSeq(sentence) {
			if relation, is := strings.CutPrefix(field, "="); is {
				unit = "Discourse=" + relation
				continue
			}
			n++
			f := append(strings.Split(field, "/"), "X", "0", "dep")
			file.WriteString(strings.Join([]string{
				string(rune('0' + n)), f[0], f[0], f[1], f[1], "_", f[2], f[3], "_", unit,
			}, "\t") + "\n")
			unit = "_"
		}
		file.WriteString("\n")
	}
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "a.conllu"), []byte(file.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	all, err := readGUM(folder)
	if err != nil || len(all) != 1 {
		t.Fatal(err, len(all))
	}
	return all[0]
}

// saidIn tells who says what in a text, by which words.
func saidIn(a gold.Article) (all []string) {
	for _, s := range a.Statements {
		all = append(all, a.Body.Slice(s.Speakers[0].Span)+" | "+told(a.Body, s.Cue)+" | "+told(a.Body, s.Content))
	}
	return all
}

// How far what somebody says reaches is told by what belonged to it before: a later sentence of the same quotation does, what the article
// adds does not, and somebody else's words within it do.
func TestWhatATextTellsReachesAsFarAsItsUnitsSay(t *testing.T) {
	for _, row := range []struct {
		text []string
		want []string
	}{
		{[]string{
			"=ROOT:1:0 It opens =attribution-positive:2->1:1 Kessel/PROPN/4/nsubj said/VERB",
			"=joint-list_m:3->1:0 It stays =elaboration:4->1:2 Nobody knows",
		}, []string{"Kessel | said | It opens + It stays"}},
		{[]string{
			"=attribution-positive:1->3:1 Kessel/PROPN/2/nsubj said/VERB " +
				"=attribution-positive:2->3:0 Odo/PROPN/4/nsubj thinks/VERB =ROOT:3:0 it opens",
		}, []string{"Kessel | said | Odo thinks it opens", "Odo | thinks | it opens"}},
		{[]string{
			"=attribution-positive:1->2:0 Kessel/PROPN/2/nsubj said/VERB " +
				"=attribution-positive:2->3:0 Odo/PROPN/4/nsubj thinks/VERB =ROOT:3:0 it opens",
		}, []string{"Kessel | said | Odo thinks it opens", "Odo | thinks | it opens"}},
		{[]string{
			"=ROOT:1:0 The harbour =attribution-positive:2->1:0 Kessel/PROPN/4/nsubj said/VERB =same-unit_m:3->1:1 opens",
		}, []string{"Kessel | said | The harbour + opens"}},
	} {
		if got := saidIn(textOf(t, row.text...)); !slices.Equal(got, row.want) {
			t.Errorf("%q\n got %q\nwant %q", row.text, got, row.want)
		}
	}
}

// Who says it may be told by “according to”, stand in another clause, or be parted from the verb.
func TestWhoSaysItNeedNotBeTheSubjectOfTheVerb(t *testing.T) {
	for _, row := range []struct{ text, want string }{
		{
			"=attribution-positive:1->2:0 According/VERB/3/case to/ADP/3/case Kessel/PROPN/5/obl ,/PUNCT =ROOT:2:0 it opens",
			"Kessel | According to | it opens",
		},
		{
			"=ROOT:1:0 Notes came =attribution-positive:2->3:0:sem-atsrc-1-gold+lex-indwd-3-_ saying/VERB =elaboration:3->1:0 it opens",
			"Notes | saying | it opens",
		},
		{
			"=attribution-positive:1->4:0 Notes/NOUN/5/nsubj =elaboration:2->1:0 seen/VERB by us =same-unit_m:3->1:1 say/VERB =ROOT:4:0 it opens",
			"Notes | say | it opens",
		},
		{"=attribution-positive:1->2:0 Kessel/PROPN =ROOT:2:0 the harbour by day", ""},
	} {
		if got := strings.Join(saidIn(textOf(t, row.text)), "; "); got != row.want {
			t.Errorf("%q\n got %q\nwant %q", row.text, got, row.want)
		}
	}
}

// Of two who say the same words, one in the other's, a proposal is the one of its verb.
func TestAProposalIsTheStatementOfItsVerb(t *testing.T) {
	a := textOf(t, "=attribution-positive:1->2:0 I/PRON/2/nsubj think/VERB =ROOT:2:0 it opens soon "+
		"=attribution-positive:3->2:1 said/VERB Kessel/PROPN/6/nsubj")
	at := func(words string) text.Span {
		start := strings.Index(a.Body.String(), words)
		return text.Span{Start: start, End: start + len(words)}
	}
	p := suggest.Proposal{Kind: store.KindStatement, Spans: []text.Span{at("it opens soon")}}
	p.Said.Cue, p.Said.Speakers = at("said"), []suggest.Party{{Words: "Kessel", Span: at("Kessel")}}
	m := &measured{}
	m.article(a, []suggest.Proposal{p})
	if m.said.right != 1 || m.said.gold != 2 {
		t.Errorf("%+v of %q", m.said, saidIn(a))
	}
}

// Of what is no clause, GUM tells nothing: it is neither right nor wrong, but for whoever has learnt from GUM's texts that there is none.
func TestWhatIsNoClauseIsNotCountedOfGUM(t *testing.T) {
	a := textOf(t, "=ROOT:1:0 Kessel/PROPN/2/nsubj asked/VERB them to leave")
	for _, row := range []struct {
		style, rule string
		isTaught    bool
		proposed    int
	}{
		{styleGUM, "infinitive", false, 0},
		{styleGUM, "infinitive", true, 1},
		{styleGUM, "clause.bare", false, 1},
		{"report", "infinitive", false, 1},
	} {
		a.Style = row.style
		m := &measured{isTaught: row.isTaught}
		spans := []text.Span{{Start: 18, End: 26}}
		m.article(a, []suggest.Proposal{{Kind: store.KindStatement, Rule: row.rule, Spans: spans, Confidence: 0.9}})
		if m.said.proposed != row.proposed || len(m.judged) != row.proposed {
			t.Errorf("%+v: %+v", row, m.said)
		}
	}
}
