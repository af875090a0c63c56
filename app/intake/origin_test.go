package intake_test

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"standpoint/app/intake"
	"standpoint/store"
	"standpoint/store/storetest"
)

// bringIn imports what is in a folder, and returns its articles by title.
func bringIn(t *testing.T, p *store.Project, folder string, o intake.Options) map[string]store.Article {
	t.Helper()
	found := intake.Find(t.Context(), []string{folder})
	o.Folders = []string{folder}
	result, err := intake.Import(t.Context(), p, found.Files, o, nil)
	if err != nil || len(result.Failed) > 0 {
		t.Fatalf("%v, %v", result.Failed, err)
	}
	articles := map[string]store.Article{}
	for _, a := range result.Added {
		articles[a.Title] = a
	}
	return articles
}

// pressFolder has a file in a folder of its own, and an archive with a folder in it.
func pressFolder(t *testing.T) (folder string, letter []byte) {
	t.Helper()
	folder = filepath.Join(t.TempDir(), "press")
	if err := os.MkdirAll(filepath.Join(folder, "may"), 0o700); err != nil {
		t.Fatal(err)
	}
	letter = []byte("The harbour opens\n\nThe harbour of Norvia opens again, its master said on Friday.\n")
	if err := os.WriteFile(filepath.Join(folder, "may", "letter.txt"), letter, 0o600); err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	w, err := z.Create("june/strike.txt")
	if err == nil {
		_, err = w.Write([]byte("The strike ends\n\nThe dockers of Norvia end their strike, their union said on Monday.\n"))
	}
	if err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "more.zip"), packed.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return folder, letter
}

func TestAnArticleTellsOfWhichFileItCame(t *testing.T) {
	folder, letter := pressFolder(t)
	articles := bringIn(t, storetest.NewProject(t, "Ada"), folder, intake.Options{})
	if a := articles["The harbour opens"]; a.File != "press/may/letter.txt" || a.Original != store.HashFile(letter) {
		t.Errorf("it came of %q, %q", a.File, a.Original)
	}
	if a := articles["The strike ends"]; a.File != "press/more.zip/june/strike.txt" || a.Original == "" {
		t.Errorf("it came of %q, %q", a.File, a.Original)
	}
}

func TestFilesAreKeptWithTheirArticlesIfTheyAreAskedFor(t *testing.T) {
	for _, keeps := range []bool{false, true} {
		folder, letter := pressFolder(t)
		p := storetest.NewProject(t, "Ada")
		for title, a := range bringIn(t, p, folder, intake.Options{Originals: keeps}) {
			if has, err := p.HasOriginal(t.Context(), a.Original); err != nil || has != keeps {
				t.Errorf("%s: the file is kept: %v, want %v (%v)", title, has, keeps, err)
			}
		}
		if data, err := p.Original(t.Context(), store.HashFile(letter)); keeps && (err != nil || !bytes.Equal(data, letter)) {
			t.Errorf("kept is %q: %v", data, err)
		}
	}
}

func TestAFolderThatIsNamedByALinkIsLookedInto(t *testing.T) {
	folder, link := t.TempDir(), filepath.Join(t.TempDir(), "link")
	if err := os.WriteFile(filepath.Join(folder, "talks.txt"), []byte("The talks began."), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(folder, link); err != nil {
		t.Skipf("no links here: %v", err)
	}
	found := intake.Find(t.Context(), []string{link})
	if len(found.Files) != 1 || found.Files[0] != filepath.Join(link, "talks.txt") || len(found.Failed) != 0 {
		t.Errorf("found is %+v", found)
	}
}
