package exchange_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"

	"standpoint/app/exchange"
	"standpoint/app/exchange/standpoint"
	"standpoint/store"
)

// large returns a document of that many articles of about 5 kB, each with a mention and a statement.
func large(articles int) string {
	var s strings.Builder
	s.WriteString(`{"standpoint": 1, "actors": [{"id": "#2", "name": "Ann"}], "articles": [`)
	sentence := "The harbour master of Norvia said that the ferries will not sail today. "
	for i := range articles {
		if i > 0 {
			s.WriteString(",\n")
		}
		fmt.Fprintf(&s, `{"id": "%s", "title": "Article %d", "body": "Ann said in letter %d: no. %s"}`, id(1000+i), i, i,
			strings.Repeat(sentence, 70))
	}
	s.WriteString(`], "annotations": [`)
	for i := range articles {
		if i > 0 {
			s.WriteString(",\n")
		}
		fmt.Fprintf(&s, `{"id": "%s", "article": "%s", "kind": "mention", "actor": "#2", "spans": [{"start": 0, "end": 3, "exact": "Ann"}]},
			{"id": "%s", "article": "%s", "kind": "statement", "spans": [{"exact": "said in letter %d"}],
			 "participants": [{"role": "speaker", "actor": "#2"}]}`, id(100_000+i), id(1000+i), id(200_000+i), id(1000+i), i)
	}
	s.WriteString(`]}`)
	return numbered(s.String())
}

// counting is a document that counts what is read of it, and where.
type counting struct {
	*strings.Reader
	bytes, most int64 // in all, and at once
}

func (c *counting) ReadAt(p []byte, off int64) (int, error) {
	n, err := c.Reader.ReadAt(p, off)
	c.bytes += int64(n)
	c.most = max(c.most, int64(n))
	return n, err
}

// TestADocumentIsReadRowByRow counts what is read, what waits in memory and what is committed at once.
func TestADocumentIsReadRowByRow(t *testing.T) {
	p := open(t)
	document := large(1500)
	in := &counting{Reader: strings.NewReader(document)}
	batches, actions := 0, map[store.ID]bool{}
	defer p.Subscribe(func(e store.Event) {
		batches++
		actions[e.Action] = true
	})()
	before := liveBytes()
	most := before
	result, err := standpoint.Import(t.Context(), p, in, "large.json", exchange.Options{Progress: func(done, total int) {
		if total != 4501 || done > total {
			t.Errorf("%d of %d rows are done", done, total)
		}
		most = max(most, liveBytes())
	}})
	if err != nil {
		t.Fatal(err)
	}
	if result.Added[store.EntityArticle] != 1500 || result.Added[store.EntityAnnotation] != 3000 {
		t.Errorf("added %v", result.Added)
	}
	if batches < 45 || len(actions) != 1 {
		t.Errorf("%d batches of %d actions, want at least one for each 100 rows, and one action", batches, len(actions))
	}
	if in.most > 1<<18 {
		t.Errorf("%d bytes were read at once", in.most)
	}
	if size := int64(len(document)); in.bytes > 6*size {
		t.Errorf("%d bytes were read of a document of %d", in.bytes, size)
	}
	// The store keeps up to 8,000,000 code points of texts, which is more than the document has: a part of it is left to that.
	if grown := int64(most) - int64(before); grown > 3*int64(len(document)) {
		t.Errorf("%d bytes are held while a document of %d is imported", grown, len(document))
	}
	if _, err := p.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if counts, err := p.Counts(t.Context()); err != nil || counts.Articles+counts.Actors+counts.Mentions > 0 {
		t.Errorf("after one Undo there are %+v, %v", counts, err)
	}
}

// liveBytes is what the program holds in memory.
func liveBytes() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// TestWhatIsWrongAtTheEndIsFoundBeforeTheFirstBatch has a document of several batches whose last row is refused.
func TestWhatIsWrongAtTheEndIsFoundBeforeTheFirstBatch(t *testing.T) {
	p := open(t)
	batches := 0
	defer p.Subscribe(func(store.Event) { batches++ })()
	document := strings.Replace(large(300), `"said in letter 299"`, `"said in letter 300"`, 1)
	_, err := standpoint.Import(t.Context(), p, strings.NewReader(document), "large.json", exchange.Options{})
	want := "large.json: annotations[599].spans[0].exact: “said in letter 300” is not in the body of the article."
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	if batches > 0 || !p.UndoTitle().IsZero() {
		t.Errorf("%d batches were written", batches)
	}
}

