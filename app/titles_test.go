package app

import (
	"slices"
	"strings"
	"testing"
	"time"

	"standpoint/app/words"
	"standpoint/assets"
	"standpoint/store"
)

// historyWords returns what the window says of all that was done, the newest first.
func (a *App) historyWords(t *testing.T) []string {
	t.Helper()
	entries, _, err := a.Project.History(t.Context(), store.HistoryQuery{})
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, e := range entries {
		said = append(said, words.Title(e.Title))
	}
	return said
}

func TestAnActionMadeInAWindowInOneLanguageIsToldInThatOfTheWindowThatShowsIt(t *testing.T) {
	german := newSampleAppIn(t, "de")
	path := german.Project.Path()
	german.note(t, strings.Fields(german.articles.Body().String())[0], "x")
	if got := german.edits.undoLabel(); got != "Rückgängig: Hervorhebung hinzufügen" {
		t.Errorf("in German Undo is called %q", got)
	}
	told := german.historyWords(t)
	if want := []string{"Hervorhebung hinzufügen", "sample.json importieren"}; !slices.Equal(told, want) {
		t.Errorf("in German the history says %q, want %q", told, want)
	}
	german.projects.setProject(nil)

	english := newSampleAppIn(t, "en")
	english.projects.open(path)
	if got := english.edits.undoLabel(); got != "Undo: Add highlight" {
		t.Errorf("in English Undo is called %q", got)
	}
	if told, want := english.historyWords(t), []string{"Add highlight", "Import sample.json"}; !slices.Equal(told, want) {
		t.Errorf("in English the history says %q, want %q", told, want)
	}
	english.edits.undo()
	if got := english.Told(); !strings.Contains(got, "Undone: Add highlight") {
		t.Errorf("after Undo the status line says %q", got)
	}
}

func TestEveryTitleHasWordsInEveryTranslation(t *testing.T) {
	all, err := words.Languages(assets.Translations)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 2 {
		t.Fatal("there is no translation to look at")
	}
	for _, tag := range all {
		newSampleAppIn(t, tag.String())
		texts := translation(t, tag.String()+".json")
		for _, code := range append(store.TitleCodes(), "of_a_later_version") {
			if texts[code.English()] == nil {
				t.Errorf("%s.json lacks %q", tag, code.English())
			}
			for _, n := range []int{1, 3} {
				title := store.Title{
					Code: code, Name: "Mara Ellin", Count: n, At: time.Date(2031, 5, 16, 9, 30, 0, 0, time.UTC),
					Of: &store.Title{Code: store.TitleEditText},
				}
				if said := words.Title(title); said == "" || strings.ContainsAny(said, "{}|") || strings.Contains(said, "no value") {
					t.Errorf("%s: %v is told as %q", tag, title, said)
				}
			}
		}
	}
}

func TestATitleOfALaterVersionIsToldOfInTheLanguageOfTheWindow(t *testing.T) {
	newSampleAppIn(t, "de")
	if got, want := words.Title(store.Title{Code: "weave_basket"}), "Eine andere Handlung (weave_basket)"; got != want {
		t.Errorf("it is told as %q, want %q", got, want)
	}
}
