package store_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"standpoint/store"
)

// keepFile adds an article with the file of which it came.
func keepFile(t *testing.T, p *store.Project, title string, file []byte) store.Article {
	t.Helper()
	var a store.Article
	do(t, p, "Import", func(b *store.Batch) error {
		hash, err := b.KeepOriginal(file)
		if err != nil {
			return err
		}
		a, err = b.AddArticle(store.Article{Title: title, File: "press/page.html", Original: hash}, "The harbour is closed, says "+title+".")
		return err
	})
	return a
}

// mustHold fails unless the project has these bytes under the hash of the article's file.
func mustHold(t *testing.T, p *store.Project, a store.Article, want []byte) {
	t.Helper()
	data, err := p.Original(t.Context(), a.Original)
	if err != nil || !bytes.Equal(data, want) {
		t.Errorf("%q is kept, want %q: %v", data, want, err)
	}
	mustPass(t, p)
}

// mustLack fails if the project has the file of the article.
func mustLack(t *testing.T, p *store.Project, a store.Article) {
	t.Helper()
	has, err := p.HasOriginal(t.Context(), a.Original)
	if err != nil || has {
		t.Errorf("the file is there: %v, %v", has, err)
	}
	if _, err := p.Original(t.Context(), a.Original); store.CodeOf(err) != store.CodeNotFound {
		t.Errorf("reading it: %v", err)
	}
	mustPass(t, p)
}

var page = []byte("<html><p>The harbour is closed.</p>" + strings.Repeat("<!-- an advertisement -->", 1000))

func TestAFileIsKeptOnceAndCompressedForAllItsArticles(t *testing.T) {
	p := newProject(t)
	a, b := keepFile(t, p, "One", page), keepFile(t, p, "Two", page)
	if a.Original != b.Original || a.Original != store.HashFile(page) {
		t.Errorf("the file of one is %q, of the other %q", a.Original, b.Original)
	}
	mustHold(t, p, a, page)
	must(t, p.Close())
	data, err := os.ReadFile(p.Path())
	must(t, err)
	if bytes.Contains(data, page[:100]) {
		t.Error("it lies there as it was")
	}
}

func TestWhetherFilesAreKeptIsSaidForEachProject(t *testing.T) {
	p := newProject(t)
	for _, want := range []bool{false, true, false} {
		must(t, p.SetKeepsOriginals(t.Context(), want))
		if keeps, err := p.KeepsOriginals(t.Context()); err != nil || keeps != want {
			t.Errorf("files are kept: %v, want %v (%v)", keeps, want, err)
		}
	}
}

func TestAFileGoesWithAMergeAndWithItsTakingBack(t *testing.T) {
	s, other := twins(t)
	a := keepFile(t, other, "One", page)
	merge(t, s.Project, other.Path(), nil)
	mustHold(t, s.Project, a, page)
	if _, _, err := s.TakeBackMerge(t.Context()); err != nil {
		t.Fatal(err)
	}
	mustLack(t, s.Project, a)
}

func TestAFileIsPurgedWithTheLastOfItsArticles(t *testing.T) {
	p := newProject(t)
	a, b := keepFile(t, p, "One", page), keepFile(t, p, "Two", page)
	purge := func(id store.ID) {
		t.Helper()
		do(t, p, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityArticle, id) })
		if _, err := p.EmptyTrash(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	purge(a.ID)
	mustHold(t, p, b, page)
	purge(b.ID)
	mustLack(t, p, b)
}

func TestAFileGoesIntoBackupsAndIsRecovered(t *testing.T) {
	p := newProject(t)
	a := keepFile(t, p, "One", page)
	folder := t.TempDir()
	copied, saved := filepath.Join(folder, "copy.standpoint"), filepath.Join(folder, "saved.standpoint")
	must(t, p.Backup(t.Context(), copied))
	mustHold(t, openProject(t, copied, store.Options{ReadOnly: true}), a, page)
	must(t, p.Close())
	if _, err := store.Recover(t.Context(), p.Path(), saved); err != nil {
		t.Fatal(err)
	}
	mustHold(t, openProject(t, saved, store.Options{}), a, page)
}

func TestAFileThatWasAlteredIsNotHandedOut(t *testing.T) {
	p := newProject(t)
	a := keepFile(t, p, "One", page)
	must(t, p.Close())
	tamper(t, p.Path(), `UPDATE original SET size = size - 1`)
	p = openProject(t, p.Path(), store.Options{})
	if _, err := p.Original(t.Context(), a.Original); store.CodeOf(err) != store.CodeDamaged {
		t.Errorf("reading it: %v", err)
	}
	report, err := p.Check(t.Context(), nil)
	must(t, err)
	if len(report.Problems) != 1 || !strings.Contains(report.Problems[0].Message.String(), "is not what was imported") {
		t.Errorf("the check says %+v", report.Problems)
	}
}

func TestAnArticleNamesAFileByItsHashAlone(t *testing.T) {
	p := newProject(t)
	for _, hash := range []store.FileHash{"x", store.HashFile(page)[:60], store.FileHash(strings.ToUpper(string(store.HashFile(page))))} {
		_, err := p.Do(t.Context(), store.Title{Code: store.TitleImportArticles}, func(b *store.Batch) error {
			_, err := b.AddArticle(store.Article{Title: "One", Original: hash}, "The harbour is closed.")
			return err
		})
		if store.CodeOf(err) != store.CodeInvalid {
			t.Errorf("%q is taken: %v", hash, err)
		}
	}
}
