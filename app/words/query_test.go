package words

import (
	"strings"
	"testing"

	"standpoint/assets"
	"standpoint/store"
)

func TestASearchSaysHowItIsReadWhereThatIsNotPlain(t *testing.T) {
	if err := Speak(assets.Translations, "en"); err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string]string{
		"ceasefire":       "",
		"ceasefire talks": "",
		"cease":           "",
		"停火 talks":        "",
		"ceasefire talks after:2025-05-16 source:Interlink": "Read as: “ceasefire” and “talks” · after 16 May 2025 · source “Interlink”",
		`"peace talks`:                "Read as: the phrase “peace talks”",
		"peace OR war":                "Read as: “peace” or “war”",
		"peace or war":                "Read as: “peace”, “or” and “war”",
		"(peace OR war) NOT treaty":   "Read as: “peace” or “war” · without “treaty”",
		"peace NOT (war treaty)":      "Read as: “peace” · without (“war” AND “treaty”)",
		"peace NEAR war":              "Read as: “peace” and “war” with at most 10 words between them",
		"peace NEAR/1 war":            "Read as: “peace” and “war” with at most 1 word between them",
		"ferr* (":                     "Read as: words that begin with “ferr”",
		"f*":                          "Read as: “f”", // nearly every text has a word that begins so
		"AND ferry":                   "Read as: “ferry”",
		"colour:red":                  "Read as: “colour:red”",
		"stance:oppose NOT tag:check": "Read as: stance “oppose” · without tag:“check”",
	} {
		got := strings.ReplaceAll(ReadAs(typed, store.ParseSearch(typed)), "\u00a0", " ")
		if got != want {
			t.Errorf("%s\n is read %q\n    want %q", typed, got, want)
		}
	}
}
