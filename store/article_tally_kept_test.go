package store_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"standpoint/store"
	"standpoint/store/storetest"
)

// counted fills a project with some articles, has them counted and closes it.
func counted(t *testing.T) (path string, filled storetest.Filled) {
	t.Helper()
	store.KeepHowever(t)
	path = filepath.Join(t.TempDir(), "Talks.standpoint")
	filled, err := storetest.File(t.Context(), path, storetest.Size{Articles: 60, Annotations: 240})
	must(t, err)
	countIn(t, path)
	return path, filled
}

// countIn has the articles of a project counted, and closes it.
func countIn(t *testing.T, path string) {
	t.Helper()
	p := openCounted(t, path)
	_, err := p.ArticleFacets(t.Context(), store.ArticleFilter{})
	must(t, err)
	must(t, p.Close())
}

func openCounted(t *testing.T, path string) *store.Project {
	t.Helper()
	p, err := store.Open(t.Context(), path, store.Options{Coder: "Ada"})
	must(t, err)
	t.Cleanup(func() { _ = p.Close() })
	return p
}

// rowsCounted are the rows that are read for the first counts after opening.
func rowsCounted(t *testing.T, path string) (rows int) {
	t.Helper()
	p := openCounted(t, path)
	p.Watch(func(_ string, _ []any, n int) { rows += n })
	_, err := p.ArticleFacets(t.Context(), store.ArticleFilter{})
	p.Watch(nil)
	must(t, err)
	checkCounts(t, p)
	must(t, p.Close())
	return rows
}

// copyWithLog copies a project as it lies on the disk while it is open.
func copyWithLog(t testingT, from, to string) {
	t.Helper()
	copyProject(t, from, to)
	if _, err := os.Stat(from + "-wal"); err == nil {
		copyProject(t, from+"-wal", to+"-wal")
	}
}

// checkCounts compares what is counted with what is counted anew.
func checkCounts(t testingT, p *store.Project) {
	t.Helper()
	names, _, err := p.Actors(context.Background(), store.ActorQuery{})
	if err != nil {
		t.Fatal(err)
	}
	support := store.StanceSupport
	filters := []store.ArticleFilter{{}, {Stance: &support}, {Coder: p.Coder().ID}}
	for _, a := range names[:min(3, len(names))] {
		filters = append(filters, store.ArticleFilter{Actor: a.ID})
	}
	for _, f := range filters {
		got, err := p.ArticleFacets(context.Background(), f)
		if err != nil {
			t.Fatal(err)
		}
		want, err := p.CountedAnew(context.Background(), f)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("something else is counted (-anew +got):\n%s", diff)
		}
	}
}

type testingT interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// What was read to count is there when the project is opened next, also after a crash: what changed since alone is read again.
func TestFirstCountsAfterOpeningReadNoArticleButThoseThatChanged(t *testing.T) {
	path, filled := counted(t)
	before := rowsCounted(t, path)
	if before > 40 { // names of outlets and languages
		t.Fatalf("%d rows are read to count 60 articles that were counted before", before)
	}
	crashed := filepath.Join(t.TempDir(), "Crashed.standpoint")
	p := openCounted(t, path)
	_, err := p.Do(t.Context(), storetest.Titled("Code"), func(b *store.Batch) error {
		return b.UpdateArticle(filled.Articles[3], func(a *store.Article) { a.Status = store.StatusCoded })
	})
	must(t, err)
	must(t, p.SetLocal(t.Context(), "width", []byte("3")))
	copyWithLog(t, p.Path(), crashed)
	must(t, p.Close())
	for _, path := range []string{crashed, path} {
		if rows := rowsCounted(t, path); rows > before+20 { // the article, and its names
			t.Errorf("%s: %d rows are read to count when one article changed, %d when none did", path, rows, before)
		}
	}
}

