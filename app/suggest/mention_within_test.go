package suggest

import (
	"strings"
	"testing"
)

func TestAKnownNameIsNotFoundWithinALongerOneElsewhere(t *testing.T) {
	k := knowing("state:Norvia", "organisation:Liberale", "organisation:Hacienda")
	for _, c := range []struct{ language, text, want string }{
		{"de", "Die Bahngesellschaft Norvia Rail schweigt, Norvia auch.", "Norvia"},
		{"de", "Der Chef der Liberalen Union sprach, dann sprachen die Liberalen.", "Liberalen"},
		{"es", "Norvia Rail anunció ayer que Norvia paga. La ministra de Hacienda calla.", "Norvia"},
		{"es", "Calla la Delegación de Hacienda. Norvia también.", "Norvia"},
		{"es", "Según Hacienda, Norvia debe dinero.", "Hacienda, Norvia"},
	} {
		var known []string
		for _, m := range mentionsIn(t, k, c.language, c.text) {
			if words, _, _ := strings.Cut(m, " = "); strings.HasSuffix(m, ruleKnown) {
				known = append(known, words)
			}
		}
		if got := strings.Join(known, ", "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestNamesThatGermanSaysWithArticlesBracketsAndHyphensAreFound(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{
			"Kanzler Ferdinand Galler schwieg. Galler blieb. Man wählte den Galler, so Galler.",
			"Ferdinand Galler, person, name.title; Ferdinand Galler, person, name.again; Ferdinand Galler, person, name.again; " +
				"Ferdinand Galler, person, name.again",
		},
		{"Minister Konstantin Rehm (Bürgerpartei) kam.", "Konstantin Rehm, person, name.title; Bürgerpartei, organisation, name.organisation"},
		{"Der UN-Gesandte lehrte an der Universität Jena in Halle 9.", "UN, organisation, name.listed; " +
			"Universität Jena, organisation, name.organisation"},
	} {
		var found []string
		for _, m := range mentionsIn(t, Know(nil), "de", c.text) {
			_, told, _ := strings.Cut(m, " = ")
			found = append(found, told)
		}
		if got := strings.Join(found, "; "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestNamesAfterTitlesOfTheFirstCaseStandAsTheyAreWritten(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{"uk", "Президент Петру Лунгу приїхав. Мер Вишневого Тарас Кучер мовчить.", "Петру Лунгу, person, name.title; " +
			"Вишневого, , name.place; Тарас Кучер, person, name.title"},
		{"ru", "Министр сельского хозяйства Тамар Джаошвили молчит.", "Тамар Джаошвили, person, name.title"},
		{"uk", "Аналітик Інституту мереж Роман Сивак каже, що Банк транскордонного розвитку платить.", "Інститут мереж, organisation, " +
			"name.organisation; Роман Сивак, person, name.title; Банк транскордонного розвитку, organisation, name.organisation"},
	} {
		var found []string
		for _, m := range mentionsIn(t, Know(nil), c.language, c.text) {
			_, told, _ := strings.Cut(m, " = ")
			found = append(found, told)
		}
		if got := strings.Join(found, "; "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
