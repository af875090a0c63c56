package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"standpoint/store/text"
)

func TestNamesWithinPhrasesOfGUMCountByThemselvesWhereTheyAreOthers(t *testing.T) {
	const note = "Entity="
	rows := []string{
		"US ADJ NNP 3 amod " + note + "(1-person-new(2-place-new)", "President PROPN NNP 3 nmod _", "Lenz PROPN NNP 4 nsubj " + note + "1)",
		"met VERB VBD 0 root _", "creator NOUN NN 4 obj " + note + "(3-person-new", "Oder PROPN NNP 5 flat " + note + "3)",
		"at ADP IN 4 case _", "University PROPN NNP 4 obl " + note + "(4-organization-new", "of ADP IN 10 case _",
		"Lissel PROPN NNP 8 nmod " + note + "(5-place-new)4)", "with ADP IN 4 case _", "Sarnians PROPN NNPS 4 obl " + note + "(6-person-new)",
		"about ADP IN 4 case _", "Harbourtube PROPN NNP 4 obl " + note + "(7-object-new)",
	}
	var file strings.Builder
	for i, row := range rows {
		f := strings.Fields(row)
		file.WriteString(strings.Join([]string{string(rune('1' + i)), f[0], f[0], f[1], f[2], "_", f[3], f[4], "_", f[5]}, "\t") + "\n")
	}
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "a.conllu"), []byte(file.String()+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	all, err := readGUM(folder)
	if err != nil || len(all) != 1 {
		t.Fatal(err, len(all))
	}
	a := all[0]
	var names, within []string
	for _, n := range a.Names {
		names = append(names, a.Body.Slice(n.Span)+" "+string(n.Kind))
	}
	for _, n := range a.Within {
		within = append(within, a.Body.Slice(n.Span))
	}
	slices.Sort(within)
	want := "US state, President Lenz person, Oder person, University of Lissel organisation, Sarnians group"
	if got := strings.Join(names, ", "); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if got := strings.Join(within, ", "); got != "Harbourtube, Lissel" {
		t.Error(got)
	}
}

// Of a quotation of two sentences of which only the first is of the unit that is told, that much is right; what reaches too far within the
// sentence of its verb is not.
func TestStatementsAreComparedAsAWholeOrInTheSentenceOfTheirVerb(t *testing.T) {
	b, err := text.NewBody("“It is open now and for ever. It stays so,” she said. Nobody knows.")
	if err != nil {
		t.Fatal(err)
	}
	of := func(start, end int) []text.Span { return []text.Span{{Start: start, End: end}} }
	said := text.Span{Start: 48, End: 52}
	last := b.SentenceAt(said.Start).Start
	if last != 30 || b.Slice(said) != "said" {
		t.Fatal(last, b.Slice(said))
	}
	for i, row := range []struct {
		is, found []text.Span
		cue       text.Span
		same      bool
	}{
		{of(last, 42), of(0, 42), said, true},
		{of(0, 42), of(0, 42), said, true},
		{of(0, 42), of(0, 20), said, false}, // nothing of the sentence of the verb
		{of(0, 20), of(0, 42), text.Span{}, false},
		{of(last, last+2), of(last, 42), said, false},
	} {
		both, either := commonOfGUM(b, row.is, row.found, row.cue)
		if same := 2*both >= either; same != row.same {
			t.Errorf("%d: %d of %d", i, both, either)
		}
	}
}
