package store_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
)

// Of each released format there is a project in testdata, and what it shows. They are never written again.
const fixtures = "testdata/schema-"

// keepFixture, set to the number of a format that is to be released, has its fixture written instead of read.
const keepFixture = "STANDPOINT_FIXTURE"

// earlier makes a closed project look like one of an earlier format: tables that this one has are missing or have other columns.
const earlier = `
BEGIN;
ALTER TABLE actor DROP COLUMN colour;
ALTER TABLE issue ADD COLUMN weight INTEGER;
DELETE FROM participant;
DROP TABLE listing;
DROP TABLE found_body;
PRAGMA user_version = 0;
COMMIT`

func makeEarlier(path string) error {
	u := url.URL{Scheme: "file", Path: path}
	db, err := sql.Open("sqlite", u.String())
	if err != nil {
		return err
	}
	_, err = db.ExecContext(context.Background(), earlier)
	return errors.Join(err, db.Close())
}

func TestProjectsOfEveryReleasedFormatOpenAndShowTheSame(t *testing.T) {
	if format := os.Getenv(keepFixture); format != "" {
		writeFixture(t, fixtures+format)
	}
	files, err := filepath.Glob(fixtures + "*.standpoint.gz")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			path := unpack(t, file)
			if format := fmt.Sprint(fixtures, formatOf(t, path), ".standpoint.gz"); format != file {
				t.Fatalf("it is of another format than its name says: %s", format)
			}
			p := openProject(t, path, store.Options{Coder: "Ben"})
			mustPass(t, p)
			shown, err := os.ReadFile(file[:len(file)-len(".standpoint.gz")] + ".json")
			if err != nil {
				t.Fatal(err)
			}
			var want seen
			if err := json.Unmarshal(shown, &want); err != nil {
				t.Fatal(err)
			}
			got := look(t, p)
			for _, s := range []*seen{&want, &got} { // the order in which they came is another since
				slices.SortFunc(s.Articles, func(x, y store.ArticleRow) int { return slices.Compare(x.ID[:], y.ID[:]) })
				slices.SortStableFunc(s.Annotations, func(x, y store.Annotation) int { return slices.Compare(x.Article[:], y.Article[:]) })
			}
			if diff := alike(want, got); diff != "" {
				t.Errorf("it shows something else:\n%s", diff)
			}
			do(t, p, "Add", func(b *store.Batch) error {
				_, err := b.AddActor(store.Actor{Name: "Somebody New"})
				return err
			})
			if _, err := p.Undo(t.Context()); err != nil {
				t.Error(err)
			}
			mustPass(t, p)
		})
	}
}

