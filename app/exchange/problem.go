package exchange

import (
	"errors"
	"fmt"
	"strings"
)

// maxProblems is how many problems of one document are listed.
const maxProblems = 20

// Problem is one thing that is wrong with a document.
type Problem struct {
	Path    string // where: annotations[12].participants[0].actor; "" is the document as a whole
	Message string // what is there instead, and what to do
}

// String returns the problem as one line.
func (p Problem) String() string {
	if p.Path == "" {
		return p.Message
	}
	return p.Path + ": " + p.Message
}

// InvalidError says why a document was not imported. The project is as it was.
type InvalidError struct {
	Name     string // of the document, as it was given to Import
	Problems []Problem
	More     bool // there may be more problems than are listed
}

// Error lists the problems, one on a line, each with the document's name.
func (e *InvalidError) Error() string {
	var lines strings.Builder
	for i, p := range e.Problems {
		if i > 0 {
			lines.WriteByte('\n')
		}
		fmt.Fprintf(&lines, "%s: %s", e.Name, p)
	}
	if e.More {
		fmt.Fprintf(&lines, "\n%s: There may be more problems; these are the first %d.", e.Name, len(e.Problems))
	}
	return lines.String()
}

// errStop ends reading: the document cannot be read on, or enough problems are listed.
var errStop = errors.New("the document cannot be read on")

// problems collects what is wrong with a document, and which of its rows must not be looked at further.
type problems struct {
	list []Problem
	more bool
	bad  map[string]bool // paths of rows, such as annotations[12]
}

// add notes a problem. It returns errStop when no more are wanted.
func (p *problems) add(at path, format string, args ...any) error {
	if len(p.list) == maxProblems {
		p.more = true
		return errStop
	}
	if p.bad == nil {
		p.bad = map[string]bool{}
	}
	p.bad[at.row()] = true
	p.list = append(p.list, Problem{Path: at.String(), Message: fmt.Sprintf(format, args...)})
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

// path says where in a document something stands.
type path []string

// field returns the path of a field of the object at p.
func (p path) field(name string) path {
	if len(p) > 0 {
		name = "." + name
	}
	return append(p[:len(p):len(p)], name)
}

// index returns the path of an element of the array at p.
func (p path) index(i int) path {
	return append(p[:len(p):len(p)], fmt.Sprintf("[%d]", i))
}

// row returns the path of the row that p is or lies in.
func (p path) row() string {
	return strings.Join(p[:min(len(p), 2)], "")
}

func (p path) String() string { return strings.Join(p, "") }

// shorten returns s in quotation marks on one line, cut to what a message can hold.
func shorten(s string) string {
	const most = 60
	s = strings.Join(strings.Fields(s), " ")
	if runes := []rune(s); len(runes) > most {
		s = string(runes[:most-1]) + "…"
	}
	return "“" + s + "”"
}
