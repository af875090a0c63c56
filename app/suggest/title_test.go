package suggest

import (
	"fmt"
	"testing"

	"standpoint/store"
)

// newKnown is a project with some actors.
func newKnown() *Known {
	actors := map[store.ID]store.Name{}
	for _, a := range []store.Name{
		{Name: "Norvia", Kind: store.ActorState, Aliases: []string{"Harbour House"}},
		{Name: "Mara Ellin", Kind: store.ActorPerson},
		{Name: "Meridian", Kind: store.ActorOrganisation},
		{Name: "Republik Island", Kind: store.ActorState, Aliases: []string{"Island"}},
	} {
		a.ID = store.NewID()
		actors[a.ID] = a
	}
	return Know(actors)
}

// told says whom a party is, what a new one would be, and what the text calls them if that is something else.
func (p Party) told() string {
	switch {
	case p.IsZero():
		return ""
	case p.Name == "":
		return "“" + p.Words + "”"
	case p.Actor != store.ID{}:
		return "=" + p.Name
	case p.Kind == "":
		return p.Name
	}
	return p.Name + " (" + string(p.Kind) + ")"
}

func TestATitleSaysWhatSomebodyIsAndOfWhat(t *testing.T) {
	for _, row := range []struct{ said, words, want string }{
		{
			"Icelandic Foreign Minister Jona Falk opened the talks.",
			"Icelandic Foreign Minister Jona Falk",
			"Jona Falk (person): foreign minister of =Republik Island, “Icelandic Foreign Minister”",
		},
		{
			"Turkish Foreign Minister Selim Orak opened the talks.",
			"Selim Orak",
			"Selim Orak (person): foreign minister of Turkey (state), “Turkish Foreign Minister”",
		},
		{
			"Instead, Norvian President Ilse Varonne came.",
			"Ilse Varonne",
			"Ilse Varonne (person): president of =Norvia, “Norvian President”",
		},
		{
			"Instead, Norvian President Ilse Varonne came.",
			"Varonne",
			"Ilse Varonne (person): president of =Norvia, “Norvian President”",
		},
		{
			"It is led by Harbour House aide and former Toll Minister Odo Lenz, who came.",
			"Odo Lenz",
			"Odo Lenz (person): aide of =Norvia, “Harbour House aide and former Toll Minister”",
		},
		{
			"The Harbour Board director and Toll Minister Odo Lenz came.",
			"Odo Lenz",
			"Odo Lenz (person): director of Harbour Board (organisation), “Harbour Board director and Toll Minister”",
		},
		{
			"The Norvian Prime Minister and Toll Minister Odo Lenz came.",
			"Odo Lenz",
			"Odo Lenz (person): prime minister and toll minister of =Norvia, “Norvian Prime Minister and Toll Minister”",
		},
		{
			"The Norvian ambassador and former Toll Minister Odo Lenz came.",
			"Odo Lenz",
			"Odo Lenz (person): ambassador of =Norvia, “Norvian ambassador and former Toll Minister”",
		},
		{
			"Odo Lenz, an aide to Mara Ellin and former trade minister of Velia, came.",
			"Odo Lenz",
			"Odo Lenz (person): aide of =Mara Ellin, “aide to Mara Ellin and former trade minister of Velia”",
		},
		{
			"Odo Lenz, aide and former trade minister of Velia, came.",
			"Odo Lenz",
			"Odo Lenz (person): aide of , “aide and former trade minister of Velia”",
		},
		{
			"Odo Lenz, a former trade minister of Velia, came.",
			"Odo Lenz",
			"Odo Lenz (person): former trade minister of Velia, “former trade minister of Velia”",
		},
		{
			"Former Velian Trade Minister Odo Lenz came.",
			"Odo Lenz",
			"Odo Lenz (person): former trade minister of Velian, “Former Velian Trade Minister”",
		},
		{
			"United States’ Special Envoy Odo Lenz came.",
			"Odo Lenz",
			"Odo Lenz (person): special envoy of United States (state), “United States’ Special Envoy”",
		},
		{
			"Then Velia’s Special Envoy for Norvia and Estmark Kirsten Ohm spoke.",
			"Kirsten Ohm",
			"Kirsten Ohm (person): special envoy for Norvia and Estmark of Velia, “Velia’s Special Envoy for Norvia and Estmark”",
		},
		{
			"It was Estmark’s Anna Kessel.",
			"Anna Kessel",
			"Anna Kessel (person):  of Estmark, “Estmark”",
		},
		{
			"Anna Kessel, the trade minister of Norvia, told reporters.",
			"Anna Kessel",
			"Anna Kessel (person): trade minister of =Norvia, “trade minister of Norvia”",
		},
		{
			"“…,” the Norvian foreign minister, Anna Kessel, told reporters.",
			"Anna Kessel",
			"Anna Kessel (person): foreign minister of =Norvia, “Norvian foreign minister”",
		},
		{
			"They met the head of Norvia’s presidential office, Anna Kessel, in the harbour.",
			"Anna Kessel",
			"Anna Kessel (person): head of presidential office of =Norvia, “head of Norvia’s presidential office”",
		},
		{
			"Norvian Harbour Minister Jonna Welk came.",
			"Jonna Welk",
			"Jonna Welk (person): harbour minister of =Norvia, “Norvian Harbour Minister”",
		},
		{
			"Then Harbour Minister Jonna Welk came.",
			"Jonna Welk",
			"Jonna Welk (person): harbour minister of , “Harbour Minister”",
		},
		{
			"Norvian Special Envoy for the Strait Kirsten Ohm came.",
			"Kirsten Ohm",
			"Kirsten Ohm (person): special envoy for the Strait of =Norvia, “Norvian Special Envoy for the Strait”",
		},
		{
			"They met Foreign Minister Jona Falk and Kessel.",
			"Kessel",
			"Kessel:  of , “”",
		},
		{
			"Mr. Kessel did not come.",
			"Mr. Kessel",
			"Kessel:  of , “Mr.”",
		},
		{
			"On Tuesday Anna Kessel came.",
			"Anna Kessel",
			"Anna Kessel (person):  of , “”",
		},
		{
			"The Trade Ministry said so.",
			"The Trade Ministry",
			"Trade Ministry (organisation):  of , “”",
		},
		{
			"Later Ellin left.",
			"Ellin",
			"=Mara Ellin:  of , “”",
		},
		{
			"Ellin told the broadcaster NRT that the toll stays.",
			"the broadcaster NRT",
			"NRT (organisation):  of , “”",
		},
		{
			"Lena Quist came. It was said by Quist’s spokeswoman Rike Dahl that she stays.",
			"Rike Dahl",
			"Rike Dahl (person): spokeswoman of , “Quist’s spokeswoman”",
		},
		{
			"On Friday they go on strike, says Union leader Bo Harker.",
			"Bo Harker",
			"Bo Harker (person): leader of , “Union leader”",
		},
		{
			"The harbour is open.",
			"harbour",
			"harbour:  of , “”",
		},
	} {
		b, s := found(t, row.said, row.words)
		in := Text{Known: newKnown(), Body: b}.Introduced(s)
		if got := fmt.Sprintf("%s: %s of %s, “%s”", in.told(), in.Role, in.Of.told(), b.Slice(in.Title)); got != row.want {
			t.Errorf("%s\n got %s\nwant %s", row.said, got, row.want)
		}
	}
}

