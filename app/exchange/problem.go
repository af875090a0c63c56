package exchange

import (
	"errors"
	"strings"

	"standpoint/store/say"
)

// MostProblems is how many problems of one document are listed: no format needs to look for more in one row.
const MostProblems = 20

// Problem is one thing that is wrong with a document.
type Problem struct {
	Place   string       // as Document.Place names it; "" is the document as a whole
	Message say.Sentence // what is there instead, and what to do: whole sentences
}

// String returns the problem as one line in English.
func (p Problem) String() string { return p.Sentence().String() }

// Sentence returns the problem as one line.
func (p Problem) Sentence() say.Sentence {
	if p.Place == "" {
		return p.Message
	}
	return say.Of("%s: %s", p.Place, p.Message)
}

// RowError is all that is wrong with a row, or with the document where there is no row.
type RowError []Problem

// Error returns the problems in English, one on a line.
func (e RowError) Error() string { return errors.Join(e.Unwrap()...).Error() }

// Unwrap returns an error for each line.
func (e RowError) Unwrap() []error {
	lines := make([]error, len(e))
	for i, p := range e {
		lines[i] = say.Error(p.Sentence())
	}
	return lines
}

// InvalidError says why a document was not imported. The project is as it was.
type InvalidError struct {
	Name     string // of the document, as it was given to Check
	Problems []Problem
	More     bool // there may be more problems than are listed
}

// Error lists the problems in English, one on a line, each with the document's name.
func (e *InvalidError) Error() string { return errors.Join(e.Unwrap()...).Error() }

// Unwrap returns an error for each line.
func (e *InvalidError) Unwrap() []error {
	lines := make([]error, 0, len(e.Problems)+1)
	for _, p := range e.Problems {
		lines = append(lines, say.Errorf("%s: %s", e.Name, p.Sentence()))
	}
	if e.More {
		lines = append(lines, say.Errorf("%s: There may be more problems; these are the first %d.", e.Name, len(e.Problems)))
	}
	return lines
}

// errStop ends the reading of a document: enough problems are listed, or nobody wants more rows.
var errStop = errors.New("no more of the document is wanted")

// unlessStopped returns the error, nil if it only ends the reading.
func unlessStopped(err error) error {
	if errors.Is(err, errStop) {
		return nil
	}
	return err
}

// problems collects what is wrong with a document, and which of its rows must not be looked at further.
type problems struct {
	doc  Document // names their places
	list []Problem
	more bool
	bad  map[int]bool // numbers of rows
}

// tell notes a problem. It returns errStop when no more are wanted.
func (p *problems) tell(at spot, format string, args ...any) error {
	return p.note(at, say.Of(format, args...))
}

// note is tell for a sentence that is made already.
func (p *problems) note(at spot, what say.Sentence) error {
	return p.take(at.row, Problem{Place: p.doc.Place(at.row, at.name), Message: what})
}

// take notes what the document itself finds wrong with a row. It returns errStop when no more is wanted.
func (p *problems) take(row int, list ...Problem) error {
	for _, problem := range list {
		if len(p.list) == MostProblems {
			p.more = true
			return errStop
		}
		if p.bad == nil {
			p.bad = map[int]bool{}
		}
		p.bad[row] = true
		p.list = append(p.list, problem)
	}
	return nil
}

// full reports whether no more problems are wanted.
func (p *problems) full() bool { return p.more }

// err returns the problems as an *InvalidError, nil when there are none.
func (p *problems) err(name string) error {
	if len(p.list) == 0 {
		return nil
	}
	return &InvalidError{Name: name, Problems: p.list, More: p.more}
}

// Quote returns s in quotation marks on one line, cut to what a message can hold.
func Quote(s string) string {
	const most = 60
	s = strings.Join(strings.Fields(s), " ")
	if runes := []rune(s); len(runes) > most {
		s = string(runes[:most-1]) + "…"
	}
	return "“" + s + "”"
}
