package suggest

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"standpoint/store"
	"standpoint/store/text"
)

// knowing are actors by their names, with their kinds before: “person:Mara Ellin”; aliases follow after |.
func knowing(names ...string) *Known {
	actors := map[store.ID]store.Name{}
	for i, s := range names {
		kind, name, _ := strings.Cut(s, ":")
		all := strings.Split(name, "|")
		id := store.ID{14: byte((i + 1) >> 8), 15: byte(i + 1)}
		actors[id] = store.Name{ID: id, Name: all[0], Kind: store.ActorKind(kind), Aliases: all[1:]}
	}
	return Know(actors)
}

// mentionsIn are what a text is read for, as “words = Name, kind, rule”.
func mentionsIn(t *testing.T, k *Known, language, said string) (all []string) {
	t.Helper()
	body, err := text.NewBody(said)
	if err != nil {
		t.Fatal(err)
	}
	r := Reader{Known: k}
	for _, p := range r.Read(Text{Known: k, Body: body}, Facts{Language: language}) {
		if p.Kind == store.KindMention {
			all = append(all, p.Party.Words+" = "+p.Party.Name+", "+string(p.Party.Kind)+", "+p.Rule)
		}
	}
	return all
}

func TestNamesEndBeforeDaysAndBeginBehindStates(t *testing.T) {
	got := mentionsIn(t, knowing(), "en", "The talks began in Lissel Friday afternoon. "+
		"The special envoy to Ukraine and Russia Keith Lenz left early.")
	for _, want := range []string{"Russia = Russia, state, name.state", "Keith Lenz = Keith Lenz, person, "} {
		if !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, want) }) {
			t.Errorf("%q is not among %q", want, got)
		}
	}
	for _, s := range got {
		if strings.Contains(s, "Friday") {
			t.Errorf("a day is taken for a part of a name: %q", s)
		}
	}
}

