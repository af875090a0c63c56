package words

import (
	"embed"
	"encoding/json"
	"fmt"
	"path"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	textmessage "golang.org/x/text/message"
)

// tongue is a language that the window can speak.
type tongue struct {
	tag     language.Tag
	printer *textmessage.Printer // writes numbers as the language does
}

// spoken is the language of the window. Like Fyne's translations it is one for the whole program, and it is chosen
// before the window is made.
var spoken = newTongue(language.English)

func newTongue(tag language.Tag) tongue { return tongue{tag, textmessage.NewPrinter(tag)} }

// Spoken is the language of the window, BCP 47.
func Spoken() string { return spoken.tag.String() }

// form names the grammatical number that the language uses for n things, as translation files do.
func (t tongue) form(n int) string {
	switch plural.Cardinal.MatchPlural(t.tag, n, 0, 0, 0, 0) {
	case plural.Zero:
		return "zero"
	case plural.One:
		return "one"
	case plural.Two:
		return "two"
	case plural.Few:
		return "few"
	case plural.Many:
		return "many"
	}
	return "other"
}

// formKey is the key of one form of a counted text.
func formKey(text, form string) string { return text + "|" + form }

const translationFolder = "translations"

// Languages are those that there are translations to, English first.
func Languages(files embed.FS) ([]language.Tag, error) {
	all := []language.Tag{language.English}
	entries, err := files.ReadDir(translationFolder)
	for _, e := range entries {
		if tag := language.Make(strings.TrimSuffix(e.Name(), ".json")); tag != language.English {
			all = append(all, tag)
		}
	}
	return all, err
}

// Speak has the window speak a language by its code, such as "de", else the one nearest to the system's.
//
// Fyne takes the language from the system alone, so the chosen texts are handed to it as those of the system's
// language. It would also count by the rules of that one: so each form of a counted text gets a key of its own.
func Speak(files embed.FS, code string) error {
	all, err := Languages(files)
	if err != nil {
		return err
	}
	system := fyne.Locale(lang.SystemLocale().LanguageString())
	if code == "" {
		code = system.String()
	}
	_, at, sure := language.NewMatcher(all).Match(language.Make(code))
	if sure == language.No {
		at = 0
	}
	data, err := files.ReadFile(path.Join(translationFolder, all[at].String()+".json"))
	if err != nil {
		return err
	}
	texts, err := flatTexts(data)
	if err != nil {
		return fmt.Errorf("read the texts in %s: %w", all[at], err)
	}
	spoken = newTongue(all[at])
	for _, as := range []fyne.Locale{"en", system} { // English is where Fyne looks for what it misses
		if err := lang.AddTranslationsForLocale(texts, as); err != nil {
			return err
		}
	}
	return nil
}

// flatTexts gives each form of a counted text a key of its own.
func flatTexts(data []byte) ([]byte, error) {
	var texts map[string]any
	if err := json.Unmarshal(data, &texts); err != nil {
		return nil, err
	}
	flat := make(map[string]string, len(texts))
	for key, text := range texts {
		switch text := text.(type) {
		case string:
			flat[key] = text
		case map[string]any:
			for form, s := range text {
				flat[formKey(key, form)] = fmt.Sprint(s)
			}
		}
	}
	return json.Marshal(flat)
}
