package store

import (
	"errors"
	"fmt"
	"os"
)

// beside is what lies beside a project's file and may hold a part of it.
type beside struct {
	head    head
	wal     verdict
	journal verdict
	lost    bool         // a log belongs to the file, and there is none
	known   []generation // the states in which the file may be found: as it is, and those of its log
}

// lookBeside reads the head of a project's file and judges the logs beside it.
func lookBeside(path string, f *descriptor) (beside, error) {
	var b beside
	var err error
	if b.head, err = readHead(f); err != nil {
		return b, err
	}
	b.known = []generation{b.head.step.now}
	var steps []step
	if b.wal, steps, err = judgeWAL(path+"-wal", b.head); err != nil {
		return b, err
	}
	if b.wal == logBelongs {
		for _, s := range steps {
			b.known = append(b.known, s.now)
		}
	}
	info, err := f.Stat()
	if err != nil {
		return b, err
	}
	first := make([]byte, b.head.pageSize)
	if _, err := f.ReadAt(first, 0); err != nil {
		return b, err
	}
	if b.journal, err = judgeJournal(path+"-journal", b.head, first, info.Size()); err != nil {
		return b, err
	}
	_, err = os.Stat(path + "-wal")
	b.lost = b.head.step.open && errors.Is(err, os.ErrNotExist)
	return b, nil
}

// lookBesideClosed is lookBeside for a file that is not held.
func lookBesideClosed(path string) (beside, error) {
	f, err := openDescriptor(path, os.O_RDONLY)
	if err != nil {
		return beside{}, err
	}
	b, err := lookBeside(path, f)
	return b, errors.Join(err, f.release())
}

// foreignLogs lists the logs beside a file, which may be damaged, that are known not to be its own.
func foreignLogs(path string) ([]string, error) {
	b, err := lookBesideClosed(path)
	if errors.Is(err, errNoHead) || errors.Is(err, errNoGeneration) {
		return nil, nil
	}
	return b.foreign(), err
}

// isPlain reports whether all of the project is in its one file.
func (b beside) isPlain() bool {
	return !b.head.logged && b.wal == logSaysNothing && b.journal == logSaysNothing
}

// foreign lists the logs that are not the file's.
func (b beside) foreign() (suffixes []string) {
	if b.wal == logIsForeign {
		suffixes = append(suffixes, "-wal")
	}
	if b.journal == logIsForeign {
		suffixes = append(suffixes, "-journal")
	}
	return suffixes
}

// setAside gives the logs that are not the file's another name, so that SQLite does not take them for it, and warns of them.
func (p *Project) setAside(b beside) error {
	for _, suffix := range b.foreign() {
		log := p.path + suffix
		aside := log + asideSuffix
		for n := 2; exists(aside); n++ {
			aside = fmt.Sprint(log, asideSuffix, "-", n)
		}
		if err := os.Rename(log, aside); err != nil {
			return fmt.Errorf("set %s aside: %w", log, err)
		}
		p.warn(CodeForeignLog, "Beside the project %s lay %s, the log of another file or of another state of this one. Nothing of it was taken over. "+
			"It is called %s now, and may hold work that is not in this project: give it its old name again beside the file that it belongs to, and open that.",
			p.path, log, aside)
	}
	p.warnOfLost(b)
	return nil
}

// asideSuffix is what the name of a log ends with that was set aside.
const asideSuffix = "-aside"

func (p *Project) warnOfLost(b beside) {
	if b.lost {
		p.warn(CodeLogMissing, "The project %s was not closed by the program that last wrote to it, and the log that it had is not beside it, so what was recorded last may be missing. "+
			"If it was renamed or copied, look where it was for a file with a name that ends in “%s-wal”. Close the project, put that beside it as %s, and open it again, before anything is changed in it.",
			p.path, Extension, p.path+"-wal")
	}
}

// dropForeign removes the logs that are not the file's from a private copy of it, and warns of them.
func (p *Project) dropForeign(copied string) error {
	b, err := lookBesideClosed(copied)
	if err != nil {
		return err
	}
	for _, suffix := range b.foreign() {
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
	p.warnings = append(p.warnings, &Error{Code: code, Message: fmt.Sprintf(format, args...)})
}

// Warnings returns what whoever opens the project should know of its file: sentences, with CodeForeignLog or CodeLogMissing. They are
// no reason not to work on it.
func (p *Project) Warnings() []*Error { return p.warnings }

// refuseLogs refuses a new file's name beside which lies the log of a project that had it.
func refuseLogs(path string) error {
	for _, suffix := range logs {
		info, err := os.Stat(path + suffix)
		if err == nil && info.Size() > 0 {
			return &Error{Code: CodeExists, Message: fmt.Sprintf(
				"Beside %s lies %s, which holds work on a project that had this name. Put that project back under its name and open it, or move the log to where the project is now; or choose another name.",
				path, path+suffix)}
		}
	}
	return nil
}
