package look_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/app/look"
)

func TestScriptsWithoutAFontAreNamed(t *testing.T) {
	searched := 0
	letters := look.NewFontCoverage(func() func(rune) bool {
		searched++
		return func(r rune) bool { return r >= 0x4e00 && r <= 0x9fff } // Chinese alone is installed
	})
	if got := letters.Missing("Marek Odalys said “no”. Привіт, Ελλάδα, naïveté — ☀"); got != nil || searched != 0 {
		t.Errorf("%v are missing, and the installed fonts were looked for %d times", got, searched)
	}
	got := letters.Missing("ม नम 你好 ม")
	if want := []rune("नमม"); !slices.Equal(got, want) {
		t.Errorf("missing %q, want %q", got, want)
	}
	if diff := cmp.Diff([]string{"Deva", "Thai"}, look.Scripts(got)); diff != "" || searched != 1 {
		t.Errorf("%s; searched %d times", diff, searched)
	}
}

func TestPunctuationIsNoScript(t *testing.T) {
	if diff := cmp.Diff([]string{"Hani", "Zsye"}, look.Scripts([]rune("停。，：।🪇"))); diff != "" {
		t.Error(diff)
	}
}

func TestInstalledFontsAreFound(t *testing.T) {
	has := look.SystemFonts()
	if has('\U0010FFFD') {
		t.Skip("there is no folder of fonts here")
	}
	if has('\U000E1234') {
		t.Error("a letter that is none is said to be there")
	}
}
