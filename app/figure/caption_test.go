package figure

import (
	"strings"
	"testing"

	"standpoint/app/discourse"
	"standpoint/store"
)

func TestACaptionNamesWhatAFilterAsks(t *testing.T) {
	rows := sample(t)
	ada, bo, strike := store.NewID(), store.NewID(), store.NewID()
	h := *rows.Holdings
	h.Coders = []store.Coder{{ID: ada, Name: "Ada"}, {ID: bo, Name: "Bo"}}
	h.Tags = map[store.ID]store.Name{strike: {ID: strike, Name: "strike"}}
	rows.Holdings = &h
	o := Options{Language: "en", Filter: discourse.Filter{
		Outlets: []string{""}, Issues: []store.ID{store.NewID()}, Coders: []store.ID{bo},
		Statuses: []store.Status{store.StatusUnread, store.StatusCoded}, Tags: []store.ID{strike},
	}}
	for language, want := range map[string]string{
		"en": "Only: outlet not told; issues deleted; recorded by Bo; articles unread, coded; with the tag strike.",
		"de": "Nur: Medium nicht genannt; Streitfragen gelöscht; erfasst von Bo; Artikel ungelesen, codiert; mit dem Schlagwort strike.",
	} {
		o.Language = language
		if caption := strings.Join(Table(rows, o).Caption, "\n"); !strings.Contains(caption, want) {
			t.Errorf("the caption is %q, and should say %q", caption, want)
		}
	}
}

func TestNumbersInCaptionsAreReadable(t *testing.T) {
	for language, want := range map[string]string{"en": "12,500 positions", "de": "12.500 Positionen"} {
		words := wordsIn(language)
		if got := words.number(12_500, words.Position, words.Positions); got != want {
			t.Errorf("in %s it is %q, want %q", language, got, want)
		}
	}
}
