package store

import (
	"context"
	"database/sql"
	"fmt"
	"os"
)

// looker notices what other programs do to the file of an open project.
type looker struct {
	file    os.FileInfo // as it was opened
	conn    *sql.Conn   // nil until it is asked for
	version int64       // SQLite's, of what that connection saw last
}

// Look reports whether another program has written to the project since Look was called last, which can be only if it is open to be
// read. Call it now and then, from one goroutine. CodeNotFound if the file was moved, deleted or replaced: what is open is then
// not what lies there.
func (p *Project) Look(ctx context.Context) (changed bool, err error) {
	if err := p.inPlace(p.looker.file); err != nil {
		return false, err
	}
	if !p.readOnly {
		return false, nil
	}
	if p.looker.conn == nil {
		if p.looker.conn, err = p.pool.Conn(ctx); err != nil {
			return false, fmt.Errorf("look at %s: %w", p.path, err)
		}
	}
	var version int64
	if err := p.looker.conn.QueryRowContext(ctx, `PRAGMA data_version`).Scan(&version); err != nil {
		return false, fmt.Errorf("look at %s: %w", p.path, err)
	}
	changed = p.looker.version != 0 && version != p.looker.version
	p.looker.version = version
	return changed, nil
}

// inPlace refuses to go on when another file has taken the project's name, or none has it.
func (p *Project) inPlace(file os.FileInfo) error {
	info, err := os.Stat(p.path)
	if err == nil && os.SameFile(info, file) {
		return nil
	}
	return &Error{Code: CodeNotFound, Message: fmt.Sprintf(
		"The project %s was moved, deleted or replaced by another program, so nothing more is written to it. What is open can be kept with File > Back Up Project. Or put the file back, or close the project and open it again.",
		p.path), Err: err}
}
