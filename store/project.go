// Package store keeps a project: one SQLite file with articles, actors, issues, annotations and the whole history of how
// they came to be. The journal of changes is the truth and the tables are its fold. Everything is said in the words of
// the domain; no SQL leaves the package. Text itself (spans, anchors, folding) is left to store/text, and the logic of
// clocks and folding to store/journal.
package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"standpoint/store/internal/sqlite"
	"standpoint/store/internal/sqlitefile"
	"standpoint/store/say"
	"standpoint/store/text"
	"standpoint/store/workfolder"
)

// Extension is what the name of a project file ends with.
const Extension = ".standpoint"

// Options says how to open a project.
type Options struct {
	Coder    string           // name of the person who works on it; "" is "Analyst"
	Now      func() time.Time // nil is time.Now
	ReadOnly bool             // take no lock and refuse writes

	copied  bool     // read a private copy
	folders []string // where private copies may lie and Check may work; nil is foldersWithRoom
}

// Project is an open project. It is safe for concurrent use.
type Project struct {
	path     string
	readOnly bool
	now      func() time.Time
	coder    Coder
	self     ID                 // the coder as opened: coder is who that was merged into
	lock     *sqlite.Lock       // nil when only read
	file     *sqlite.Descriptor // opened before SQLite opens the file, closed after
	warnings []*Error
	unsaved  atomic.Bool
	reading  string             // the file that is read
	past     bool               // an earlier state of another project
	frozen   *sqlite.Snapshot   // all that is read, or nil
	private  *workfolder.Folder // of a copy that is read in place of the file, or nil
	folders  []string           // where private copies may lie and Check may work
	pool     *sqlite.Pool       // reads
	writer   *writer            // nil when only read
	bodies   *bodies            // recently used
	tally    *tally             // what articles are counted by
	watch    sqlite.Watch
	version  int64 // SQLite's, of what Look saw last; 0 before

	merging     atomic.Bool
	mu          sync.Mutex
	subscribers map[int]func(Event)
	subscribed  int
	undo, redo  Title
}

// Create makes a new project at path, which must not exist, and opens it. The file gets its name when all of it is there. Errors:
// CodeExists, CodeInUse where another program makes one of that name, and those of the file system.
func Create(ctx context.Context, path string, o Options) (*Project, error) {
	if err := create(ctx, path, refuseExisting); err != nil {
		return nil, err
	}
	return Open(ctx, path, o)
}

// CreateInPlace is Create where a file of that name may go, which it does in one step, once the new project is whole. One that was not
// closed may not: CodeExists.
func CreateInPlace(ctx context.Context, path string, o Options) (*Project, error) {
	if err := create(ctx, path, refuseUnclosed); err != nil {
		return nil, err
	}
	return Open(ctx, path, o)
}

// create makes an empty project. refuse says whether its name may be had.
func create(ctx context.Context, path string, refuse func(path string) error) (err error) {
	defer func() { err = explainMaking(path, err) }()
	if err := refuse(path); err != nil {
		return err
	}
	folder, err := workfolder.New(filepath.Dir(path))
	if err != nil {
		return say.Errorf("make %s: %w", path, err)
	}
	defer func() { err = errors.Join(err, folder.Remove()) }()
	whole := folder.Path("new" + Extension)
	if err := makeEmpty(whole); err != nil {
		return say.Errorf("make %s: %w", path, err)
	}
	if err := lay(ctx, whole); err != nil {
		return say.Errorf("make %s: %w", path, err)
	}
	return giveName(whole, path, refuse)
}

// makeEmpty makes an empty file that its owner alone can read.
func makeEmpty(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// giveName gives a whole project its name, unless that is refused: no other program gives it to another meanwhile.
func giveName(whole, path string, refuse func(path string) error) (err error) {
	if err := syncFile(whole); err != nil {
		return say.Errorf("make %s: %w", path, err)
	}
	held, err := takeLock(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, held.Release()) }()
	if err := refuse(path); err != nil {
		return err
	}
	if err := os.Rename(whole, path); err != nil {
		return say.Errorf("make %s: %w", path, err)
	}
	return syncFolder(filepath.Dir(path))
}

