package words

import (
	"testing"

	"standpoint/assets"
)

func TestALanguageIsCalledByItsNameInTheLanguageOfTheWindow(t *testing.T) {
	defer func() {
		if err := Speak(assets.Translations, "en"); err != nil {
			t.Error(err)
		}
	}()
	for spoken, names := range map[string]map[string]string{
		"en": {"": "", "en": "English", "de": "German", "pt-BR": "Brazilian Portuguese", "uk": "Ukrainian", "old Norvian": "old Norvian"},
		"de": {"": "", "en": "Englisch", "de": "Deutsch"},
	} {
		if err := Speak(assets.Translations, spoken); err != nil {
			t.Fatal(err)
		}
		for code, want := range names {
			if got := Language(code); got != want {
				t.Errorf("in %s %q is called %q, want %q", spoken, code, got, want)
			}
		}
	}
}
