package store

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
	"standpoint/store/say"
	"standpoint/store/text"
	"standpoint/store/workfolder"
)

// CheckResult is what Check found.
type CheckResult struct {
	Changes  int       // how many changes were folded
	Problems []Problem // what is wrong
	Notices  []Problem // what is worth knowing, such as actors merged in a circle; at first the project's Warnings
}

// OK reports whether nothing is wrong.
func (r CheckResult) OK() bool { return len(r.Problems) == 0 }

// Problem is one thing about a project.
type Problem struct {
	Entity  Entity // "" when it is not about one row
	ID      ID
	Message say.Sentence
}

// problemsKept is how many problems of one sort a report lists.
const problemsKept = 100

// Check reads the whole file: whether SQLite finds it sound, whether the chain of each session holds, whether folding the
// journal anew gives the tables that are there, and whether each anchor's words are in its text. It changes nothing.
// progress, which may be nil, is told how many changes are done.
func (p *Project) Check(ctx context.Context, progress func(done, total int)) (r CheckResult, err error) {
	sort := sortOnDisk
	err = withRoom(ctx, p.path, p.folders, func(folder *workfolder.Folder) (keep bool, err error) {
		r, err = p.checkIn(ctx, folder.Path("fold.db"), sort, progress)
		sort = sortInMemory // for another try: on disk SQLite sorts in the system's temporary folder, whichever folder we use
		return false, err
	})
	return r, err
}

// checkIn checks by means of a database that is made at path.
func (p *Project) checkIn(ctx context.Context, path, sort string, progress func(done, total int)) (CheckResult, error) {
	db, err := scratch(ctx, path, p.reading)
	if err == nil {
		err = db.Run(sort)
	}
	if err != nil {
		if db != nil {
			err = errors.Join(err, db.Close())
		}
		return CheckResult{}, err
	}
	c := checker{ctx: ctx, db: db, bodies: newBodies(), progress: progress}
	for _, w := range p.Warnings() {
		c.report.Notices = append(c.report.Notices, Problem{Message: w.Sentence()})
	}
	err = c.run()
	return c.report, errors.Join(tooLong(p.path, err), db.Close())
}

// Where SQLite puts what it sorts. In memory, a large journal takes as much of it.
const (
	sortOnDisk   = `PRAGMA temp_store = FILE`
	sortInMemory = `PRAGMA temp_store = MEMORY`
)

type checker struct {
	ctx         context.Context
	db          *sqlite.Connection // scratch
	bodies      *bodies
	progress    func(done, total int)
	done, total int
	report      CheckResult
}

func (c *checker) run() error {
	if err := c.db.Run(`BEGIN`); err != nil {
		return err
	}
	for _, step := range []func() error{c.integrity, c.chains, c.refold, c.compare, c.texts, c.originals, c.circles} {
		if err := step(); err != nil {
			return err
		}
	}
	return c.db.Run(`ROLLBACK`)
}

func (c *checker) problem(e Entity, id ID, format string, args ...any) {
	c.report.Problems = append(c.report.Problems, Problem{e, id, say.Of(format, args...)})
}

// integrity asks SQLite.
func (c *checker) integrity() error {
	return sqlite.Each(c.db, func(scan func(...any) error) error {
		var message string
		err := scan(&message)
		if err == nil && message != "ok" {
			c.problem("", ID{}, "SQLite reports: %s.", message)
		}
		return err
	}, `PRAGMA project.integrity_check(100)`)
}

// chains follows each session's changes: 1, 2, 3 …, clocks that never go back, and the hash over all of them.
func (c *checker) chains() error {
	total, err := sqlite.Number(c.db, `SELECT count(*) FROM change`)
	if err != nil {
		return err
	}
	c.total = 2 * total
	sessions := map[ID]journal.Chain{}
	err = sqlite.Each(c.db, func(scan func(...any) error) error {
		var id ID
		var chain []byte
		err := scan((*idColumn)(&id), &chain)
		sessions[id] = journal.Chain{}
		if len(chain) == len(journal.Chain{}) {
			sessions[id] = journal.Chain(chain)
		}
		return err
	}, `SELECT uuid, chain FROM session`)
	if err != nil {
		return err
	}
	for id, chain := range sessions {
		if err := c.chain(id, chain); err != nil {
			return err
		}
	}
	return nil
}

