package app

import (
	"strings"
	"testing"

	"standpoint/app/look"
	"standpoint/app/reading"
)

func TestMissingLettersAreToldOnceWithThePackageThatHelps(t *testing.T) {
	a := newTestApp(t)
	a.articles.Missing = reading.NewMissingLetters(look.NewFontCoverage(func() func(rune) bool { return func(rune) bool { return false } }))
	const greeting = "नमस्ते, 你好."
	a.Tell("")
	a.articles.TellMissingLetters(greeting)
	if said := a.frame.told; !strings.Contains(said, "Devanagari") || !strings.Contains(said, "Han") {
		t.Errorf("told: %q", said)
	}
	a.Tell("")
	a.articles.TellMissingLetters(greeting)
	if said := a.frame.told; said != "" {
		t.Errorf("told again: %q", said)
	}
}

func TestTheSentenceNamesWhatToInstall(t *testing.T) {
	for system, want := range map[string]string{
		"linux":   "fonts-noto-core, fonts-noto-cjk, fonts-noto-color-emoji",
		"windows": "Devanagari, Han, emoji and signs. Install one",
	} {
		if said := reading.MissingSentence([]string{"Deva", "Hani", "Zsye"}, system); !strings.Contains(said, want) {
			t.Errorf("%s: %q", system, said)
		}
	}
}
