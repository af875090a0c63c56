package suggest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"standpoint/store"
	"standpoint/store/text"
)

// newAlikes is a project with actors who can be called in more than one way.
func newAlikes() *Known {
	actors := map[store.ID]store.Name{}
	for _, a := range []store.Name{
		{Name: "Odile Brandt", Kind: store.ActorPerson},
		{Name: "Harbour Pilots’ Association", Kind: store.ActorOrganisation},
		{Name: "Ministry of Fisheries", Kind: store.ActorOrganisation},
		{Name: "NRT", Kind: store.ActorOrganisation},
		{Name: "Norvia", Kind: store.ActorState},
		{Name: "Mara Ellin", Kind: store.ActorPerson},
		{Name: "Marit Oder", Kind: store.ActorPerson},
		{Name: "Mira Oder", Kind: store.ActorPerson},
		{Name: "Жанна Шубина", Kind: store.ActorPerson},
	} {
		a.ID = store.NewID()
		actors[a.ID] = a
	}
	return Know(actors)
}

// Who is known by another name is found by its first letters, by a shortened first name, and by its sound in another script; who could be
// several is nobody.
func TestAnActorIsKnownFromANameThatIsWrittenInAnotherWay(t *testing.T) {
	k := newAlikes()
	for name, want := range map[string]string{
		"HPA": "=Harbour Pilots’ Association", "MoF": "", "MOF": "=Ministry of Fisheries", "MF": "=Ministry of Fisheries",
		"H.P.A.":                   "=Harbour Pilots’ Association",
		"Norvian Radio Television": "=NRT",
		"O. Brandt":                "=Odile Brandt", "Odile Maria Brandt": "=Odile Brandt", "Otto Brandt": "",
		"M. Oder":        "", // Marit or Mira
		"Мара Эллин":     "=Mara Ellin",
		"Mara Elin":      "=Mara Ellin",
		"Norwia":         "=Norvia",
		"Нoрвия":         "=Norvia",
		"Zhanna Shubina": "=Жанна Шубина", "Janna Schubina": "",
		"Velia": "", "MA": "", "the": "", "": "",
	} {
		found, ok := k.likely(name)
		if got := found.told(); got != want || ok != (want != "") {
			t.Errorf("%q is %q, should be %q", name, got, want)
		}
	}
}

func TestATextExplainsANameByAnotherThatIsKnown(t *testing.T) {
	k := newAlikes()
	for said, want := range map[string]string{
		"|The Harbour House|, as Norvia’s government is known, softened that.":   "=Norvia",
		"|Harbour House|, as the Norvian government is called, softened that.":   "=Norvia",
		"The |Pilots’ League| (Harbour Pilots’ Association) said no.":            "=Harbour Pilots’ Association",
		"The Harbour Pilots’ Association (|the League|) said no.":                "=Harbour Pilots’ Association",
		"Mara Ellin, known as |the Heron|, said no.":                             "=Mara Ellin",
		"|The Heron|, also known as Mara Ellin, said no.":                        "=Mara Ellin",
		"Mara Ellin is also known as |the Heron|.":                               "=Mara Ellin",
		"Mara Ellin called |the Heron| a bird.":                                  "",
		"Mara Ellin called the Norvian delegation |a choir| without conductors.": "",
		"|The Heron| (a bird) said no.":                                          "",
		"|The Heron| met Mara Ellin.":                                            "",
		"|The Heron|":                                                            "",
	} {
		at := strings.IndexByte(said, '|')
		plain := strings.ReplaceAll(said, "|", "")
		body, err := text.NewBody(plain)
		if err != nil {
			t.Fatal(err)
		}
		end := strings.LastIndexByte(said, '|') - 1
		found, _ := Text{Known: k, Body: body}.Glossed(text.Span{Start: body.Position(at), End: body.Position(end)})
		if got := found.told(); got != want {
			t.Errorf("%s: %q, should be %q", said, got, want)
		}
	}
}

// Those who are named nearby are the nearest first, each once, and not who is beyond what is read.
func TestThoseWhoAreNamedNearbyAreTheNearestFirst(t *testing.T) {
	said := "Odile Brandt came. " + strings.Repeat("Nobody spoke of it then. ", 500) +
		"Mara Ellin met Norvian Foreign Minister Marit Oder. The Heron laughed. Mara Ellin, too, and the Ministry of Fisheries."
	body, err := text.NewBody(said)
	if err != nil {
		t.Fatal(err)
	}
	k := newAlikes()
	at := body.Position(strings.Index(said, "Heron"))
	var got []string
	for _, id := range (Text{Known: k, Body: body}).Nearby(text.Span{Start: at, End: at + 5}, 9) {
		got = append(got, k.actors[id].Name)
	}
	if want := []string{"Marit Oder", "Norvia", "Mara Ellin", "Ministry of Fisheries"}; !slices.Equal(got, want) {
		t.Errorf("nearby are %q, should be %q", got, want)
	}
	if n := len((Text{Known: k, Body: body}).Nearby(text.Span{Start: at, End: at + 5}, 2)); n != 2 {
		t.Errorf("of two there are %d", n)
	}
}

func BenchmarkKnowingActors(b *testing.B) {
	actors := map[store.ID]store.Name{}
	for i := range 100_000 {
		id := store.NewID()
		actors[id] = store.Name{ID: id, Name: fmt.Sprintf("Mara %d Ellin%d", i, i), Kind: store.ActorOrganisation}
	}
	for b.Loop() {
		Know(actors)
	}
}
