package words

import (
	"testing"

	"standpoint/assets"
)

func TestNumbersHaveThePointOfTheLanguageAndAMinusThatIsNoHyphenAndNoneBeforeZero(t *testing.T) {
	for spoken, want := range map[string][]string{
		"en": {"0.346", "−2", "1234567.5", "0", "0"},
		"de": {"0,346", "−2", "1234567,5", "0", "0"},
	} {
		if err := Speak(assets.Translations, spoken); err != nil {
			t.Fatal(err)
		}
		for i, x := range []float64{0.3456, -2, 1234567.5, 1e-9, -1e-9} {
			if got := Decimal(x, 3); got != want[i] {
				t.Errorf("in %s %v is %q, want %q", spoken, x, got, want[i])
			}
		}
	}
}