func TestWhatIsKeptToCountGoesWithAPurge(t *testing.T) {
	path, filled := counted(t)
	p := openCounted(t, path)
	id := filled.Articles[3]
	_, err := p.Do(t.Context(), storetest.Titled("Rename"), func(b *store.Batch) error {
		return b.UpdateArticle(id, func(a *store.Article) { a.Source = "Forgotten Gazette" })
	})
	must(t, err)
	must(t, p.Close())
	must(t, store.DropKeptTally(t.Context(), path))
	countIn(t, path)
	p = openCounted(t, path)
	if !bytes.Contains(onDisk(t, path), []byte("forgotten gazette")) {
		t.Fatal("the outlet is not in the file at all")
	}
	_, err = p.Do(t.Context(), storetest.Titled("Delete"), func(b *store.Batch) error { return b.Delete(store.EntityArticle, id) })
	must(t, err)
	checkCounts(t, p)
	must(t, p.PurgeWithoutPacking(t.Context()))
	if kept, err := p.KeepsTally(t.Context()); err != nil || kept {
		t.Errorf("after a purge it is kept: %v", err)
	}
	checkCounts(t, p)
	must(t, p.Close())
	p = openCounted(t, path) // which packs the file
	if kept, err := p.KeepsTally(t.Context()); err != nil || !kept {
		t.Errorf("after a purge it is never kept again: %v", err)
	}
	checkCounts(t, p)
	must(t, p.Close())
	if bytes.Contains(bytes.ToLower(onDisk(t, path)), []byte("forgotten gazette")) {
		t.Error("the file still holds the outlet of what was purged")
	}
}

func onDisk(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	must(t, err)
	return data
}

// What is kept and is damaged, or of another version, is not what is counted by, even if its sum fits.
func TestWhatIsKeptToCountAndIsDamagedIsReadAnew(t *testing.T) {
	path, _ := counted(t)
	p := openCounted(t, path)
	kept, err := p.Local(t.Context(), "tally")
	must(t, err)
	must(t, p.Close())
	rapid.Check(t, func(rt *rapid.T) {
		damaged := bytes.Clone(kept)
		switch at := rapid.IntRange(0, len(damaged)-5).Draw(rt, "at"); rapid.IntRange(0, 2).Draw(rt, "damage") {
		case 0:
			damaged[at] ^= rapid.Byte().Draw(rt, "bits")
		case 1:
			damaged = damaged[:at]
		default:
			damaged = append(damaged[:at], damaged[at+1:]...)
		}
		if n := len(damaged) - 4; n > 0 && rapid.Bool().Draw(rt, "fitting sum") {
			binary.BigEndian.PutUint32(damaged[n:], crc32.ChecksumIEEE(damaged[:n]))
		}
		if is, same := store.DecodesTally(damaged), bytes.Equal(damaged, kept); same && !is {
			rt.Fatal("what is kept is not read")
		}
	})
	for _, damaged := range [][]byte{{}, kept[:len(kept)-1], append(bytes.Clone(kept), 0), append([]byte{99}, kept[1:]...)} {
		p := openCounted(t, path)
		must(t, p.SetLocal(t.Context(), "tally", damaged))
		checkCounts(t, p)
		must(t, p.Close())
	}
}

// counter is a random walk that counts as it goes.
type counter struct {
	*world
	folder string
	made   int
	beside *store.Project // a connection that only reads, or nil
}

func (c *counter) path() string {
	c.made++
	return filepath.Join(c.folder, fmt.Sprint(c.made)+store.Extension)
}

// count counts in the project, and beside it.
func (c *counter) count() {
	checkCounts(c.t, c.p)
	if c.beside != nil {
		checkCounts(c.t, c.beside)
	}
}

// crash goes on with what lies on the disk while the project is open.
func (c *counter) crash() {
	path := c.path()
	copyWithLog(c.t, c.p.Path(), path)
	c.goOn(path)
}

// restore goes on with a backup.
func (c *counter) restore() {
	path := c.path()
	if err := c.p.Backup(context.Background(), path); err != nil {
		c.t.Fatal(err)
	}
	c.goOn(path)
}

func (c *counter) goOn(path string) {
	c.close()
	p, err := store.Open(context.Background(), path, store.Options{Coder: "Ada"})
	if err != nil {
		c.t.Fatal(err)
	}
	c.p = p
}

