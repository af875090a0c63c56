package store

import (
	"context"
	"math"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
)

// UndoResult says what Undo or Redo did.
type UndoResult struct {
	Action  ID    // what was taken back, or brought back: the action as it was first done, never an undo or redo of it
	Title   Title // its title
	About   About // what it was about
	Kept    []KeptField
	Nothing bool // there was nothing to take back
}

// KeptField is a field that stayed as it is, because it has been set since by somebody else.
type KeptField struct {
	Entity Entity
	ID     ID
	Field  string
}

// Undo takes back the newest action made in this file that has not been taken back. What it created is deleted; each other
// field that it set gets its former value, unless somebody else has set it since.
func (p *Project) Undo(ctx context.Context) (UndoResult, error) {
	return p.takeBack(ctx, p.BeginUndo())
}

// Redo takes back the last Undo. Once something new was done, there is nothing to redo.
func (p *Project) Redo(ctx context.Context) (UndoResult, error) {
	return p.takeBack(ctx, p.BeginRedo())
}

// TakeBack takes back one action of the history, whoever did it: as Undo, it sets back what the action still holds, and what has been
// set since stays. It is an action of its own, which Undo takes back. CodeInvalid for what cannot be taken back so: a merge, a purge, an
// undo.
func (p *Project) TakeBack(ctx context.Context, id ID) (UndoResult, error) {
	return p.takeBack(ctx, p.BeginTakeBack(id))
}

// localUndoBegins is the local key under which the id of the last action that Undo leaves alone is kept.
const localUndoBegins = "undo begins after"

// BeginUndoHere says that what has been done so far is where the project begins: Undo goes back no further, and there is
// nothing to redo. It is kept for this copy only, like what Local keeps; the journal and the history hold all as before.
func (p *Project) BeginUndoHere(ctx context.Context) error {
	return p.on(ctx, func(w *writer) error {
		err := w.beside(func() error {
			return w.db.Exec(`INSERT OR REPLACE INTO local (key, value) SELECT ?, id FROM action ORDER BY key DESC LIMIT 1`, localUndoBegins)
		})
		if err != nil {
			return err
		}
		return p.refreshTitles(w.db)
	})
}

// UndoTitle returns the title of the action that Undo would take back, the zero Title if there is none.
func (p *Project) UndoTitle() Title {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.undo
}

// RedoTitle returns the title of the action that Redo would bring back, the zero Title if there is none.
func (p *Project) RedoTitle() Title {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.redo
}

// refreshTitles looks up what Undo and Redo would do next.
func (p *Project) refreshTitles(src sqlite.Source) error {
	undo, err := undoTarget(src)
	if err != nil {
		return err
	}
	redo, err := redoTarget(src)
	if err != nil {
		return err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.undo, p.redo = undo.told(), redo.told()
	return nil
}

// told returns the action's title, the zero Title if there is no action.
func (a action) told() Title {
	if a.key == 0 {
		return Title{}
	}
	return decodeTitle(a.title)
}

// undoTarget returns the action to take back next: the newest that was not. From an undo the search goes on before what it
// took back. Its key is 0 if there is none.
func undoTarget(src sqlite.Source) (action, error) {
	a, err := localBefore(src, 0)
	for err == nil && a.kind == ActionUndo {
		a, err = jump(src, a)
	}
	return a, err
}

// redoTarget returns the undo to take back next, if nothing new was done since.
func redoTarget(src sqlite.Source) (action, error) {
	a, err := localBefore(src, 0)
	for err == nil && a.kind == ActionRedo {
		a, err = jump(src, a)
	}
	if a.kind == ActionDo {
		return action{}, err
	}
	return a, err
}

// jump returns the action before the one that a took back.
func jump(src sqlite.Source, a action) (action, error) {
	taken, err := findAction(src, a.undoes)
	if err != nil || taken.key == 0 || taken.key >= a.key { // only a stranger's undo takes back what comes after it
		return action{}, err
	}
	return localBefore(src, taken.key)
}

// firstDone returns what an undo or redo is about in the end; of another action, that itself.
func firstDone(src sqlite.Source, a action) (ID, error) {
	for a.kind == ActionUndo || a.kind == ActionRedo {
		before, err := findAction(src, a.undoes)
		if err != nil || before.key == 0 || before.key >= a.key { // only a stranger's undo takes back what comes after it
			return a.undoes, err
		}
		a = before
	}
	return a.id, nil
}

const selectAction = `SELECT a.key, a.id, a.kind, a.undoes, a.title FROM action a `

// localBefore returns the newest action made in this file before the one with the key, 0 is from the end, and after where
// undo begins.
func localBefore(src sqlite.Source, key int64) (a action, err error) {
	if key == 0 {
		key = math.MaxInt64
	}
	_, err = sqlite.One(src, a.destinations(), selectAction+`WHERE a.key < ? AND a.kind IN ('do', 'undo', 'redo') AND EXISTS (
		SELECT 1 FROM change c JOIN session s ON s.key = c.session WHERE c.action = a.key AND s.local = 1)
		AND a.key > coalesce((SELECT b.key FROM local l JOIN action b ON b.id = l.value WHERE l.key = ?), 0)
		ORDER BY a.key DESC LIMIT 1`, key, localUndoBegins)
	return a, err
}

func findAction(src sqlite.Source, id ID) (a action, err error) {
	_, err = sqlite.One(src, a.destinations(), selectAction+`WHERE a.id = ?`, id[:])
	return a, err
}

func (a *action) destinations() []any {
	return []any{&a.key, (*idColumn)(&a.id), (*stringColumn)(&a.kind), (*idColumn)(&a.undoes), &a.title}
}

// takeBack goes all of a walk.
func (p *Project) takeBack(ctx context.Context, w *Walk) (UndoResult, error) {
	more, err := w.Next(ctx)
	for more && err == nil {
		more, err = w.Next(context.WithoutCancel(ctx)) // nobody would go on with the rest
	}
	return w.Result(), err
}

// keepIntroduced makes the changes that introduce a coder nobody's: whoever was introduced by an action stays when it is taken back,
// and has again the name of that introduction.
func keepIntroduced(changes []journal.Change) {
	for i := range changes {
		if changes[i].Creates() {
			changes[i].Action = ID{}
		}
	}
}

// rowsOf lists the rows that an action changed, the last first: what hangs on a row is taken back before it.
func rowsOf(src sqlite.Source, key int64) ([]rowKey, error) {
	var rows []rowKey
	seen := map[rowKey]bool{}
	err := sqlite.Each(src, func(scan func(...any) error) error {
		var row rowKey
		err := scan((*stringColumn)(&row.entity), (*idColumn)(&row.id))
		if !seen[row] {
			seen[row] = true
			rows = append(rows, row)
		}
		return err
	}, `SELECT entity, id FROM change WHERE action = ? ORDER BY session DESC, seq DESC`, key)
	return rows, err
}