func (c *checker) chain(session ID, want journal.Chain) error {
	var chain journal.Chain
	var last journal.Change
	broken := false
	err := sqlite.Each(c.db, func(scan func(...any) error) error {
		change, action, fields, err := scanChained(scan, session)
		if err != nil {
			return err
		}
		broken = broken || change.Seq != last.Seq+1 || change.Clock < last.Clock
		chain = chain.Next(change, action, []byte(fields))
		last = change
		return c.step()
	}, `SELECT `+chained+` FROM session s JOIN change c ON c.session = s.key
		LEFT JOIN action a ON a.key = c.action WHERE s.uuid = ? ORDER BY c.seq`, session[:])
	if err != nil {
		return err
	}
	if broken || chain != want {
		c.problem("", session, "The changes of session %s are not those that were written: some are missing, out of order or altered.", session)
	}
	return nil
}

func (c *checker) step() error {
	c.done++
	if c.progress != nil && c.done%1000 == 0 {
		c.progress(c.done, c.total)
	}
	return c.ctx.Err()
}

func (c *checker) refold() error {
	return refoldAll(c.db, c.bodies, true, func() error {
		c.report.Changes++
		return c.step()
	}, func(e Entity, id ID, err error) {
		c.problem(e, id, "A change of this holds a value that does not fit: %s %s. %v", e.word(), id, err)
	})
}

// compare looks for rows that the project has and the fold has not, or the other way round.
func (c *checker) compare() error {
	for _, t := range tables {
		names := []string{`"id"`}
		for _, column := range t.allColumns() {
			names = append(names, column.quoted())
		}
		query := `SELECT ` + strings.Join(names, ", ") + ` FROM %s.` + t.name()
		err := c.differences(query, `SELECT DISTINCT id FROM (`, func(scan func(...any) error) error {
			var id ID
			err := scan((*idColumn)(&id))
			c.problem(t.entity, id, "This is not what its changes make of it: %s %s.", t.entity.word(), id)
			return err
		})
		if err != nil {
			return err
		}
	}
	for _, derived := range []struct {
		query string
		wrong func(n int) say.Sentence
	}{
		{`SELECT role, entity, id, words, sort, n FROM %s.heading`, func(n int) say.Sentence {
			return say.Many(n, "%d heading is not what the journal makes.", "%d headings are not what the journal makes.", n)
		}},
		{`SELECT h.role, h.id, h.words, l.annotation, l.day, l.article_day, l.article, l.start, l.stance
			FROM %[1]s.listing l LEFT JOIN %[1]s.heading h ON h.key = l.heading`, func(n int) say.Sentence {
			return say.Many(n, "%d listing is not what the journal makes.", "%d listings are not what the journal makes.", n)
		}},
		{
			`SELECT entity, id, article, digest, CASE WHEN article IS NOT NULL THEN key >> ` + strconv.Itoa(foundDayAt) + ` END FROM %s.found`,
			func(n int) say.Sentence {
				return say.Many(n, "%d search entry is not what the journal makes.", "%d search entries are not what the journal makes.", n)
			},
		},
	} {
		n := 0
		err := c.differences(derived.query, `SELECT count(*) FROM (`, func(scan func(...any) error) error { return scan(&n) })
		if err != nil {
			return err
		}
		if n > 0 {
			c.report.Problems = append(c.report.Problems, Problem{Message: derived.wrong(n)})
		}
	}
	n, err := sqlite.Number(c.db, `SELECT count(*) FROM project.heading h
		WHERE n <> (SELECT count(*) FROM project.listing WHERE heading = h.key)`)
	if n > 0 {
		c.report.Problems = append(c.report.Problems, Problem{Message: say.Many(n,
			"%d heading does not count what is listed under it.", "%d headings do not count what is listed under them.", n)})
	}
	return err
}

// differences runs the query on both sides and hands what is on one only to fn.
func (c *checker) differences(query, wrap string, fn func(scan func(...any) error) error) error {
	have, want := fmt.Sprintf(query, "project"), fmt.Sprintf(query, "main")
	return sqlite.Each(c.db, fn, wrap+`SELECT * FROM (`+have+` EXCEPT `+want+`) UNION ALL SELECT * FROM (`+want+` EXCEPT `+have+`))
		LIMIT `+fmt.Sprint(problemsKept))
}

