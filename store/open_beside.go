package store

import (
	"errors"
	"fmt"
	"os"

	"standpoint/store/internal/sqlite"
	"standpoint/store/internal/sqlitefile"
	"standpoint/store/say"
)

// lookBeside judges the logs beside a file that is not open.
func lookBeside(path string) (sqlitefile.Beside, error) {
	f, err := sqlite.OpenDescriptor(path, os.O_RDONLY)
	if err != nil {
		return sqlitefile.Beside{}, err
	}
	b, err := sqlitefile.LookBeside(path, f)
	return b, errors.Join(err, f.Release())
}

// foreignLogs lists the logs beside a file, which may be damaged, that are known not to be its own.
func foreignLogs(path string) ([]string, error) {
	b, err := lookBeside(path)
	if errors.Is(err, sqlitefile.ErrNoHead) || errors.Is(err, sqlitefile.ErrNoGeneration) {
		return nil, nil
	}
	return b.Foreign(), err
}

// setAside gives the logs that are not the file's another name, so that SQLite does not take them for it, and warns of them.
func (p *Project) setAside(b sqlitefile.Beside) error {
	for _, suffix := range b.Foreign() {
		log := p.path + suffix
		aside := log + asideSuffix
		for n := 2; exists(aside); n++ {
			aside = fmt.Sprint(log, asideSuffix, "-", n)
		}
		if err := os.Rename(log, aside); err != nil {
			return say.Errorf("set %s aside: %w", log, err)
		}
		p.warn(CodeForeignLog, "Beside the project %s lay %s, the log of another file or of another state of this one. Nothing of it was "+
			"taken over. "+
			"It is called %s now, and may hold work that is not in this project: give it its old name again beside the file that it belongs to, "+
			"and open that.",
			p.path, log, aside)
	}
	p.warnOfLost(b)
	return nil
}

// asideSuffix is what the name of a log ends with that was set aside.
const asideSuffix = "-aside"

func (p *Project) warnOfLost(b sqlitefile.Beside) {
	if b.Lost {
		p.warn(CodeLogMissing, "The project %s was not closed by the program that last wrote to it, and the log that it had is not beside it, "+
			"so what was recorded last may be missing. "+
			"If it was renamed or copied, look where it was for a file with a name that ends in “%s-wal”. Close the project, put that beside it "+
			"as %s, and open it again, before anything is changed in it.",
			p.path, Extension, p.path+"-wal")
	}
}

// dropForeign removes the logs that are not the file's from a private copy of it, and warns of them.
func (p *Project) dropForeign(copied string) error {
	b, err := lookBeside(copied)
	if err != nil {
		return err
	}
	for _, suffix := range b.Foreign() {
		p.warn(CodeForeignLog, "Beside the project %s lies %s, the log of another file or of another state of this one. It was not read. "+
			"It may hold work that is not in this project: move it beside the file that it belongs to, under the name of that, and open that.",
			p.path, p.path+suffix)
		if err := os.Remove(copied + suffix); err != nil {
			return err
		}
	}
	p.warnOfLost(b)
	return nil
}

func (p *Project) warn(code Code, format string, args ...any) {
	p.warnings = append(p.warnings, NewError(code, nil, format, args...))
}

// Warnings returns what whoever opens the project should know of its file: sentences, with CodeForeignLog or CodeLogMissing. They are
// no reason not to work on it.
func (p *Project) Warnings() []*Error { return p.warnings }

// refuseUnclosed refuses the name of a project that is open, or whose log holds work on it.
func refuseUnclosed(path string) error {
	log := logWithWork(path)
	if log == "" || !exists(path) {
		return refuseLogs(path)
	}
	return NewError(CodeExists, nil,
		"The project %s is open, or was not closed by the program that last wrote to it: work on it is in %s. So nothing is put in its place. "+
			"Open it and close it first, or choose another name.",
		path, log)
}

// refuseLogs refuses a new file's name beside which lies the log of a project that had it.
func refuseLogs(path string) error {
	log := logWithWork(path)
	if log == "" {
		return nil
	}
	return NewError(CodeExists, nil,
		"Beside %s lies %s, which holds work on a project that had this name. Put that project back under its name and open it, or move the "+
			"log to where the project is now; or choose another name.",
		path, log)
}

// logWithWork returns the log beside a file that holds something, "" if none does.
func logWithWork(path string) string {
	for _, suffix := range sqlitefile.Logs() {
		if info, err := os.Stat(path + suffix); err == nil && info.Size() > 0 {
			return path + suffix
		}
	}
	return ""
}
