package notes

import (
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/store"
)

// Each language says all that notes can say, and keeps the places in its patterns.
func TestEveryLanguageSaysAll(t *testing.T) {
	for _, w := range wordings {
		of := reflect.ValueOf(*w)
		for i := range of.NumField() {
			name := w.language + "." + of.Type().Field(i).Name
			field, usual := of.Field(i), reflect.ValueOf(english).Field(i)
			if field.IsZero() {
				t.Errorf("%s is not said", name)
			}
			switch field.Kind() {
			case reflect.Map:
				if field.Len() != usual.Len() {
					t.Errorf("%s has %d entries, not %d", name, field.Len(), usual.Len())
				}
			case reflect.String:
				if diff := cmp.Diff(places(usual.String()), places(field.String())); diff != "" {
					t.Errorf("%s (-English +own):\n%s", name, diff)
				}
			}
		}
	}
}

// places counts the places of a pattern that are filled.
func places(pattern string) map[string]int {
	n := map[string]int{}
	for i := range len(pattern) - 1 {
		if pattern[i] == '%' || pattern[i] == '{' {
			n[pattern[i:i+2]]++
		}
	}
	return n
}

func TestTitlesAreQuotedInMarksOfTheNotes(t *testing.T) {
	for words, want := range map[string][2]string{
		"First barge":           {"“First barge”", "„First barge“"},
		"“A tax on rain”: toll": {"“‘A tax on rain’: toll”", "„‚A tax on rain‘: toll“"},
		"„Eine Steuer“ und so":  {"“‘Eine Steuer’ und so”", "„‚Eine Steuer‘ und so“"},
		`say "no"`:              {"“say ‘no’”", "„say ‚no‘“"},
	} {
		if got := [2]string{english.quoted(words), german.quoted(words)}; got != want {
			t.Errorf("%s: got %q, want %q", words, got, want)
		}
	}
}

func TestDatesAreNoMoreExactThanTheyAre(t *testing.T) {
	for date, want := range map[store.Date][2]string{
		"2025":                      {"2025", "2025"},
		"2025-05":                   {"May 2025", "Mai 2025"},
		"2025-03-07":                {"7 March 2025", "7. März 2025"},
		"2025-05-16T09:30:00+03:00": {"16 May 2025, 09:30 UTC+03:00", "16. Mai 2025, 09:30 UTC+03:00"},
		"2025-05-16T09:30:00Z":      {"16 May 2025, 09:30 UTC", "16. Mai 2025, 09:30 UTC"},
		"soon":                      {"soon", "soon"},
	} {
		if got := [2]string{english.date(date), german.date(date)}; got != want {
			t.Errorf("%s: got %q, want %q", date, got, want)
		}
	}
}

func TestALanguageIsNamedWhereItIsNotThatOfTheNotes(t *testing.T) {
	for code, want := range map[string][2]string{
		"en": {"", "Englisch"}, "de": {"German", ""}, "uk": {"Ukrainian", "Ukrainisch"}, "": {"", ""},
		"?": {"?", "?"},
	} {
		if got := [2]string{english.otherLanguage(code), german.otherLanguage(code)}; got != want {
			t.Errorf("%q: got %q, want %q", code, got, want)
		}
	}
	if got := german.otherLanguage("en-GB"); !strings.Contains(got, "Englisch") {
		t.Errorf("en-GB is %q", got)
	}
}
