package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"

	"standpoint/app/picker"
)

// dialogs are what brings up each dialog for a file, by the purpose for which its folder is kept.
func (a *App) dialogs() map[picker.Purpose]func() {
	return map[picker.Purpose]func(){
		picker.ForOpening:      a.projects.openProject,
		picker.ForNewProjects:  a.projects.newProject,
		picker.ForImport:       a.transfers.importFiles,
		picker.ForImportFolder: a.transfers.importFolder,
		picker.ForNotes:        func() { a.choose(lang.L("Export Notes…")); a.press(fyne.KeyReturn) },
		picker.ForJSON:         a.transfers.exportJSON,
		picker.ForBackups:      a.backups.backUp,
		picker.ForBackupFolder: a.backups.chooseBackupFolder,
		picker.ForRestoring:    func() { a.backups.restoreFrom("backup.standpoint", true) },
		picker.ForMerging:      a.merges.mergeProject,
	}
}

func TestEveryDialogSaysWhatForAndProposesAName(t *testing.T) {
	for _, language := range []string{"en", "de"} {
		a := newSampleAppIn(t, language)
		a.projects.create(filepath.Join(t.TempDir(), "Harbour talks.standpoint"))
		titles := map[string]picker.Purpose{}
		for purpose, bringUp := range a.dialogs() {
			fake := &picker.Fake{}
			a.Picker = fake
			bringUp()
			a.agreeIfAsked(t)
			if len(fake.Asked) != 1 {
				t.Fatalf("%s: %d dialogs came", purpose, len(fake.Asked))
			}
			r := fake.Asked[0]
			if r.Purpose != purpose {
				t.Errorf("%q keeps the folder of %s, want %s", r.Title, r.Purpose, purpose)
			}
			if other, ok := titles[r.Title]; ok {
				t.Errorf("%s and %s have the same title, %q", purpose, other, r.Title)
			}
			titles[r.Title] = purpose
			if len(strings.Fields(r.Title)) < 4 || strings.Contains(r.Title, "%!") || !utf8.ValidString(r.Title) {
				t.Errorf("%s: the title %q is no sentence", purpose, r.Title)
			}
			isNew := purpose == picker.ForNewProjects
			if named := strings.Contains(r.Title, "Harbour talks"); !named && !isNew && purpose != picker.ForOpening {
				t.Errorf("%s: the title %q does not name the project", purpose, r.Title)
			}
			if r.Name != "" && !strings.HasPrefix(r.Name, "Harbour talks") && !isNew {
				t.Errorf("%s: %q is proposed", purpose, r.Name)
			}
		}
	}
}

// agreeIfAsked agrees to what is asked before a dialog comes.
func (a *App) agreeIfAsked(t *testing.T) {
	t.Helper()
	if a.IsCovered() {
		a.answer(t, true)
	}
}

func TestDialogsThatWriteProposeAName(t *testing.T) {
	a := newTestApp(t)
	for _, purpose := range []picker.Purpose{
		picker.ForNewProjects, picker.ForNotes, picker.ForJSON, picker.ForBackups, picker.ForRestoring,
	} {
		fake := &picker.Fake{}
		a.Picker = fake
		a.dialogs()[purpose]()
		a.agreeIfAsked(t)
		r := fake.Asked[0]
		if ending := "." + r.Filters[0].Extensions[0]; filepath.Ext(r.Name) != ending {
			t.Errorf("%s: %q is proposed, want one with %s", purpose, r.Name, ending)
		}
	}
}

func TestImportTakesSeveralFiles(t *testing.T) {
	a := newTestApp(t)
	paths := files(t, map[string]string{"one.txt": "The harbour is open.", "two.txt": "The strait is closed."})
	a.Picker.(*picker.Fake).Paths = []string{paths["one.txt"], paths["two.txt"]}
	a.transfers.importFiles()
	a.press(fyne.KeyReturn)
	if n := len(a.articleRows(t)); n != 2 {
		t.Errorf("%d articles", n)
	}
	a.edits.undo()
	if n := len(a.articleRows(t)); n != 0 {
		t.Errorf("after one Undo %d articles are left", n)
	}
}

// folder makes files in a folder of the test, by their paths in it.
func folder(t *testing.T, contents map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, content := range contents {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestAFolderBringsInItsTextsAndThoseBelow(t *testing.T) {
	root := folder(t, map[string]string{
		"b.txt": "Title: B\n\nThe ferry left.", "below/a.MD": "Title: A\n\nThe harbour is open.", "scan.tiff": "II*", "below/photo.png": "x",
		".hidden.txt": "Title: Hidden\n\nNothing.", ".cache/c.txt": "Title: Cached\n\nNothing at all.",
	})
	for name, bring := range map[string]func(a *App){
		"chosen": func(a *App) {
			a.Picker.(*picker.Fake).Paths = []string{root}
			a.choose("Import Folder…")
		},
		"dropped": func(a *App) { a.transfers.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(root)}) },
	} {
		t.Run(name, func(t *testing.T) {
			a := newTestApp(t)
			bring(a)
			words := strings.ReplaceAll(said(a.transfers.arrivals.Middle()), "\u00a0", " ")
			if !strings.Contains(words, "2 files of another kind left out") {
				t.Errorf("said is %q", words)
			}
			a.press(fyne.KeyReturn)
			var titles []string
			for _, row := range a.articleRows(t) {
				titles = append(titles, row.Title)
			}
			if !slices.Equal(titles, []string{"A", "B"}) {
				t.Errorf("articles are %q: %s", titles, a.said())
			}
			if said := strings.ReplaceAll(a.Told(), "\u00a0", " "); !strings.Contains(said, "2 articles added") {
				t.Errorf("told is %q", said)
			}
		})
	}
}

func TestAFolderWithoutTextsIsNamed(t *testing.T) {
	a := newTestApp(t)
	root := folder(t, map[string]string{"scan.png": "x"})
	a.importAll(t, []string{root})
	if said := a.said(); !strings.Contains(said, "is a folder without files that may be articles") || len(a.articleRows(t)) != 0 {
		t.Errorf("said is %q", said)
	}
}
