package render

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template"
	"text/template/parse"
	"time"

	"standpoint/app/notes"
	"standpoint/store/say"
)

// Template returns a format that a template of the user's own gives: text/template of Go over the fields and functions that
// docs/notes-template.md names. A template reads no file and ends when its context does, whatever it repeats. What is wrong with it is
// told with its line: here what it cannot mean, and by Write what the document has not.
func Template(source string) (Format, error) {
	step := template.FuncMap{templateStep: func() (string, error) { return "", nil }}
	t, err := template.New(templateName).Funcs(templateFunctions).Funcs(step).Parse(source)
	if err != nil {
		return Format{}, templateError(err)
	}
	if err := countSteps(t); err != nil {
		return Format{}, err
	}
	write := func(ctx context.Context, w io.Writer, d notes.Document) error {
		t, err := t.Clone()
		if err != nil {
			return err
		}
		t.Funcs(template.FuncMap{templateStep: func() (string, error) { return "", ctx.Err() }})
		out := &limited{ctx: ctx, w: bufio.NewWriter(w), left: templateMost}
		switch err := t.Execute(out, templateView(d)); {
		case ctx.Err() != nil:
			return ctx.Err()
		case out.failed != nil:
			return out.failed
		case err != nil:
			return templateError(err)
		}
		return out.w.Flush()
	}
	return Format{Name: "template", Extension: ".txt", Write: write}, nil
}

const (
	templateName = "template"
	templateStep = "_step"           // the function that each repetition begins with
	templateMost = 256 * 1024 * 1024 // bytes that a template may write
	templateWord = 1024 * 1024       // bytes that a function of a template may return
)

// limited writes until the context ends or there is more than a document can be.
type limited struct {
	ctx    context.Context
	w      *bufio.Writer
	left   int
	failed error
}

// Write writes, or says why not.
func (l *limited) Write(b []byte) (int, error) {
	if l.failed == nil {
		l.failed = l.ctx.Err()
	}
	if l.left -= len(b); l.left < 0 && l.failed == nil {
		l.failed = say.Errorf("the template writes more than %s MB", say.Number(templateMost/1024/1024))
	}
	if l.failed != nil {
		return 0, l.failed
	}
	n, err := l.w.Write(b)
	l.failed = err
	return n, err
}

// countSteps has each repetition of a template, and each part that others call, begin with a step, so that it can be ended.
func countSteps(t *template.Template) error {
	step, err := parse.Parse("step", "{{"+templateStep+"}}", "", "", template.FuncMap{templateStep: func() string { return "" }})
	if err != nil {
		return err
	}
	first := step["step"].Root.Nodes[0]
	for _, part := range t.Templates() {
		if part.Tree == nil || part.Root == nil {
			continue
		}
		stepsIn(part.Root, first)
		part.Root.Nodes = slices.Insert(part.Root.Nodes, 0, first.Copy())
	}
	return nil
}

func stepsIn(list *parse.ListNode, first parse.Node) {
	if list == nil {
		return
	}
	for _, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.IfNode:
			stepsIn(n.List, first)
			stepsIn(n.ElseList, first)
		case *parse.WithNode:
			stepsIn(n.List, first)
			stepsIn(n.ElseList, first)
		case *parse.RangeNode:
			stepsIn(n.List, first)
			stepsIn(n.ElseList, first)
			n.List.Nodes = slices.Insert(n.List.Nodes, 0, first.Copy())
		}
	}
}

// templateFunctions are those that docs/notes-template.md names, and such of Go that could otherwise fill the memory.
var templateFunctions = template.FuncMap{
	"markdown": func(of any) (string, error) { return short(lineStart(escape(oneLine(fmt.Sprint(of))))) },
	"oneline":  func(of any) (string, error) { return short(strings.Join(strings.Fields(fmt.Sprint(of)), " ")) },
	"prefix": func(with string, of any) (string, error) {
		return short(with + strings.ReplaceAll(fmt.Sprint(of), "\n", "\n"+with))
	},
	"wrap": func(columns int, of any) (string, error) {
		var lines []string
		for line := range strings.SplitSeq(fmt.Sprint(of), "\n") {
			lines = append(lines, wrap(line, columns)...)
		}
		return short(strings.Join(lines, "\n"))
	},
	"date":    dayIn,
	"print":   func(args ...any) (string, error) { return short(fmt.Sprint(args...)) },
	"println": func(args ...any) (string, error) { return short(fmt.Sprintln(args...)) },
	"printf":  func(format string, args ...any) (string, error) { return short(fmt.Sprintf(format, args...)) },
}

// short refuses what is longer than a function of a template may return.
func short(s string) (string, error) {
	if len(s) > templateWord {
		return "", say.Errorf("a function returns more than %s MB", say.Number(templateWord/1024/1024))
	}
	return s, nil
}

var (
	templatePlace = regexp.MustCompile(`^template: ` + templateName + `:(\d+)(?::\d+)?: (.*)$`)
	templateWhere = regexp.MustCompile(`^executing "[^"]*" at <(.*)>: (.*)$`)
	templateField = regexp.MustCompile(`^can't evaluate field (\w+) in type \*?(?:\[\])*render\.(\w+)$`)
)

// templateError says what is wrong with a template, in which line, and which fields there are where it asks for another.
func templateError(err error) error {
	place := templatePlace.FindStringSubmatch(strings.ReplaceAll(err.Error(), "\n", " "))
	if place == nil {
		return say.Errorf("the template: %w", err)
	}
	line, _ := strconv.Atoi(place[1])
	what := place[2]
	if where := templateWhere.FindStringSubmatch(what); where != nil {
		if field := templateField.FindStringSubmatch(where[2]); field != nil {
			return say.Errorf("line %s of the template: there is no field %s in %s; there are %s",
				say.Number(line), field[1], where[1], strings.Join(fieldsOf(field[2]), ", "))
		}
		return say.Errorf("line %s of the template, in %s: %s", say.Number(line), where[1], inner(err, where[2]))
	}
	return say.Errorf("line %s of the template: %s", say.Number(line), what)
}

// inner returns what a function of a template says, without where.
func inner(err error, said string) string {
	var e template.ExecError
	if errors.As(err, &e) {
		if _, calling, is := strings.Cut(said, "error calling "); is {
			return calling
		}
	}
	return said
}

// fieldsOf names the fields of a type that templates see.
func fieldsOf(name string) []string {
	var fields []string
	for _, of := range []reflect.Type{
		reflect.TypeFor[templateDocument](), reflect.TypeFor[templateBlock](), reflect.TypeFor[templateItem](), reflect.TypeFor[templateRun](),
		reflect.TypeFor[templateMark](), reflect.TypeFor[templatePiece](),
	} {
		if of.Name() == name {
			for i := range of.NumField() {
				fields = append(fields, of.Field(i).Name)
			}
		}
	}
	slices.Sort(fields)
	return fields
}

// dayIn writes a day, "2006-01-02", in a layout as Go has them.
func dayIn(layout, day string) (string, error) {
	if day == "" {
		return "", nil
	}
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return "", say.Errorf("%s is no day", day)
	}
	return short(at.Format(layout))
}
