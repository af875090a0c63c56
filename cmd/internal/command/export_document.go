package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"standpoint/app/notes"
	"standpoint/app/notes/render"
	"standpoint/store"
	"standpoint/store/text"
)

// documentFlags are the flags of notes.
type documentFlags struct {
	Document notes.Kind `enum:",${kinds}" default:"" help:"Notes on articles (usual), actors, issues; texts; a report."`
	Report   string     `placeholder:"NAME" help:"Which report, with --document report; may be left out if there is one."`
	Actor    []string   `sep:"none" placeholder:"NAME" help:"Notes on this actor; of notes on articles, what has to do with it."`
	Issue    []string   `sep:"none" placeholder:"NAME" help:"Notes on this issue; of notes on articles, what has to do with it."`
	Kind     []string   `placeholder:"KIND" help:"Only these annotations: highlight, mention, statement, position."`
	Detail   string     `enum:",long,short" default:"" help:"All that is recorded (usual), or a line a statement."`
	Order    string     `enum:",newest,outlet,title,frequent" default:"" help:"Order of articles; of actors and issues: frequent."`
	Cite     string     `enum:",brackets,author,footnote" default:"" help:"How sources are cited."`
	In       string     `placeholder:"CODE" help:"The language of the notes: en (usual) or de."`
	Template string     `placeholder:"FILE" help:"A template of your own, with --format template."`
	Made     *string    `placeholder:"DATE" help:"When the notes were made; today if left out, not said if empty."`

	kept           bool       // Template is that of a preset
	actors, issues []store.ID // which Actor and Issue mean, in their order
}

// exportFormats tells the flags which formats there are.
func exportFormats() kong.Vars {
	var names []string
	for _, f := range render.Formats() {
		names = append(names, f.Name)
	}
	return kong.Vars{
		"kinds":     "articles,actors,issues,annotated,report",
		"documents": strings.Join(names, ", "), "formats": strings.Join(append(names, formatTemplate, formatCSV, formatXLSX, formatJSON), ","),
	}
}

// check refuses what does not go together.
func (f documentFlags) check(format string, o notes.Options) error {
	_, isDocument := render.Find(format)
	isDocument = isDocument || format == formatTemplate
	switch {
	case (f.Template != "") != (format == formatTemplate):
		return errors.New("--template names a file, and goes with --format template")
	case !isDocument && (f.Document != "" || f.Detail != "" || f.Cite != "" || f.In != ""):
		return fmt.Errorf("--document, --detail, --cite and --in go with notes, not with --format %s", format)
	case f.Report != "" && o.Kind != notes.KindReport:
		return errors.New("--report goes with --document report")
	case !isDocument && o.Kind == notes.KindReport:
		return fmt.Errorf("a report is a document, and none for --format %s", format)
	case o.Kind != notes.KindActors && len(f.Actor) > 1, o.Kind != notes.KindIssues && len(f.Issue) > 1:
		return errors.New("several of --actor go with --document actors, several of --issue with --document issues")
	}
	return o.Check()
}

// day is when the document is made, as it says; today unless another day, or none, was given.
func (f documentFlags) day() (store.Day, error) {
	if f.Made == nil {
		return store.Day(time.Now().Format(time.DateOnly)), nil
	}
	day, err := store.ParseDate(*f.Made)
	if *f.Made != "" && (err != nil || day.Precision() != store.PrecisionDay) {
		return "", fmt.Errorf("--made is a day such as 2025-05-16, not %s", *f.Made)
	}
	return store.Day(day), nil
}

// ofKind has options be of the kind that the flags say. What goes with another kind of document only is left out when the kind is another.
func (f documentFlags) ofKind(o notes.Options) notes.Options {
	if f.Document == "" || f.Document == cmp.Or(o.Kind, notes.KindArticles) {
		return o
	}
	if f.Document == notes.KindReport || o.Kind == notes.KindReport { // which share nothing but how they are written
		o = notes.Options{Language: o.Language, Cite: o.Cite}
	}
	o.Kind, o.Order = f.Document, notes.OrderUsual
	if !o.Kind.Cites() {
		o.Cite = ""
	}
	return o
}

