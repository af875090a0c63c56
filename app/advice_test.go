package app

import (
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/say"
)

// The window and the command line share the sentences of the store. Each names what people have before them.
func TestAnErrorNamesAMenuInTheWindowAndASubcommandOnTheCommandLine(t *testing.T) {
	for code, entry := range map[string]string{"en": "with File > Back Up Project and", "de": "mit „Datei > Projekt sichern“ eine"} {
		t.Run(code, func(t *testing.T) {
			a := newSampleAppIn(t, code)
			path := a.Project.Path()
			a.projects.setProject(nil)
			if err := os.Link(path, path+"-second"); err != nil {
				t.Skip("no second names here:", err)
			}
			_, err := store.Open(t.Context(), path, store.Options{Coder: "Ada"})
			if err == nil || !strings.Contains(err.Error(), "“standpoint backup PROJECT DEST”") || strings.Contains(err.Error(), " > ") {
				t.Errorf("on the command line: %v", err)
			}
			if told := words.Error(err); !strings.Contains(told, entry) || strings.Contains(told, "standpoint backup") {
				t.Errorf("in the window: %s", told)
			}
		})
	}
}

func TestEachMenuThatIsAdvisedIsThere(t *testing.T) {
	for _, code := range []string{"en", "de"} {
		t.Run(code, func(t *testing.T) {
			a := newSampleAppIn(t, code)
			for _, advice := range []say.Advice{say.AdviceBackUp, say.AdviceRestore, say.AdviceMoved, say.AdviceOverwritten} {
				told := words.Advice(advice)
				if !a.namesAnEntry(told) {
					t.Errorf("%q: %q names nothing in the menus", string(advice), told)
				}
				if alone := advice.String(); alone == "" || strings.Contains(alone, " > ") {
					t.Errorf("%q on the command line: %q", string(advice), alone)
				}
			}
			if folder := words.InMenu(lang.L("File"), lang.L("Backup Folder")); !a.namesAnEntry(folder) {
				t.Errorf("%q names nothing in the menus", folder)
			}
		})
	}
}

// namesAnEntry reports whether an entry of a menu stands in a text as it is named there.
func (a *App) namesAnEntry(told string) bool {
	for _, menu := range a.Window.MainMenu().Items {
		for _, item := range menu.Items {
			label, _, _ := strings.Cut(item.Label, "\t") // its key stands behind
			label = strings.TrimSpace(strings.TrimSuffix(label, "…"))
			if label != "" && strings.Contains(told, words.InMenu(menu.Label, label)) {
				return true
			}
		}
	}
	return false
}

// A sentence that names a menu in itself is said so on the command line, too, and keeps the name when the menu has another.
func TestNoSentenceHasAMenuInIt(t *testing.T) {
	for sentence := range translation(t, "en.json") {
		if strings.Contains(sentence, " > ") && sentence != "%s > %s" {
			t.Errorf("%q", sentence)
		}
	}
}

// Who reads that a project should be checked or a backup restored is told with what.
func TestASentenceThatAdvisesToCheckOrRestoreNamesWithWhat(t *testing.T) {
	advised := 0
	for sentence := range translation(t, "en.json") {
		lower := strings.ToLower(sentence)
		if !strings.HasSuffix(sentence, ".") || !strings.Contains(lower, "restore a backup") && !strings.Contains(lower, "a check") &&
			!strings.Contains(lower, "recover what") {
			continue
		}
		advised++
		if !strings.Contains(sentence, "(%s)") && !strings.Contains(sentence, "“standpoint ") {
			t.Errorf("%q", sentence)
		}
	}
	if advised < 5 {
		t.Errorf("%d sentences were looked at", advised)
	}
}
