package app

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/storetest"
)

func TestAnErrorOfTheStoreIsToldInTheLanguageOfTheWindow(t *testing.T) {
	a := newSampleAppIn(t, "de")
	path := filepath.Join(t.TempDir(), "Nachtzug.standpoint")
	if err := os.WriteFile(path, []byte("Morgen fährt der Zug nach Belmora."), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := store.Open(t.Context(), path, store.Options{})
	if want := path + " is not a Standpoint project."; err == nil || err.Error() != want {
		t.Errorf("the command line says %v, want %s", err, want)
	}
	a.projects.open(path)
	if want := "Nachtzug.standpoint ist kein Standpoint-Projekt."; !strings.Contains(a.said(), want) {
		t.Errorf("the window says %q, want %q", a.said(), want)
	}
}

// What is joined, and what wraps what, is told to the last of it.
func TestAnErrorWithinAnErrorIsToldInTheLanguageOfTheWindow(t *testing.T) {
	newSampleAppIn(t, "de")
	missing := filepath.Join(t.TempDir(), "Belmora", "Nachtzug.standpoint")
	_, err := store.Create(t.Context(), missing, store.Options{})
	said := words.Error(errors.Join(err, store.NewError(store.CodeNotFound, nil, "This actor was deleted or merged.")))
	first, second, _ := strings.Cut(said, "\n")
	if !strings.HasPrefix(first, "beim Anlegen von "+missing+": ") || !strings.HasSuffix(first, ": es ist nicht da") {
		t.Errorf("of a folder that is not there the window says %q", first)
	}
	if want := "Dieser Akteur wurde gelöscht oder zusammengelegt."; second != want {
		t.Errorf("then %q, want %q", second, want)
	}
}

func TestNumbersAndWordsInASentenceAreToldInTheLanguageOfTheWindow(t *testing.T) {
	a := newSampleAppIn(t, "de")
	_, err := a.Project.Do(t.Context(), storetest.Titled("Add tag"), func(b *store.Batch) error {
		_, err := b.AddTag(store.Tag{Name: strings.Repeat("x", 1204)})
		return err
	})
	want := "Das kann nicht als „Name“ (Schlagwort) gespeichert werden. Es ist länger als 1.000 Zeichen, nämlich 1.204. Kürzen Sie es."
	if words.Error(err) != want {
		t.Errorf("got %s", words.Error(err))
	}
	if want := "This cannot be kept as “name” (tag). It is longer than 1,000 characters: it has 1,204. Shorten it."; err.Error() != want {
		t.Errorf("in English %s", err)
	}
}

// What an import refuses, and what it remarks on, comes from packages that know no language.
func TestWhatAnImportHasToSayIsToldInTheLanguageOfTheWindow(t *testing.T) {
	a := newSampleAppIn(t, "de")
	folder := t.TempDir()
	for name, text := range map[string]string{
		"Fahrplan.txt":  "%PDF-1.7\n",
		"Fähre.txt":     "Date: 3/4/2025\n\nThe ferry sails.",
		"Projekt.json":  `{"standpoint": 1, "tags": {}}`,
		"Auszüge.json":  `{"standpoint": 1, "tags": [{"id": 5, "name": "a"}]}`,
		"Nachtzug.json": `{"standpoint": 9}`,
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil {
		t.Fatal(err)
	}
	a.transfers.bringIn(files)
	told := a.said()
	a.press(fyne.KeyEscape) // the box about the documents
	told += said(a.transfers.arrivals.Side())
	a.press(fyne.KeyDown)
	told += said(a.transfers.arrivals.Side())
	for _, want := range []string{
		"ist ein PDF-Dokument, das beschädigt oder abgeschnitten ist",
		"Projekt.json: tags: Erwartet wird ein Array; hier steht: ein Objekt.",
		"Auszüge.json: tags[0].id: Erwartet wird eine ID; hier steht: 5.",
		"Nachtzug.json: standpoint: Das Dokument hat die Version 9, und dieses Programm liest die Version 1.",
		"! Zeile 1: „Date: 3/4/2025“ wurde im Text gelassen: Tag und Monat lassen sich nicht unterscheiden. Schreiben Sie 2025-04-03 " +
			"oder 2025-03-04",
	} {
		if !strings.Contains(strings.Join(strings.Fields(told), ""), strings.Join(strings.Fields(want), "")) { // lines end anywhere
			t.Errorf("the window does not say %q, but %s", want, told)
		}
	}
}