func TestAnImportThatIsStoppedIsTakenUpAgain(t *testing.T) {
	whole := open(t)
	document := large(300)
	mustImport(t, whole, document, exchange.Options{})

	p := open(t)
	ctx, cancel := context.WithCancel(t.Context())
	result, err := standpoint.Import(ctx, p, strings.NewReader(document), "large.json", exchange.Options{Progress: func(done, _ int) {
		if done >= 200 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) || !strings.HasPrefix(err.Error(), "the import stopped after 2") {
		t.Errorf("got %v", err)
	}
	counts, err := p.Counts(t.Context())
	if err != nil || counts.Articles != result.Added[store.EntityArticle] || counts.Articles == 0 || counts.Articles == 300 ||
		isZero(result.Action) {
		t.Errorf("%d articles are there, the result is %+v, %v", counts.Articles, result, err)
	}
	again := mustImport(t, p, document, exchange.Options{})
	if again.Same+again.Added[store.EntityArticle]+again.Added[store.EntityActor]+again.Added[store.EntityAnnotation] != 901 ||
		len(again.Differ) > 0 {
		t.Errorf("importing it again: %+v", again)
	}
	if mustExport(t, p) != mustExport(t, whole) {
		t.Error("importing again what was stopped does not give what importing at once does")
	}
}

// TestAPipeIsKeptInATemporaryFile reads from what cannot be read twice.
func TestAPipeIsKeptInATemporaryFile(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	t.Setenv("TMP", folder)
	p := open(t)
	result, err := standpoint.Import(t.Context(), p, io.MultiReader(strings.NewReader("\uFEFF"), strings.NewReader(small(""))),
		"standard input", exchange.Options{
			Progress: func(int, int) {
				files, err := os.ReadDir(folder)
				for _, f := range files {
					info, infoErr := f.Info()
					if infoErr != nil || runtime.GOOS != "windows" && !f.IsDir() && info.Mode().Perm() != 0o600 {
						t.Errorf("%s may be read by others: %v %v", f.Name(), info, err)
					}
				}
			},
		})
	if err != nil || result.Added[store.EntityArticle] != 1 {
		t.Errorf("%+v, %v", result, err)
	}
	files, err := os.ReadDir(folder)
	for _, f := range files {
		if !f.IsDir() {
			t.Errorf("%s was left behind, %v", f.Name(), err)
		}
	}
}

// TestAFolderWithoutRoomIsNamed has a pipe and nowhere to keep it.
func TestAFolderWithoutRoomIsNamed(t *testing.T) {
	missing := t.TempDir() + "/missing"
	p := open(t)
	t.Setenv("TMPDIR", missing)
	t.Setenv("TMP", missing)
	_, err := standpoint.Import(t.Context(), p, io.MultiReader(strings.NewReader(small(""))), "standard input", exchange.Options{})
	if err == nil || !strings.Contains(err.Error(), "cannot be put into the folder "+missing) {
		t.Errorf("got %v", err)
	}
}

// changing is a document that another program writes to while it is imported: when the place is read for the third time, to be
// written, something else stands there than was checked.
type changing struct {
	*strings.Reader
	later *strings.Reader
	place int64
	reads int
}

func (c *changing) ReadAt(p []byte, off int64) (int, error) {
	if off <= c.place && c.place < off+int64(len(p)) {
		c.reads++
	}
	if c.reads > 2 {
		return c.later.ReadAt(p, off)
	}
	return c.Reader.ReadAt(p, off)
}

func TestADocumentThatChangesIsNotImported(t *testing.T) {
	document := small(`, "tags": [{"id": "#4", "name": "number"}]`)
	for _, name := range []string{`"number `, `"n\u0007"`} {
		p := open(t)
		in := &changing{
			Reader: strings.NewReader(document), later: strings.NewReader(strings.Replace(document, `"number"`, name, 1)),
			place: int64(strings.Index(document, `"number"`)),
		}
		_, err := standpoint.Import(t.Context(), p, in, "a.json", exchange.Options{})
		if err == nil || !strings.Contains(err.Error(), "the document was changed while it was imported: tags[0]") {
			t.Errorf("with %s: %v", name, err)
		}
		if in.reads != 3 {
			t.Errorf("the row was read %d times", in.reads)
		}
		if tags, _, err := p.Tags(t.Context(), store.TagQuery{}); err != nil || len(tags) > 0 {
			t.Errorf("there are tags: %v, %v", tags, err)
		}
	}
}