func TestActorsOfTheProjectAreFoundInAnyInflection(t *testing.T) {
	k := knowing("person:Маркин Олег|Олег Маркин", "person:Орест Дубовський", "state:Норвия", "state:Estmark",
		"organisation:Harbour Pilots’ Union|HPU", "state:諾維亞", "organisation:ท่าเรือ", "person:Anna Kessel")
	for _, c := range []struct{ language, text, want string }{
		{"ru", "Вчера в столице Норвии встретили Олега Маркина.", "Норвии = Норвия, Олега Маркина = Маркин Олег"},
		{"uk", "Учора розмовляли з Орестом Дубовським у порту.", "Орестом Дубовським = Орест Дубовський"},
		{"ru", "Говорят о норвийском порте и о маркинской улице.", ""},
		{"de", "Die Küste Estmarks ist lang.", "Estmarks = Estmark"},
		{"en", "It is Estmark’s harbour, not that of the Estmarkers.", "Estmark = Estmark"},
		{
			"en", "They met the Harbour Pilots’ Union. Then the HPU left.",
			"Harbour Pilots’ Union = Harbour Pilots’ Union, HPU = Harbour Pilots’ Union",
		},
		{"zh", "昨天諾維亞宣布開放港口。", "諾維亞 = 諾維亞"},
		{"th", "เมื่อวานท่าเรือปิด", "ท่าเรือ = ท่าเรือ"},
		{"en", "We saw Anna Kessel. Later Kessel left, and Maria Kessel too.", "Anna Kessel = Anna Kessel, Kessel = Anna Kessel"},
		{"en", "They live in Kesselton and at estmark.", ""},
	} {
		var got []string
		for _, m := range mentionsIn(t, k, c.language, c.text) {
			if what, ok := strings.CutSuffix(m, ruleKnown); ok {
				words, _, _ := strings.Cut(what, ",")
				got = append(got, words)
			}
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

func TestNamesOfTheProjectAreNotFoundInThoseOfOthers(t *testing.T) {
	k := knowing("person:John", "person:Will Carver", "organisation:Court", "state:Norvia", "state:Mexico", "organisation:NATO", "state:PERU")
	for _, c := range []struct{ text, want string }{
		{"They met John Kerry and the Supreme Court.", ""},
		{"They met John, and the Court agreed.", "John, Court"},
		{"Will they go? May they stay? They saw Carver.", "Carver"},
		{"The Norvia Chamber of Shipping wrote to Norvia’s minister.", "Norvia"},
		{"It rained in Mexico City, not in Mexico.", "Mexico"},
		{"The University of Norvia and the Bank of Norvia paid Norvia$ 20 to the people of Norvia.", "Norvia"},
		{"A Nato envoy went to Peru.", "Nato, Peru"},
	} {
		if s := knownIn(t, k, c.text); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

// knownIn are the words of an English text that are found as names of the project, one after another.
func knownIn(t *testing.T, k *Known, body string) string {
	t.Helper()
	var known []string
	for _, m := range mentionsIn(t, k, "en", body) {
		if words, _, _ := strings.Cut(m, " = "); strings.HasSuffix(m, ruleKnown) {
			known = append(known, words)
		}
	}
	return strings.Join(known, ", ")
}

func TestNamesThatTheProjectDoesNotHaveAreProposedWithTheirKinds(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{
			"The Norvian foreign minister, Anna Kessel, told reporters. Kessel was tired.",
			"Anna Kessel = Anna Kessel, person, name.title; Kessel = Anna Kessel, person, name.again",
		},
		{"On Monday Trade Minister Okto Brill spoke in English.", "Okto Brill = Okto Brill, person, name.title"},
		{
			"They came from France, Germany and the United Kingdom in May.",
			"France = France, state, name.state; Germany = Germany, state, name.state; United Kingdom = United Kingdom, state, name.state",
		},
		{"A letter to the Foreign Ministry was read.", "Foreign Ministry = Foreign Ministry, organisation, name.organisation"},
		{"The Norvian coast is long. We saw Norvia.", "Norvia = Norvia, state, name.adjective"},
		{"The Turkish harbour is in Istanbul.", "Istanbul = Istanbul, , name.place"},
		{"Ankara said no. They met in Ankara.", "Ankara = Turkey, state, name.seat; Ankara = Ankara, , name.place"},
		{
			"GENEVA, May 20 (Meridian) - It rained on Quay Road. Meridian saw it.",
			"GENEVA = GENEVA, , name.place; Meridian = Meridian, organisation, name.organisation; Quay Road = Quay Road, , name.place; " +
				"Meridian = Meridian, organisation, name.again",
		},
		{"Leeds United met Marlow Capital. Marlow paid.", "Leeds United = Leeds United, organisation, name.organisation; " +
			"Marlow Capital = Marlow Capital, organisation, name.organisation; Marlow = Marlow Capital, organisation, name.again"},
		{
			"@harbour saw anna kesselring in germany #lissel",
			"anna kesselring = anna kesselring, person, name.shape; germany = germany, state, name.state",
		},
		{"HARBOUR OPENS ON MONDAY AFTER LONG TALKS", ""},
	} {
		if got := strings.Join(mentionsIn(t, Know(nil), "en", c.text), "; "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestStatesAreNamedInAnyCaseOfTheirLanguages(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{"fr", "Hier, l’Ukraine et la France ont parlé d’Israël.", "Ukraine, France, Israël"},
		{"it", "L'Italia ha firmato, e il presidente dell’Ucraina tace. All'alba nell'Alto Adige.", "Italia, Ucraina"},
		{"de", "Gestern sprach man über Deutschlands Küste und die Häfen der Ukraine.", "Deutschlands, Ukraine"},
		{"ru", "Вчера в Германии говорили о портах Украины.", "Германии, Украины"},
		{"uk", "Учора в Німеччині говорили про порти України.", "Німеччині, України"},
		{"es", "Ayer se habló en Alemania de los puertos de España.", "Alemania, España"},
	} {
		var got []string
		for _, m := range mentionsIn(t, Know(nil), c.language, c.text) {
			words, _, _ := strings.Cut(m, " = ")
			if !strings.HasSuffix(m, string(store.ActorState)+", "+ruleState) {
				words += "?"
			}
			got = append(got, words)
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: %s", c.text, s)
		}
	}
}

func TestAStateInTheGenitiveIsNewByItsNameInTheNominative(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{
			"de", "Die Armee Russlands wartet auf Vertreter der Türkei. Die Regierung von Laos schweigt.",
			"Russlands = Russland, Türkei = Türkei, Laos = Laos",
		},
		{"uk", "Учора армія України чекала.", "України = Україна"},
	} {
		var got []string
		for _, m := range mentionsIn(t, Know(nil), c.language, c.text) {
			got = append(got, strings.TrimSuffix(m, ", "+string(store.ActorState)+", "+ruleState))
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: %s", c.text, s)
		}
	}
}

// checkMentions looks at what every proposal of a text must hold.
func checkMentions(t interface{ Fatalf(string, ...any) }, said, language string) {
	body, err := text.NewBody(said)
	if err != nil {
		return
	}
	k := knowing("person:Anna Kessel|Kessel", "state:Норвия", "organisation:諾維亞", "organisation:HPU")
	r := Reader{Known: k}
	read := func() []Proposal { return r.Read(Text{Known: k, Body: body}, Facts{Language: language}) }
	first := read()
	last := 0
	for _, p := range first {
		if p.Kind != store.KindMention {
			continue
		}
		s := p.Whole()
		if len(p.Spans) != 1 || s.Empty() || s.Start < last || s.End > body.Len() || body.Snap(s) != s || body.Trim(s) != s {
			t.Fatalf("%v after %d in %q", p.Spans, last, said)
		}
		if p.Rule == "" || p.Confidence <= 0 || p.Confidence > 1 || p.Party.Name == "" || !utf8.ValidString(p.Party.Name) {
			t.Fatalf("%+v in %q", p, said)
		}
		last = s.End
	}
	if !slices.EqualFunc(first, read(), func(a, b Proposal) bool { return a.ID == b.ID && a.Confidence == b.Confidence && a.Rule == b.Rule }) {
		t.Fatalf("read twice it differs: %q", said)
	}
}

func TestMentionsOfTextsInAnyScriptStandApartAndCutNothing(t *testing.T) {
	pieces := []string{"Anna", "Kessel", "’s", " ", "\n", ", ", "Minister", "HPU", "Норвии", "諾維亞", "of the", "Union", "“", "”", ".", "said"}
	letters := rapid.RuneFrom(nil,
		unicode.Latin, unicode.Cyrillic, unicode.Han, unicode.Arabic, unicode.Thai, unicode.Katakana, unicode.M, unicode.P)
	piece := rapid.OneOf(rapid.SampledFrom(pieces), rapid.StringOfN(letters, 1, 5, -1))
	rapid.Check(t, func(t *rapid.T) {
		said := strings.Join(rapid.SliceOfN(piece, 0, 40).Draw(t, "text"), rapid.SampledFrom([]string{"", " "}).Draw(t, "between"))
		checkMentions(t, said, rapid.SampledFrom([]string{"", "en", "de", "fr", "uk", "ru", "zh"}).Draw(t, "language"))
	})
}

func TestAnAccentOnASpaceBeginsNoName(t *testing.T) {
	for _, said := range []string{"of the \u0300Anna Anna", "\u0300Anna slept", "“\u0300Anna\u0300 slept”", " \u0300 \u0300Kessel"} {
		checkMentions(t, said, "en")
	}
}

func FuzzMentions(f *testing.F) {
	f.Add("Anna Kessel’s Union told the HPU in Норвии.", "en")
	f.Add("諾維亞 und Ministerin Anna Kessel", "de")
	f.Fuzz(func(t *testing.T, said, language string) { checkMentions(t, said, language) })
}