// lay writes the empty tables of a project into an empty file. Until it switches to a write-ahead log everything is in
// the one file, so that its head always tells whose it is.
func lay(ctx context.Context, path string) error {
	c, err := sqlite.Connect(ctx, path, sqlite.Writing)
	if err != nil {
		return err
	}
	script := fmt.Sprintf("BEGIN IMMEDIATE; PRAGMA application_id = %d; PRAGMA user_version = %d;\n", applicationID, schemaVersion)
	err = c.Run(script + sqlitefile.GenerationSchema + journalSchema + localSchema + foldedSchema() + "COMMIT;")
	return errors.Join(err, c.Close())
}

// Open opens the project at path. Errors: CodeNotFound, CodeNotProject, CodeNewerSchema, CodeInUse, CodeReadOnly, CodeNoRoom, CodeDamaged.
func Open(ctx context.Context, path string, o Options) (*Project, error) {
	if err := mustBeFile(path); err != nil {
		return nil, err
	}
	p := &Project{
		path: withoutLink(path), readOnly: o.ReadOnly, folders: o.folders, now: o.Now, bodies: newBodies(), tally: newTally(),
		subscribers: map[int]func(Event){},
	}
	if p.folders == nil {
		p.folders = foldersWithRoom(p.path)
	}
	if p.now == nil {
		p.now = time.Now
	}
	if o.Coder == "" {
		o.Coder = "Analyst"
	}
	if err := p.open(ctx, o); err != nil {
		return nil, errors.Join(err, p.Close())
	}
	return p, nil
}

func (p *Project) open(ctx context.Context, o Options) error {
	path := p.path
	var err error
	if !p.readOnly {
		workfolder.Sweep(os.TempDir(), p.now())
		workfolder.Sweep(filepath.Dir(path), p.now())
		if p.lock, err = takeLock(path); err != nil {
			return err
		}
	}
	if p.file, err = holdFile(path, !p.readOnly); err != nil {
		return err
	}
	version, err := recognise(path, p.file)
	if err != nil {
		return err
	}
	if p.readOnly {
		path, err = p.readable(ctx, o.copied || version < schemaVersion)
	} else {
		p.writer, err = startWriter(ctx, p)
	}
	if err != nil {
		return err
	}
	p.reading = path
	how := sqlite.Reading
	if p.private != nil {
		how = sqlite.ReadingCopy
	}
	if p.pool, err = sqlite.OpenPool(path, how); err != nil {
		return err
	}
	if err := p.read(ctx, func(s sqlite.Snapshot) error { return inspect(s, p.path) }); err != nil {
		return err
	}
	if err := p.migrateIfOlder(ctx); err != nil {
		return err
	}
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		c, err := findCoder(s, o.Coder)
		if err != nil {
			return err
		}
		p.beCoder(c)
		return p.refreshTitles(s)
	})
	if err == nil && !p.readOnly {
		_ = p.shrink(ctx) // of a purge that was interrupted; the next opening tries again
	}
	return err
}

// Close writes everything into the one file, gives up the lock and closes the project. Closing twice does nothing.
func (p *Project) Close() error {
	var errs []error
	closeDatabase := []func() error{p.stopReading, p.stopWriting}
	if p.writer != nil {
		if p.on(context.Background(), (*writer).mayFinish) != nil {
			slices.Reverse(closeDatabase)
		} else {
			p.tally.end()
			_ = p.keepTally(context.Background()) // if it cannot be kept it is made again
		}
	}
	for _, end := range closeDatabase {
		errs = append(errs, end())
	}
	if p.file != nil {
		errs = append(errs, p.file.Release())
		p.file = nil
	}
	if p.lock != nil {
		errs = append(errs, p.lock.Release())
		p.lock = nil
	}
	if p.private != nil {
		errs = append(errs, p.private.Remove())
		p.private = nil
	}
	return errors.Join(errs...)
}

func (p *Project) stopReading() error {
	if p.pool == nil {
		return nil
	}
	p.tally.close()
	return p.pool.Close()
}

func (p *Project) stopWriting() error {
	if p.writer == nil {
		return nil
	}
	return p.writer.stop()
}

// Path returns where the project lies.
func (p *Project) Path() string { return p.path }

// Name returns the file's name without its extension.
func (p *Project) Name() string { return strings.TrimSuffix(filepath.Base(p.path), Extension) }

// ReadOnly reports whether writes are refused.
func (p *Project) ReadOnly() bool { return p.readOnly }