func TestWhoIsMeantIsReadFromWhatTheTextSaysElsewhere(t *testing.T) {
	const said = "Norvian Trade Minister Mara Ellin came. The trade minister spoke. The judge did not. Norvians listened. Estmarkers left."
	for words, want := range map[string]string{
		"The trade minister": "=Mara Ellin", "The judge": "", "Norvians": "=Norvia", "Estmarkers": "", "spoke": "",
	} {
		b, s := found(t, said, words)
		read := Text{Known: newKnown(), Body: b}
		_, at := found(t, said, "Mara Ellin")
		mara, _ := read.called("Mara Ellin")
		read.Mentions = []Mentioned{{Span: at, Actor: mara.Actor}}
		meant, ok := read.Meant(s)
		if got := meant.told(); got != want || ok != (want != "") {
			t.Errorf("%s means %q, %v; should mean %q", words, got, ok, want)
		}
	}
}

// In a language of which the rules know no titles a word before a name is often one: it is not taken for a part of the name where a
// sentence begins, and no more than one is elsewhere.
func TestANameInAnotherLanguageTakesNoTitleAlong(t *testing.T) {
	for _, row := range []struct{ said, words, want string }{
		{"Der Reederverband lehnt das ab.", "Reederverband", "Reederverband"},
		{"Das lehnte Verkehrsminister Jorin Tessel ab.", "Tessel", "Jorin Tessel"},
		{"Речниця Гриня заперечила це.", "Гриня", "Гриня"},
		{"«Президент Веланії Остап Гринь не прийде».", "Гринь", "Остап Гринь"},
		{"Президент Веланії не прийде.", "Веланії", "Веланії"},
		{"Mira Quist has said that she will not come to the talks.", "Quist", "Mira Quist"},
	} {
		b, s := found(t, row.said, row.words)
		if got := (Text{Known: newKnown(), Body: b}).Introduced(s).Name; got != row.want {
			t.Errorf("%s\n got %s\nwant %s", row.said, got, row.want)
		}
	}
}