// find looks up in the project which actors and issues the flags mean.
func (f *documentFlags) find(ctx context.Context, p *store.Project) (err error) {
	if f.actors, err = allCalled(ctx, p, store.EntityActor, f.Actor); err != nil {
		return err
	}
	f.issues, err = allCalled(ctx, p, store.EntityIssue, f.Issue)
	return err
}

// standIn has some ids in the place of those that are found in the project later, for flags that are checked before it is opened.
func (f *documentFlags) standIn() {
	f.actors, f.issues = nil, nil
	for range f.Actor {
		f.actors = append(f.actors, store.NewID())
	}
	for range f.Issue {
		f.issues = append(f.issues, store.NewID())
	}
}

// over puts what the other flags say in the place of what options say.
func (f documentFlags) over(o notes.Options) (_ notes.Options, err error) {
	set(&o.Order, notes.Order(f.Order))
	set(&o.Detail, notes.Detail(f.Detail))
	set(&o.Language, f.In)
	set(&o.Cite, notes.CiteStyle(f.Cite))
	if len(f.Kind) > 0 {
		o.Marks = nil
	}
	for _, kind := range f.Kind {
		o.Marks = append(o.Marks, store.Kind(kind))
	}
	switch {
	case len(f.Actor) > 0 && o.Kind == notes.KindActors:
		o.Actors = f.actors
	case len(f.Actor) > 0:
		o.In.Actor = f.actors[0]
	}
	switch {
	case len(f.Issue) > 0 && o.Kind == notes.KindIssues:
		o.Issues = f.issues
	case len(f.Issue) > 0:
		o.In.Issue = f.issues[0]
	}
	o.Made, err = f.day()
	return o, err
}

// preset returns what the preset of a name asks for.
func preset(ctx context.Context, p *store.Project, name string) (o notes.Options, as notes.Form, err error) {
	list, err := p.Presets(ctx)
	if err != nil {
		return o, as, err
	}
	i := slices.IndexFunc(list, func(s store.Preset) bool { return text.Fold(s.Name) == text.Fold(name) })
	if i < 0 {
		there := make([]string, len(list))
		for i, s := range list {
			there[i] = "“" + s.Name + "”"
		}
		return o, as, noneNamed("preset", name, there)
	}
	return notes.ReadPreset(ctx, p, list[i])
}

// report returns the report of a title, which may be left out if there is one only.
func report(ctx context.Context, p *store.Project, title string) (store.ID, error) {
	list, err := p.Reports(ctx)
	if err != nil {
		return store.ID{}, err
	}
	if title == "" && len(list) == 1 {
		return list[0].ID, nil
	}
	var there []string
	for _, r := range list {
		if title != "" && text.Fold(r.Title) == text.Fold(title) {
			return r.ID, nil
		}
		there = append(there, "“"+r.Title+"”")
	}
	switch {
	case title != "":
		return store.ID{}, noneNamed("report", title, there)
	case len(there) == 0:
		return store.ID{}, errors.New("the project has no report")
	}
	return store.ID{}, fmt.Errorf("say with --report which report. There is %s", strings.Join(there, ", "))
}

// noneNamed says that there is nothing of a name, and what there is.
func noneNamed(what, name string, there []string) error {
	if len(there) == 0 {
		return fmt.Errorf("there is no %s “%s”: the project has none", what, name)
	}
	return fmt.Errorf("there is no %s “%s”. There is %s", what, name, strings.Join(there, ", "))
}

// writeDocument writes notes in a format.
func (f documentFlags) writeDocument(e *environment, p *store.Project, w io.Writer, format string, o notes.Options) error {
	in, err := f.format(format)
	if err != nil {
		return err
	}
	show, end := e.progress("Notes")
	defer end()
	document, err := notes.Build(e.ctx, p, o, show)
	if err != nil {
		return err
	}
	return in.Write(e.ctx, w, document)
}

// format returns the format of that name, or the one that the template gives.
func (f documentFlags) format(name string) (render.Format, error) {
	if name != formatTemplate {
		format, _ := render.Find(name)
		return format, nil
	}
	format, err := render.ReadTemplate(f.Template)
	if f.kept && errors.Is(err, os.ErrNotExist) {
		return format, fmt.Errorf("the template that the preset names is not there any more: %s. "+
			"Put it back, or name one with --template", f.Template)
	}
	return format, fileError(f.Template, err)
}
