package store

import (
	"context"
	"errors"
	"os"
	"slices"

	"standpoint/store/internal/sqlitefile"
	"standpoint/store/say"
)

// Look reports whether another program has written to the project since Look was called last, which can be only if it is open to be
// read. Call it now and then, from one goroutine. CodeNotFound if the file was moved, deleted or replaced, and CodeOverwritten if
// something was written over it while it was open for writing: what is open is then not what lies there.
func (p *Project) Look(ctx context.Context) (changed bool, err error) {
	if !p.readOnly {
		return false, p.on(ctx, (*writer).inPlace)
	}
	if err := p.inPlace(); err != nil {
		return false, err
	}
	version, err := p.pool.Version(ctx)
	if err != nil {
		return false, say.Errorf("look at %s: %w", p.path, err)
	}
	changed = p.version != 0 && version != p.version
	p.version = version
	return changed, nil
}

// inPlace refuses to go on when another file has taken the project's name, or none has it.
func (p *Project) inPlace() error {
	info, err := os.Stat(p.path)
	if err == nil && os.SameFile(info, p.file.Info) {
		return nil
	}
	return NewError(CodeNotFound, err,
		"The project %s was moved, deleted or replaced by another program, so nothing more is written to it. %s",
		p.path, say.AdviceMoved)
}

// isLost reports whether the file that is open for writing no longer has the project's name.
func (p *Project) isLost(ctx context.Context) bool {
	return p.writer != nil && p.on(ctx, (*writer).inPlace) != nil
}

// inPlace refuses to write where what was written would be lost.
func (w *writer) inPlace() error {
	if w.overwritten != nil {
		return w.overwritten
	}
	if err := w.project.inPlace(); err != nil {
		return err
	}
	return w.unaltered()
}

// unaltered refuses to go on when something has written over the file, in the place where it is. What SQLite itself moves from the log
// into the file is one of the states that were written to the log. While somebody reads an earlier moment it moves only pages that were
// not written since: the head may then tell of more pages than there are yet, but the file does not become smaller.
func (w *writer) unaltered() error {
	now, err := sqlitefile.Look(w.project.file)
	if err != nil && !errors.Is(err, sqlitefile.ErrNoHead) && !errors.Is(err, sqlitefile.ErrNoGeneration) {
		return NewError(CodeNotSaved, err,
			"The file %s cannot be read, so nothing is written to it. If it is on a stick, put it back and try again, or keep a copy elsewhere "+
				"with %s.", w.project.path, say.AdviceBackUp)
	}
	if err == nil && now == w.seen {
		return nil
	}
	at := slices.Index(w.known, now.Head.Step.Now)
	if err == nil && at >= 0 && now.Size >= min(now.Head.Pages*int64(now.Head.PageSize), w.seen.Size) {
		w.seen, w.known = now, w.known[at:] // the file does not go back to an earlier one
		return nil
	}
	w.overwritten = NewError(CodeOverwritten, err,
		"Another program has written over the project %s while it was open, so nothing more is written to it. %s",
		w.project.path, say.AdviceOverwritten)
	return w.overwritten
}
