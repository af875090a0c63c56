package words

import (
	"testing"

	"standpoint/assets"
)

func TestNumbersHaveThePointAndTheGroupsOfTheLanguageAndAMinusThatIsNoHyphenAndNoneBeforeZero(t *testing.T) {
	for spoken, want := range map[string][]string{
		"en": {"0.346", "−2", "1,234,567.5", "2,330", "0", "0"},
		"de": {"0,346", "−2", "1.234.567,5", "2.330", "0", "0"},
	} {
		if err := Speak(assets.Translations, spoken); err != nil {
			t.Fatal(err)
		}
		for i, x := range []float64{0.3456, -2, 1234567.5, 2330, 1e-9, -1e-9} {
			if got := Decimal(x, 3); got != want[i] {
				t.Errorf("in %s %v is %q, want %q", spoken, x, got, want[i])
			}
		}
		if got, want := Fixed(.13, 3)+" "+Fixed(2330, 1), map[string]string{"en": "0.130 2,330.0", "de": "0,130 2.330,0"}[spoken]; got != want {
			t.Errorf("in %s with all digits they are %q, want %q", spoken, got, want)
		}
	}
}
