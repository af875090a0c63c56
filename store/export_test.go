package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"io"
	"net/url"
	"reflect"
	"slices"
	"testing"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
	"standpoint/store/text"
)

// AddToLastSession adds a change to the last session of a closed file, which no program should do.
func AddToLastSession(ctx context.Context, path, name string) error {
	p, err := Open(ctx, path, Options{})
	if err != nil {
		return err
	}
	err = p.on(ctx, func(w *writer) error {
		var s session
		var chain []byte
		found, err := sqlite.One(w.db, []any{&s.key, (*idColumn)(&s.id), &chain, &s.seq},
			`SELECT key, uuid, chain, (SELECT max(seq) FROM change WHERE session = key) FROM session ORDER BY key DESC LIMIT 1`)
		if err != nil || !found {
			return errors.Join(err, errors.New("there is no session"))
		}
		copy(s.chain[:], chain)
		w.session = s
		return w.batch(&action{kind: ActionDo, title: testTitle("Fork").encode()}, func(b *Batch) error {
			return b.change(EntityTag, NewID(), journal.Fields{journal.FieldCreated: []byte("true"), "name": []byte(`"` + name + `"`)})
		})
	})
	return errors.Join(err, p.Close())
}

// PurgeWithoutPacking empties the trash and stops where the program may die: the purge is committed, the file not packed.
func (p *Project) PurgeWithoutPacking(ctx context.Context) error {
	g, err := p.BeginEmptying(ctx)
	for more := true; more && err == nil; {
		more, err = g.Next(ctx)
	}
	return err
}

// EverCreated lists the rows of an entity that the journal makes, be they shown or not.
func (p *Project) EverCreated(ctx context.Context, e Entity) (map[ID]bool, error) {
	created := map[ID]bool{}
	err := p.read(ctx, func(s sqlite.Snapshot) error {
		list, err := ids(s, `SELECT DISTINCT id FROM change WHERE entity = ? AND json_extract(fields, '$.created')`, string(e))
		for _, id := range list {
			created[id] = true
		}
		return err
	})
	return created, err
}

// HalfBatches counts what can be there only if a batch was written in part: an action without changes that is no merge, or a
// session whose chain is not that of its changes.
func (p *Project) HalfBatches(ctx context.Context) (n int, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		n, err = sqlite.Number(s, `SELECT count(*) FROM action a WHERE kind <> 'merge' AND NOT EXISTS (SELECT 1 FROM change c
			WHERE c.action = a.key)`)
		if err != nil {
			return err
		}
		sessions, err := sessionsIn(s, "main")
		if err != nil {
			return err
		}
		for id, state := range sessions {
			_, chain, err := chainOf(s, "main", id, state.key, 0)
			if err != nil {
				return err
			}
			if chain != state.chain {
				n++
			}
		}
		return nil
	})
	return n, err
}

// AddForeignChange writes a change that no program writes into a session of its own, whose chain is right, by an action of a kind.
func AddForeignChange(ctx context.Context, path string, kind ActionKind, entity string, id []byte, later int64, fields string) error {
	p, err := Open(ctx, path, Options{Coder: "Mallory"})
	if err != nil {
		return err
	}
	err = p.on(ctx, func(w *writer) error {
		return w.transaction(func() error {
			s, action, coder := NewID(), NewID(), NewID()
			clock := w.clock + journal.Clock(later)
			var row ID
			copy(row[:], id)
			chain := journal.Chain{}.Next(journal.Change{Session: s, Seq: 1, Clock: clock, Action: action, Entity: entity, ID: row},
				journal.Action{ID: action, Coder: coder, Title: "Foreign", Kind: string(kind), At: "never"}, []byte(fields))
			key, err := w.db.Insert(`INSERT INTO session (uuid, chain, local) VALUES (?, ?, 1)`, s[:], chain[:])
			if err != nil {
				return err
			}
			by, err := w.db.Insert(`INSERT INTO action (id, coder, kind, title, at) VALUES (?, ?, ?, 'Foreign', 'never')`, action[:], coder[:],
				string(kind))
			if err != nil {
				return err
			}
			return w.db.Exec(`INSERT INTO change (session, seq, clock, action, entity, id, fields) VALUES (?, 1, ?, ?, ?, ?, ?)`,
				key, int64(clock), by, entity, id, fields)
		})
	})
	return errors.Join(err, p.Close())
}

// Checkpoint moves into the file what nobody needs in the log any more.
func (p *Project) Checkpoint() error {
	return p.on(context.Background(), func(w *writer) error { return w.db.Run(`PRAGMA wal_checkpoint(PASSIVE)`) })
}

// ForgetPages has the writing connection keep nothing of the file in memory.
func (p *Project) ForgetPages() error {
	return p.on(context.Background(), func(w *writer) error { return w.db.Run(`PRAGMA shrink_memory`) })
}

// ReadBeside reads a project's file in a transaction that lasts until release.
func ReadBeside(t interface {
	Context() context.Context
	Fatal(...any)
}, path string,
) (release func() error) {
	db, err := sqlite.Connect(t.Context(), path, sqlite.Writing)
	if err == nil {
		err = db.Run(`BEGIN`)
	}
	if err == nil {
		_, err = sqlite.Number(db, `SELECT count(*) FROM change`)
	}
	if err != nil {
		t.Fatal(err)
	}
	return db.Close
}

// OpenPlainDatabase opens a database that is no project, and takes a lock on it.
func OpenPlainDatabase(path string) (io.Closer, error) {
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: path}).String())
	if err == nil {
		_, err = db.ExecContext(context.Background(), `CREATE TABLE plain (key INTEGER)`)
	}
	return db, err
}

