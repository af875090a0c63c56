package suggest

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// sectionsOfAllNames are those that are read of the tables of names.
var sectionsOfAllNames = []string{
	"first names", "organisations known", "places", "nobody", "things end", "streets end", "organisations more", "articles", "not small",
	"courtesies", "titles", "organisation nouns", "place nouns", "nouns end", "no places", "no names", "determiners", "legal forms",
	"placing", "joins",
	"organisation heads", "organisation heads end", "organisations by themselves", "organisations written small", "organisations begin large",
	"ministries", "demonstratives",
	"adjectives end", "verbs end", "genitives end", "small in titles", "not in titles", "things in quotation marks",
	"more first names", "persons known", "family names", "peoples", "company nouns", "company things", "of portfolios", "titles nominative",
	"cases of nouns", "cases of nouns on a", "cases of nouns on o", "cases of adjectives",
	"adjectives in the genitive end", "places in the genitive end", "organisations of fields", "fields end",
	"firm things", "called so", "places cut short", "fields",
	"told", "governments",
	"of states", "of states alone", "of states end", "abroad", "portfolios",
	"women", "men", "states of america", "towns before", "towns behind", "in america", "in the caucasus", "federal offices",
}

func TestTablesOfNamesAreUnderstood(t *testing.T) {
	for file, sections := range tables {
		for section := range sections {
			if strings.HasPrefix(file, "names/") && !slices.Contains(sectionsOfAllNames, section) {
				t.Errorf("%s: nothing reads the section %q", file, section)
			}
			if file != "states" {
				continue
			}
			code := strings.TrimPrefix(section, seatPrefix)
			if region, err := language.ParseRegion(code); err != nil || !region.IsCountry() || stateNamed(code, "uk") == "" {
				t.Errorf("%s: %q is no code of a state", file, section)
			}
		}
	}
}

func TestNamesOfTheTablesAreFoundWholeAndAsTheyAreWritten(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{"en", "Who of us went to the island with the Who and the U.S. envoy?", "U.S."},
		{"en", "He went to the United Nations and the European Union.", "United Nations, European Union"},
		{"de", "Die Sitzung im Weißen Haus war am Anger, in Island und in Angers.", "Weißen Haus, Island"},
		{"fr", "Le Conseil de sécurité siège à New York.", "Conseil de sécurité, New York"},
		{"es", "El país y El País no son lo mismo.", "El País"},
		{"uk", "Говорили у Верховній Раді України, в Києві та у Львові.", "Верховній Раді, України, Києві, Львові"},
		{"ru", "Они были в Молдове и в Соединенных Штатах.", "Молдове, Соединенных Штатах"},
	} {
		words := wordsIn(c.text)
		d := &document{words: words, listings: listingsOf(c.language), stems: stemsIn(c.language)}
		var got []string
		for i := 0; i < len(words); i++ {
			if n, _ := d.listedAt(i, len(words)); n > 0 {
				got = append(got, c.text[len(string([]rune(c.text)[:words[i].span.Start])):len(string([]rune(c.text)[:words[i+n-1].span.End]))])
				i += n - 1
			}
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: %s, want %s", c.text, s, c.want)
		}
	}
}
