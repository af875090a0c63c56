package app

import (
	"testing"

	"standpoint/app/desk"
)

func TestLettersWorkOnOtherLayouts(t *testing.T) {
	for layout, keys := range map[string]string{
		"English":   "asph[]",
		"Ukrainian": "фізрхї",
		"Russian":   "фызрхъ",
		"Greek":     "ασπη[]",
		"Arabic":    "شسحاجد",
		"Hebrew":    "שדפי[]",
	} {
		want := []rune("ASPH[]")
		for i, r := range []rune(keys) {
			if got := desk.LatinLetter(r); got != want[i] {
				t.Errorf("%s: %c stands for %c, want %c", layout, r, got, want[i])
			}
		}
	}
}