func (c *counter) reopen() { c.goOn(c.p.Path()) }

// lookOn reads the project from another connection, from here on.
func (c *counter) lookOn() {
	c.closeBeside()
	p, err := store.Open(context.Background(), c.p.Path(), store.Options{ReadOnly: true})
	if err != nil {
		c.t.Fatal(err)
	}
	c.beside = p
}

func (c *counter) closeBeside() {
	if c.beside == nil {
		return
	}
	if err := c.beside.Close(); err != nil {
		c.t.Fatal(err)
	}
	c.beside = nil
}

func (c *counter) close() {
	c.closeBeside()
	if err := c.p.Close(); err != nil {
		c.t.Fatal(err)
	}
}

// past counts in an earlier state.
func (c *counter) past() {
	list, _, err := c.p.History(context.Background(), store.HistoryQuery{})
	if err != nil {
		c.t.Fatal(err)
	}
	then, err := c.p.At(context.Background(), rapid.SampledFrom(list).Draw(c.t, "moment").Action)
	if err != nil {
		c.t.Fatal(err)
	}
	checkCounts(c.t, then)
	if err := then.Close(); err != nil {
		c.t.Fatal(err)
	}
}

// merge brings in what another copy did.
func (c *counter) merge() {
	path := c.path()
	if err := c.p.Backup(context.Background(), path); err != nil {
		c.t.Fatal(err)
	}
	p, err := store.Open(context.Background(), path, store.Options{Coder: "Ben"})
	if err != nil {
		c.t.Fatal(err)
	}
	other := *c.world
	other.p = p
	for _, do := range []func(){other.annotate, other.edit, other.remove, func() { _, _ = p.EmptyTrash(context.Background()) }} {
		do()
	}
	if err := p.Close(); err != nil {
		c.t.Fatal(err)
	}
	if _, err := tryMerge(context.Background(), c.p, path, nil); err != nil {
		c.t.Fatal(err)
	}
	if rapid.Bool().Draw(c.t, "taken back") {
		_, _, err := c.p.TakeBackMerge(context.Background())
		if code := store.CodeOf(err); err != nil && code != store.CodeNotFound && code != store.CodeInvalid {
			c.t.Fatal(err)
		}
	}
}

func (c *counter) aside() {
	if err := c.p.SetLocal(context.Background(), "width", []byte{1}); err != nil {
		c.t.Fatal(err)
	}
}

func (c *counter) elsewhere() {
	if err := c.p.KnowNothingKept(context.Background()); err != nil {
		c.t.Fatal(err)
	}
}

func (c *counter) purge() {
	if _, err := c.p.EmptyTrash(context.Background()); err != nil {
		c.t.Fatal(err)
	}
}

func TestWhatIsKeptToCountIsNeverStale(t *testing.T) {
	store.Fewer(t, 30)
	store.KeepHowever(t)
	folder := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		c := &counter{world: &world{t: rt}, folder: filepath.Join(folder, fmt.Sprint(rt.Name(), store.NewID()))}
		if err := os.MkdirAll(c.folder, 0o700); err != nil {
			rt.Fatal(err)
		}
		p, err := store.Create(context.Background(), c.path(), store.Options{Coder: "Ada"})
		if err != nil {
			rt.Fatal(err)
		}
		c.p = p
		defer func() { c.close() }()
		c.addArticle()
		c.addArticle()
		c.addNames()
		for range rapid.IntRange(5, 25).Draw(rt, "steps") {
			rapid.SampledFrom([]func(){
				c.annotate, c.annotate, c.addNames, c.addArticle, c.edit, c.edit, c.remove, c.remove, func() { _, _ = c.p.Undo(rt.Context()) },
				c.purge, c.aside, c.elsewhere, c.count, c.count, c.count, c.reopen, c.reopen, c.crash, c.restore, c.lookOn, c.past, c.merge,
			}).Draw(rt, "step")()
		}
		c.count()
	})
}
