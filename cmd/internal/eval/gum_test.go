package main

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"standpoint/app/suggest"
	"standpoint/app/suggest/gold"
	"standpoint/store"
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
		"Reedling PROPN NNP 16 compound " + note + "(8-organization-new-sssss-cf1-1-coref-Reedling%2DBank",
		"offices NOUN NNS 4 obl " + note + "8)",
	}
	var file strings.Builder
	for i, row := range rows {
		f := strings.Fields(row)
		file.WriteString(strings.Join([]string{strconv.Itoa(i + 1), f[0], f[0], f[1], f[2], "_", f[3], f[4], "_", f[5]}, "\t") + "\n")
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
		within = append(within, strings.TrimSpace(a.Body.Slice(n.Span)+" "+n.Who))
	}
	slices.Sort(within)
	want := "US state, President Lenz person, Oder person, University of Lissel organisation, Sarnians group"
	if got := strings.Join(names, ", "); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if got := strings.Join(within, ", "); got != "Harbourtube, Lissel, Reedling Reedling%2DBank" {
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

// Two names of which GUM says that they are the same are one actor's, whichever of them stands where; so are those within a phrase.
func TestNamesOfTheSameAreOfOneActor(t *testing.T) {
	b, err := text.NewBody("The Guild of Divers met. Divers met again. The Divers office opened. Kelp met.")
	if err != nil {
		t.Fatal(err)
	}
	at := func(words string) text.Span {
		start := strings.Index(b.String(), words)
		return text.Span{Start: start, End: start + len(words)}
	}
	of := func(words, who string) gold.Name {
		return gold.Name{Span: at(words), Kind: gold.NameOrganisation, Who: who}
	}
	teaches := gold.Article{Body: b, Names: []gold.Name{of("Divers met", "Guild"), of("Guild of Divers", "Guild"), of("Kelp", "")}}
	p := projectOf([]gold.Article{teaches})
	if len(p.actors) != 2 {
		t.Fatalf("%v", p.actors)
	}
	guild, ok := p.actorOf("Divers met", "organisation")
	if !ok || guild.Name != "Guild of Divers" || !slices.Equal(guild.Aliases, []string{"Divers met"}) {
		t.Fatalf("%+v", guild)
	}
	for _, row := range []struct {
		who   string
		right int
	}{{"Guild", 1}, {"Others", 0}, {"", 0}} {
		m := &measured{}
		m.ready()
		a := gold.Article{Body: b, Within: []gold.Name{{Span: at("Divers office"), Who: row.who}}}
		one := suggest.Proposal{Kind: store.KindMention, Spans: []text.Span{at("Divers office")}, Party: suggest.Party{Actor: guild.ID}}
		m.ofProject(a, p, []suggest.Proposal{one})
		if m.known.proposed != 1 || m.known.right != row.right {
			t.Errorf("%q: %+v", row.who, m.known)
		}
	}
}

// A surname alone is not the project's person where the article has somebody else with it in full, and no name of that person.
func TestASurnameIsWhomTheArticleHasInFull(t *testing.T) {
	actor := store.Name{ID: store.ID{15: 1}, Name: "Anna Kessel", Kind: "person"}
	p := project{actors: map[store.ID]store.Name{actor.ID: actor}, is: map[store.ID]string{}}
	for _, row := range []struct {
		said  string
		names []string
		is    bool
	}{
		{"Kessel met Odo Kessel.", []string{"Kessel", "Odo Kessel"}, false},
		{"Kessel met Odo Lenz.", []string{"Kessel", "Odo Lenz"}, true},
		{"Kessel met Anna Kessel. Odo Kessel slept.", []string{"Kessel", "Odo Kessel", "Anna Kessel"}, true},
	} {
		b, err := text.NewBody(row.said)
		if err != nil {
			t.Fatal(err)
		}
		a := gold.Article{Body: b}
		for _, name := range row.names {
			start := strings.Index(row.said, name)
			a.Names = append(a.Names, gold.Name{Span: text.Span{Start: start, End: start + len(name)}, Kind: gold.NamePerson})
		}
		one := suggest.Proposal{Kind: store.KindMention, Spans: []text.Span{{Start: 0, End: 6}}, Party: suggest.Party{Actor: actor.ID}}
		if is := p.names(a, a.Names[0], one); is != row.is {
			t.Errorf("%s: %v", row.said, is)
		}
	}
}
