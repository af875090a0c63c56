package text_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"standpoint/store/text"
)

func TestNamesAreFoundAsWholeWords(t *testing.T) {
	tests := []struct {
		name    string
		names   string // with | between them
		body    string
		options text.NameOptions
		want    string // with | between them
	}{
		{"whole words", "Venn", "Venn met Vennard and Lady Venn. Subvenn!", text.NameOptions{}, "Venn|Venn"},
		{"a possessive", "Venn", "Venn's plan, Venn’s plan, the Venns", text.NameOptions{}, "Venn|Venn"},
		{"an apostrophe suffix", "Erdemir", "Erdemir'in planı", text.NameOptions{}, "Erdemir"},
		{"several words", "Orla Venn", "Orla Venn; Orla  Venn; Orla\nVenn; Orla, Venn", text.NameOptions{}, "Orla Venn|Orla  Venn"},
		{"initials", "J. K. Venn", "J.K. Venn", text.NameOptions{}, "J.K. Venn"},
		{"the longer of two", "Venn|Orla Venn", "Orla Venn and Venn", text.NameOptions{}, "Orla Venn|Venn"},
		{"any case", "Us", "US and us", text.NameOptions{}, "US|us"},
		{"the same case", "US", "US and us and Us", text.NameOptions{MatchCase: true}, "US"},
		{"without marks", "Émile Kasvel", "Emile Kasvel", text.NameOptions{}, "Emile Kasvel"},
		{"hyphens", "Anne-Lise Tor", "Anne‑Lise Tor spoke", text.NameOptions{}, "Anne‑Lise Tor"},
		{"no endings", "Варенський", "Варенського бачили", text.NameOptions{}, ""},
		{
			"endings", "Варенський", "Варенського, Варенським, Варенський, Вареник",
			text.NameOptions{Endings: true},
			"Варенського|Варенським|Варенський",
		},
		{"endings of each word", "Олена Варенська", "з Оленою Варенською", text.NameOptions{Endings: true}, "Оленою Варенською"},
		{"endings in the same case", "Мир", "Миру і миру", text.NameOptions{Endings: true, MatchCase: true}, "Миру"},
		{"not a longer word", "Orla", "Orlando and Orlas", text.NameOptions{Endings: true}, "Orlas"},
		{"too short for endings", "Li", "Lima", text.NameOptions{Endings: true}, ""},
		{"no spaces between words", "王明", "昨天王明说", text.NameOptions{}, "王明"},
		{
			"other signs in the name", "Smith, Jr.|AT&T|Procter & Gamble|Jane (JJ) Roe|S/4 Corp",
			"Smith, Jr., of AT&T; Procter & Gamble, Jane (JJ) Roe. S/4 Corp, and Smith; Jr. AT/T",
			text.NameOptions{MatchCase: true},
			"Smith, Jr|AT&T|Procter & Gamble|Jane (JJ) Roe|S/4 Corp",
		},
		{
			"signs of the name", "C++|Yes!|.NET|¡Ya!|Q&A+", "C and C++, Yes and Yes! NET, .NET; Ya, ¡Ya! Q&A, Q&A+.",
			text.NameOptions{MatchCase: true},
			"C++|Yes!|.NET|¡Ya!|Q&A+",
		},
		{
			"signs of the sentence", "“Northern Wire”|Smith Jr.|(Meridian)", "Northern Wire, Smith Jr and Meridian.",
			text.NameOptions{},
			"Northern Wire|Smith Jr|Meridian",
		},
		{"the same case with a soft hyphen", "European", "Eu\u00adropean, EURO\u00adPEAN", text.NameOptions{MatchCase: true}, "Eu\u00adropean"},
		{
			"the same case in parts", "Émile Tórr", "E\u0301mile To\u0301rr, e\u0301mile to\u0301rr",
			text.NameOptions{MatchCase: true},
			"E\u0301mile To\u0301rr",
		},
		{
			"the same case with a stress mark", "Варенський", "Варе\u0301нський, варе\u0301нський",
			text.NameOptions{MatchCase: true},
			"Варе\u0301нський",
		},
		{"the same case with vowel signs", "مارا", "مَارَا", text.NameOptions{MatchCase: true}, "مَارَا"},
		{"the same case without marks", "Emile", "Émile, émile", text.NameOptions{MatchCase: true}, "Émile"},
		{"a soft hyphen in the name", "Eu\u00adropean", "European", text.NameOptions{MatchCase: true}, "European"},
		{"short i stays a letter", "МОЙ", "МОИ", text.NameOptions{MatchCase: true}, ""},
		{"digits", "Channel 5", "Channel 5, Channel 55", text.NameOptions{}, "Channel 5"},
		{"a soft hyphen in the same case", "European", "Eu\u00adropean, eu\u00adropean", text.NameOptions{MatchCase: true}, "Eu\u00adropean"},
		{"accents apart in the same case", "Zoé", "Zoe\u0301, zoe\u0301", text.NameOptions{MatchCase: true}, "Zoe\u0301"},
		{"stress in the same case", "Маренський", "Маре\u0301нський", text.NameOptions{MatchCase: true}, "Маре\u0301нський"},
		{"harakat in the same case", "مارا", "مَارَا", text.NameOptions{MatchCase: true}, "مَارَا"},
		{"signs at the end", "C++|Yes!", "C, C++ and c; Yes, Yes!", text.NameOptions{}, "C++|Yes!"},
		{"nothing", "–|", "– a –", text.NameOptions{}, ""},
		{"arabic", "مارا", "قالت مارا إن", text.NameOptions{}, "مارا"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b, err := text.NewBody(tt.body)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, s := range text.FindNames(b, strings.Split(tt.names, "|"), tt.options) {
				got = append(got, b.Slice(s))
			}
			if diff := cmp.Diff(tt.want, strings.Join(got, "|")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestANameIsFoundWhereverItWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom([]string{"Orla Venn", "Варенський", "Émile", "王明", "مارا", "Ağa"}).Draw(t, "name")
		filler := rapid.SampledFrom([]string{"said", "👩‍👩‍👦", "ﬁne", "–", "говорив", "e\u0301"})
		var parts []string
		var at []int
		length := 0
		for range rapid.IntRange(1, 20).Draw(t, "parts") {
			part := filler.Draw(t, "filler")
			if rapid.Bool().Draw(t, "is the name") {
				part = name
				at = append(at, length)
			}
			parts = append(parts, part)
			length += len([]rune(part)) + 1
		}
		b, err := text.NewBody(strings.Join(parts, " "))
		if err != nil {
			t.Fatal(err)
		}
		options := text.NameOptions{MatchCase: rapid.Bool().Draw(t, "case"), Endings: rapid.Bool().Draw(t, "endings")}
		var starts []int
		for _, s := range text.FindNames(b, []string{name}, options) {
			if b.Slice(s) != name {
				t.Fatalf("found %q", b.Slice(s))
			}
			starts = append(starts, s.Start)
		}
		if diff := cmp.Diff(at, starts); diff != "" {
			t.Fatal(diff)
		}
	})
}

func FuzzNames(f *testing.F) {
	f.Add("Orla Venn's plan", "Venn", true, true)
	f.Add("з Оленою Варенською", "Олена Варенська", false, true)
	f.Add("e\u0301\u200d👩‍👩‍👦", "e", false, false)
	f.Fuzz(func(t *testing.T, body, name string, matchCase, endings bool) {
		b, err := text.NewBody(body)
		if err != nil {
			t.Skip()
		}
		end := 0
		for _, s := range text.FindNames(b, []string{name}, text.NameOptions{MatchCase: matchCase, Endings: endings}) {
			if s.Empty() || s.Start < end || s.End > b.Len() || b.Snap(s) != s {
				t.Fatalf("found %v in %q", s, body)
			}
			end = s.End
		}
	})
}
