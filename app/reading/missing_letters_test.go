package reading

import (
	"strings"
	"testing"

	"standpoint/app/desk/desktest"
	"standpoint/app/look"
)

func TestMissingLettersAreToldOnceWithThePackageThatHelps(t *testing.T) {
	r := newReads(desktest.New(t))
	none := look.NewFontCoverage(func() func(rune) bool { return func(rune) bool { return false } })
	var signs map[rune]bool
	m := newMissingLetters(r.Desk.Desk, none, func(absent map[rune]bool) { signs = absent })
	const greeting = "नमस्ते, 你好."
	r.Tell("")
	m.tell(greeting)
	if said := r.Told(); !strings.Contains(said, "Devanagari") || !strings.Contains(said, "Han") {
		t.Errorf("told: %q", said)
	}
	if !signs['你'] || signs[','] {
		t.Errorf("the text has signs for %v", signs)
	}
	r.Tell("")
	m.tell(greeting)
	if said := r.Told(); said != "" {
		t.Errorf("told again: %q", said)
	}
}

func TestTheSentenceNamesWhatToInstall(t *testing.T) {
	for system, want := range map[string]string{
		"linux":   "fonts-noto-core, fonts-noto-cjk, fonts-noto-color-emoji",
		"windows": "Devanagari, Han, emoji and signs. Install one",
	} {
		if said := missingSentence([]string{"Deva", "Hani", "Zsye"}, system); !strings.Contains(said, want) {
			t.Errorf("%s: %q", system, said)
		}
	}
}
