package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"standpoint/store"
)

// A log that ends too early, or whose pages are spoilt, holds what SQLite finds in it, and that is known to belong to the file.
func TestALogThatWasCutOffOrSpoiltBelongsToItsFile(t *testing.T) {
	path := closedScene(t)
	before := filepath.Join(t.TempDir(), "before.standpoint")
	copyProject(t, path, before)
	names := []string{"First", "Second", "Third", "Fourth"}
	crashed(t, path, names...)
	log := readFile(t, path+"-wal")
	const frame = 24 + 4096
	try := func(what string, log []byte) (found int) {
		t.Helper()
		copied := filepath.Join(t.TempDir(), "copied.standpoint")
		copyProject(t, before, copied)
		must(t, os.WriteFile(copied+"-wal", log, 0o600))
		p := openProject(t, copied, store.Options{Coder: "Ada"})
		if len(p.Warnings()) > 0 {
			t.Errorf("%s: told of %v", what, p.Warnings())
		}
		have := actorNames(t, p)
		for found < len(names) && slices.Contains(have, names[found]) {
			found++
		}
		hasNotActors(t, p, names[found:]...)
		mustPass(t, p)
		must(t, p.Close())
		return found
	}
	seen := map[int]bool{}
	for n := 0; 32+n*frame <= len(log); n += 3 {
		seen[try(fmt.Sprint("cut after frame ", n), log[:32+n*frame])] = true
		spoilt := slices.Clone(log)
		spoilt[min(32+n*frame+100, len(log)-1)] ^= 1
		try(fmt.Sprint("spoilt in frame ", n), spoilt)
	}
	if !seen[0] || len(seen) < 3 {
		t.Errorf("found %v", seen)
	}
}

// halfWritten copies a project with its rollback journal in the middle of a transaction of another program.
func halfWritten(t *testing.T, path, begin string) (copied string) {
	t.Helper()
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: path}).String())
	must(t, err)
	db.SetMaxOpenConns(1)
	for _, query := range []string{
		`PRAGMA cache_size = 2`, `PRAGMA cache_spill = 1`, `BEGIN`, begin,
		`UPDATE annotation SET date = hex(randomblob(1000))`, `UPDATE change SET fields = fields || hex(randomblob(3000))`,
	} {
		_, err := db.ExecContext(context.Background(), query)
		must(t, err)
	}
	copied = filepath.Join(t.TempDir(), "copied.standpoint")
	copyProject(t, path, copied)
	copyProject(t, path+"-journal", copied+"-journal")
	must(t, db.Close())
	return copied
}

func TestTheJournalOfAProgramThatDiedIsTakenForThatOfItsFileAlone(t *testing.T) {
	const nextGeneration = `UPDATE generation SET before = now, now = randomblob(16)`
	for name, begin := range map[string]string{"without a generation": `SELECT 1`, "with a generation": nextGeneration} {
		path := closedScene(t)
		copied := halfWritten(t, path, begin)
		if string(readFile(t, copied)) == string(readFile(t, path)) {
			t.Fatal("nothing is half written")
		}
		readEverything(t, copied, nil, func(p *store.Project) { hasActors(t, p, "Orla Venn") })
		p := openProject(t, copied, store.Options{Coder: "Ada"})
		if len(p.Warnings()) > 0 {
			t.Errorf("%s: told of %v", name, p.Warnings())
		}
		mustPass(t, p)
	}
	journal := halfWritten(t, closedScene(t), nextGeneration) + "-journal"
	other := closedScene(t)
	must(t, os.Rename(journal, other+"-journal"))
	want := readFile(t, other+"-journal")
	foreign := []store.Code{store.CodeForeignLog}
	readEverything(t, other, foreign, func(p *store.Project) { hasActors(t, p, "Orla Venn") })
	p := openProject(t, other, store.Options{Coder: "Ada"})
	if got := warned(p); !slices.Equal(got, foreign) {
		t.Errorf("told of %v", got)
	}
	mustPass(t, p)
	if aside := readFile(t, other+"-journal-aside"); string(aside) != string(want) {
		t.Error("the journal that was set aside is not what it was")
	}
}