// unpack returns the path of a fixture that was written to a folder of the test's own.
func unpack(t *testing.T, file string) string {
	t.Helper()
	packed, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	z, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	var project bytes.Buffer
	if _, err := project.ReadFrom(z); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "fixture.standpoint")
	if err := os.WriteFile(path, project.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// writeFixture keeps a project of the present format with something of everything, and what it shows.
func writeFixture(t *testing.T, name string) {
	t.Helper()
	s := newScene(t)
	if _, err := storetest.Fill(t.Context(), s.Project,
		storetest.Size{Articles: 4, Annotations: 60, Actors: 6, Issues: 3, Seed: 3}); err != nil {
		t.Fatal(err)
	}
	do(t, s.Project, "Tag", func(b *store.Batch) error {
		tag, err := b.AddTag(store.Tag{Name: "to the archive"})
		if err != nil {
			return err
		}
		return b.TagArticles(tag.ID, s.article.ID)
	})
	do(t, s.Project, "Keep", func(b *store.Batch) error {
		if _, err := b.SavePreset(store.ID{}, "Weekly", `{"kind":"actors","actors":["`+s.venn.ID.String()+`"]}`); err != nil {
			return err
		}
		r, err := b.AddReport(store.Report{Title: "Who wants what"})
		if err != nil {
			return err
		}
		_, err = b.AppendReportItems(r.ID, store.ReportItem{Kind: store.ItemHeading, Text: "Ceasefire"},
			store.ReportItem{Kind: store.ItemParagraph, Text: "What they said:"}, store.ReportItem{Kind: store.ItemQuote, Of: s.position.ID},
			store.ReportItem{Kind: store.ItemPositions, About: store.Target{Issue: s.ceasefire.ID}},
			store.ReportItem{Kind: store.ItemStatements, About: store.Target{Actor: s.venn.ID}, Form: store.FormTable})
		return err
	})
	turn := newTurn(t, s)
	do(t, s.Project, "Explain", func(b *store.Batch) error { return b.Explain(turn.explanation(t, "The harbour froze.")) })
	do(t, s.Project, "Keep", func(b *store.Batch) error {
		_, err := b.SaveFilter(store.ID{}, "Spring talks", `{"from":"2031-03","issues":["`+s.ceasefire.ID.String()+`"]}`)
		return err
	})
	do(t, s.Project, "Reject", func(b *store.Batch) error { return b.Decide(rejection(t, s, "a ceasefire")) })
	do(t, s.Project, "Join actors", func(b *store.Batch) error {
		return b.UpdateActor(s.wire.ID, func(a *store.Actor) { a.MergedInto = s.arland.ID })
	})
	do(t, s.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityAnnotation, s.position.ID) })
	do(t, s.Project, "Edit text", func(b *store.Batch) error {
		_, _, err := b.EditBody(s.article.ID, "In short. "+arlandBody)
		return err
	})
	shown, err := json.MarshalIndent(look(t, s.Project), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	project, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	z, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := z.Write(project); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for file, data := range map[string][]byte{name + ".standpoint.gz": packed.Bytes(), name + ".json": append(shown, '\n')} {
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAProjectOfAnEarlierFormatIsMigratedAfterABackup(t *testing.T) {
	path := closedScene(t)
	before, present := shows(t, path), formatOf(t, path)
	if err := makeEarlier(path); err != nil {
		t.Fatal(err)
	}
	was, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}

	if diff := alike(before, shows(t, path)); diff != "" {
		t.Errorf("to one who only reads it shows something else:\n%s", diff)
	}
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, was) {
		t.Errorf("reading altered the file, %v", err)
	}

	p := openProject(t, path, store.Options{Coder: "Ada"})
	mustPass(t, p)
	if diff := alike(before, look(t, p)); diff != "" {
		t.Errorf("it shows something else:\n%s", diff)
	}
	backups, err := p.Backups(t.Context())
	if err != nil || len(backups) != 1 {
		t.Fatalf("%d backups, %v", len(backups), err)
	}
	if version := formatOf(t, backups[0].Path); version != 0 {
		t.Errorf("the backup is of format %d", version)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if version := formatOf(t, path); version != present {
		t.Errorf("the project is of format %d, not %d", version, present)
	}

	// And from the backup the same comes back.
	restored := filepath.Join(t.TempDir(), "restored.standpoint")
	if err := store.Restore(t.Context(), backups[0].Path, restored); err != nil {
		t.Fatal(err)
	}
	if diff := alike(before, shows(t, restored)); diff != "" {
		t.Errorf("restored it shows something else:\n%s", diff)
	}
}

func TestACopyOfAnEarlierFormatIsMerged(t *testing.T) {
	ours, theirs := twins(t)
	do(t, theirs, "Add", func(b *store.Batch) error {
		_, err := b.AddActor(store.Actor{Name: "Somebody New"})
		return err
	})
	if err := theirs.Close(); err != nil {
		t.Fatal(err)
	}
	if err := makeEarlier(theirs.Path()); err != nil {
		t.Fatal(err)
	}
	merge(t, ours.Project, theirs.Path(), nil)
	if hits, err := ours.Search(t.Context(), store.SearchQuery{Text: "Somebody"}); err != nil || len(hits) != 1 {
		t.Errorf("of what is new there, %d came, %v", len(hits), err)
	}
	mustPass(t, ours.Project)
}

func TestAMigrationThatFailsLeavesTheProjectAsItWas(t *testing.T) {
	path := closedScene(t)
	before := shows(t, path)
	if err := makeEarlier(path); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(backupsBeside(path), []byte("in the way"), 0o600); err != nil {
		t.Fatal(err)
	}
	if p, err := store.Open(t.Context(), path, store.Options{Coder: "Ada"}); err == nil {
		t.Errorf("opened without a backup: %v", p.Close())
	}
	if version := formatOf(t, path); version != 0 {
		t.Errorf("the project is of format %d", version)
	}
	if diff := alike(before, shows(t, path)); diff != "" {
		t.Errorf("it shows something else:\n%s", diff)
	}
}

func backupsBeside(path string) string { return path[:len(path)-len(store.Extension)] + " backups" }

// shows is what a project shows to one who only reads it.
func shows(t *testing.T, path string) seen {
	t.Helper()
	p := openProject(t, path, store.Options{ReadOnly: true})
	s := look(t, p)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	return s
}

func formatOf(t *testing.T, path string) (version int) {
	t.Helper()
	u := url.URL{Scheme: "file", Path: path, RawQuery: "mode=ro"}
	db, err := sql.Open("sqlite", u.String())
	if err != nil {
		t.Fatal(err)
	}
	err = db.QueryRowContext(t.Context(), `PRAGMA user_version`).Scan(&version)
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	return version
}