// RowTypes returns the types of all rows that the journal records.
func RowTypes() []reflect.Type {
	var types []reflect.Type
	for _, t := range tables {
		types = append(types, t.typ)
	}
	return types
}

// Force sets a field as another program, or another version of this one, may have set it.
func (p *Project) Force(ctx context.Context, e Entity, id ID, field, value string) error {
	encoded, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return p.on(ctx, func(w *writer) error {
		return w.batch(&action{kind: ActionDo, title: testTitle("Force").encode()}, func(b *Batch) error {
			return b.change(e, id, journal.Fields{field: encoded})
		})
	})
}

// Colours returns the names of the colours that the program gives by itself.
func Colours() []string { return slices.Clone(colours) }

// testTitle is storetest.Titled for the tests of the package itself.
func testTitle(name string) Title { return Title{Code: TitleImportFile, Name: name} }

// DoAs does something under a title as it is stored, as a later version may write it.
func (p *Project) DoAs(ctx context.Context, title string, fn func(*Batch) error) (ID, error) {
	a := action{kind: ActionDo, title: title}
	err := p.on(ctx, func(w *writer) error { return w.batch(&a, fn) })
	return a.id, err
}

// StoredTitles returns the titles of all actions as they are stored, the newest first.
func (p *Project) StoredTitles(ctx context.Context) (titles []string, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		return sqlite.Each(s, func(scan func(...any) error) error {
			var title string
			err := scan(&title)
			titles = append(titles, title)
			return err
		}, `SELECT title FROM action ORDER BY key DESC`)
	})
	return titles, err
}

// ArgumentOf returns the argument that a code of a title has, "" if none.
func ArgumentOf(code TitleCode) string {
	f, _ := code.form()
	return f.argument
}

// AnchorOn ties a span to the text of an article that the batch made.
func AnchorOn(b *Batch, article Article, span text.Span) (text.Anchor, error) {
	body, err := b.Body(article.Body)
	if err != nil {
		return text.Anchor{}, err
	}
	return text.NewAnchor(body, span)
}

// KeepHowever has what is read to count kept, however little it is, until the test ends.
func KeepHowever(t *testing.T) {
	before := worthKeeping
	worthKeeping = 0
	t.Cleanup(func() { worthKeeping = before })
}

// GatherFewer has lists gather articles only where no more than so many are left, and walk for what is further down.
func GatherFewer(than int) { fewArticles = than }

// GatherHowever ends what GatherFewer began when the test ends.
func GatherHowever(t *testing.T) {
	before := fewArticles
	t.Cleanup(func() { fewArticles = before })
}

// SortsOfArticles are all orders of a list of articles.
func SortsOfArticles() []ArticleSort { return sortsOfArticles() }

// PlanOf is how SQLite goes about a query.
func PlanOf(t *testing.T, p *Project, query string) []string {
	t.Helper()
	return planOf(t, p, query)
}

// RenumberArticles gives the rows of articles other numbers, and the schema another version, as VACUUM may.
func (p *Project) RenumberArticles(ctx context.Context) error {
	return p.on(ctx, func(w *writer) error {
		return w.db.Run(`BEGIN; UPDATE article SET rowid = rowid + 1000; UPDATE article SET rowid = 3000 - rowid;
			CREATE TABLE passing (key); DROP TABLE passing; COMMIT`)
	})
}

// HoldsTally reports whether what articles are counted by is in memory.
func (p *Project) HoldsTally() bool { return p.tally.ready.Load() }

// AwaitTally waits until what is read beside is read.
func (p *Project) AwaitTally() { p.tally.running.Wait() }

// CountedAnew counts with nothing in memory, and nothing that is kept.
func (p *Project) CountedAnew(ctx context.Context, f ArticleFilter) (facets ArticleFacets, err error) {
	err = p.Frozen(ctx, func(now *Project) (err error) {
		if err := fillAnew(now); err != nil {
			return err
		}
		facets, err = now.ArticleFacets(ctx, f)
		return err
	})
	return facets, err
}

// fillAnew reads all articles into the tally of a frozen project, whatever is kept.
func fillAnew(now *Project) error {
	err := now.read(context.Background(), func(s sqlite.Snapshot) (err error) {
		if _, now.tally.state, err = stepOf(s); err == nil {
			err = now.tally.readAll(s)
		}
		return err
	})
	now.tally.loaded = err == nil
	return err
}

// KeepsTally reports whether what is read to count is kept in the file, and of the state in which that is.
func (p *Project) KeepsTally(ctx context.Context) (kept bool, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		var k keeping
		err := k.find(s)
		kept = k.is
		return err
	})
	return kept, err
}

// DecodesTally reports whether something is read as a tally that is kept.
func DecodesTally(kept []byte) bool { return newTally().decode(kept) }

// DropKeptTally takes the tally out of a closed file that keeps one.
func DropKeptTally(ctx context.Context, path string) error {
	p, err := Open(ctx, path, Options{})
	if err != nil {
		return err
	}
	err = p.on(ctx, func(w *writer) error { return w.transaction(func() error { return dropTally(w.db) }) })
	return errors.Join(err, p.Close())
}

// Watch has a function told of each query and how many rows it gave; nil for none.
func (p *Project) Watch(watch sqlite.Watch) { p.watch = watch }

// KnowNothingKept has the project write from here on as a program does that knows of no tally in the file.
func (p *Project) KnowNothingKept(ctx context.Context) error {
	return p.on(ctx, func(w *writer) error {
		w.project.tally.kept = keeping{}
		return nil
	})
}

// RankBetween is rankBetween for a coder.
func RankBetween(after, before string, coder ID) (rank string, ok bool) {
	return rankBetween(after, before, rankFrom(coder))
}