// texts checks that each body is what its hash says and indexed, and that each anchor's words are in its body.
func (c *checker) texts() error {
	err := sqlite.Each(c.db, func(scan func(...any) error) error {
		var h text.Hash
		var s string
		if err := scan((*hashColumn)(&h), (*stringColumn)(&s)); err != nil {
			return err
		}
		if body, err := text.NewBody(s); err != nil || body.Hash() != h {
			c.problem("", ID{}, "The text %s is not what was stored.", h)
		}
		return c.ctx.Err()
	}, `SELECT hash, text FROM body`)
	if err != nil {
		return err
	}
	if err := c.indexed(); err != nil {
		return err
	}
	err = sqlite.Each(c.db, func(scan func(...any) error) error {
		var id ID
		var title string
		err := scan((*idColumn)(&id), (*stringColumn)(&title))
		message := say.Of("The text of the article “%s” is lost. Merging a copy that has it brings it back.", title)
		c.report.Notices = append(c.report.Notices, Problem{EntityArticle, id, message})
		return err
	}, `SELECT id, title FROM project.article a WHERE NOT EXISTS (SELECT 1 FROM project.body b WHERE b.hash = a.body)`)
	if err != nil {
		return err
	}
	t := tableFor(EntityAnnotation)
	type anchored struct {
		id      ID
		anchors []text.Anchor
	}
	var rows []anchored
	err = sqlite.Each(c.db, func(scan func(...any) error) error {
		var a Annotation
		err := scan(t.destinations(&a)...)
		rows = append(rows, anchored{a.ID, t.anchors(&a)})
		return err
	}, `SELECT `+t.selection("a")+` FROM main.annotation a ORDER BY article`)
	if err != nil {
		return err
	}
	for _, a := range rows {
		for _, anchor := range a.anchors {
			if err := c.anchor(a.id, anchor); err != nil {
				return err
			}
		}
	}
	return nil
}

// originals checks that each file that is kept is what its hash says.
func (c *checker) originals() error {
	return sqlite.Each(c.db, func(scan func(...any) error) error {
		var key, packed []byte
		var size int
		if err := scan(&key, &size, &packed); err != nil {
			return err
		}
		if _, err := unpackOriginal(key, size, packed); err != nil {
			c.problem("", ID{}, "The kept file %s is not what was imported.", hex.EncodeToString(key))
		}
		return c.ctx.Err()
	}, `SELECT hash, size, data FROM project.original`)
}

// indexed checks that the words of all rows that the search index is said to hold are in it. Those of a row that it is not said to hold
// lead nowhere.
func (c *checker) indexed() error {
	for _, words := range []struct{ table, which string }{{"found_text", "<>"}, {"found_body", "="}} {
		err := sqlite.Each(c.db, func(scan func(...any) error) error {
			var e Entity
			var id ID
			err := scan((*stringColumn)(&e), (*idColumn)(&id))
			if e == foundBody {
				e = EntityArticle
			}
			c.problem(e, id, "The words of this are missing from the search index: %s %s.", e.word(), id)
			return err
		}, `SELECT f.entity, f.id FROM project.found f LEFT JOIN project.`+words.table+`_docsize d ON d.id = f.key
			WHERE f.entity `+words.which+` ? AND d.id IS NULL LIMIT `+fmt.Sprint(problemsKept), foundBody)
		if err != nil {
			return err
		}
	}
	return nil
}

func (c *checker) anchor(id ID, a text.Anchor) error {
	body, err := c.bodies.load(c.db, a.Body)
	switch CodeOf(err) {
	case CodeNotFound:
		c.problem(EntityAnnotation, id, "The annotation %s is on a text (%s) that is not in the project.", id, a.Body)
		return nil
	case CodeDamaged:
		return nil // told of already
	}
	if err != nil {
		return err
	}
	if err := a.Verify(body); err != nil {
		c.problem(EntityAnnotation, id, "The annotation %s does not fit its text: %v.", id, err)
	}
	return nil
}

// circles tells of merges and parents that are ignored because they would close a circle.
func (c *checker) circles() error {
	for _, r := range relations {
		if !r.isEdge() {
			continue
		}
		_, ignored, err := edges(c.db, r, nil)
		if err != nil {
			return err
		}
		e := r.from.entity
		for _, id := range ignored {
			c.report.Notices = append(c.report.Notices, Problem{
				e, id,
				say.Of("This is part of a circle (%s), of which the latest step is ignored: %s %s.", r.field, e.word(), id),
			})
		}
	}
	return nil
}

func newRow(t *table) any { return reflect.New(t.typ).Interface() }