// Unsaved reports whether what was to be written last was not, because of the disk, the file or another program.
func (p *Project) Unsaved() bool { return p.unsaved.Load() }

// Coder returns the person who works on the project now.
func (p *Project) Coder() Coder {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.coder
}

// UseCoder says who works on the project from here on: the coder with the name, or a new one.
func (p *Project) UseCoder(ctx context.Context, name string) error {
	return p.on(ctx, func(w *writer) error {
		c, err := findCoder(w.db, strings.TrimSpace(name))
		if err == nil {
			p.beCoder(c)
		}
		return err
	})
}

// beCoder is setCoder for another person.
func (p *Project) beCoder(c Coder) {
	p.self = c.ID
	p.setCoder(c)
}

func (p *Project) setCoder(c Coder) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.coder = c
}

// read runs fn on one consistent state of the project.
func (p *Project) read(ctx context.Context, fn func(sqlite.Snapshot) error) (err error) {
	if err := ctx.Err(); err != nil {
		return err
	}
	defer func() {
		if r := recover(); r != nil { // a damaged file may hold what no program writes
			err = NewError(CodeDamaged, fmt.Errorf("%v\n%s", r, debug.Stack()),
				"The project %s cannot be read here: it may be damaged. Check it with “standpoint check PROJECT”, and restore a backup (%s), or "+
					"save what is left with “standpoint check --recover”.", p.path, say.AdviceRestore)
		}
	}()
	if p.frozen != nil {
		return fn(*p.frozen)
	}
	if err := p.pool.Read(ctx, p.watch, fn); err != nil {
		if ctx.Err() != nil { // the query was ended by it, whatever SQLite says
			return ctx.Err()
		}
		return explainReading(p.path, err)
	}
	return nil
}

// readBeside runs two functions beside each other on the same state of the project, then a third one. Where no other connection is free,
// or it sees another state, the second one runs after the first; where it was given up, once more.
func (p *Project) readBeside(ctx context.Context, one, other, then func(sqlite.Snapshot) error) error {
	return p.read(ctx, func(s sqlite.Snapshot) error {
		steps := []func(sqlite.Snapshot) error{one, other, then}
		if p.frozen == nil {
			state, err := stateOf(s)
			if err != nil {
				return err
			}
			isRead := p.beside(ctx, state, other)
			if err := one(s); err != nil {
				isRead()
				return err
			}
			if steps = steps[1:]; isRead() {
				steps = steps[1:]
			}
		}
		for _, step := range steps {
			if err := step(s); err != nil {
				return err
			}
		}
		return nil
	})
}

// beside begins to read in a state of the project. It returns what ends it, waiting for it only if it has begun, and reports whether all
// was read.
func (p *Project) beside(ctx context.Context, state string, fn func(sqlite.Snapshot) error) (isRead func() bool) {
	const begun, givenUp = 1, 2
	ctx, giveUp := context.WithCancel(ctx)
	var is atomic.Int32
	done := make(chan bool, 1)
	go func() {
		seen := ""
		err := p.read(ctx, func(s sqlite.Snapshot) (err error) {
			if !is.CompareAndSwap(0, begun) {
				return ctx.Err()
			}
			if seen, err = stateOf(s); err != nil || seen != state {
				return err
			}
			return fn(s)
		})
		done <- err == nil && is.Load() == begun && seen == state
	}()
	return func() bool {
		defer giveUp()
		if is.CompareAndSwap(0, givenUp) {
			giveUp()
		}
		return <-done
	}
}

// stateOf tells states of the project apart: each batch adds to the chain of its session.
func stateOf(s sqlite.Snapshot) (state string, err error) {
	_, err = sqlite.One(s, []any{(*stringColumn)(&state)}, `SELECT group_concat(hex(uuid) || hex(chain)) FROM session`)
	return state, err
}

// Body returns a body by its hash; CodeNotFound if the project does not hold it.
func (p *Project) Body(ctx context.Context, h text.Hash) (*text.Body, error) {
	if b := p.bodies.get(h); b != nil {
		return b, nil
	}
	var b *text.Body
	err := p.read(ctx, func(s sqlite.Snapshot) (err error) {
		b, err = p.bodies.load(s, h)
		return err
	})
	return b, err
}
