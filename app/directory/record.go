package directory

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/app/record"
	"standpoint/app/words"
	"standpoint/store"
)

// recordPart is the middle of a directory: who or what it is, and all statements
// and positions, oldest first, each a click from its words.
type recordPart struct {
	desk    *desk.Desk
	subject subject
	words   subjectWords
	id      store.ID

	title       *control.RichLine
	facts       *control.RichLine
	description *control.RichLine
	notes       *control.Flow
	over        *control.RichLine
	header      *control.Flow
	list        *record.List[store.RecordRow]

	column  *fyne.Container
	empty   *control.EmptyState
	content *fyne.Container
}

func newRecordPart(d *desk.Desk, s subject) *recordPart {
	v := &recordPart{
		desk: d, subject: s, words: s.words(),
		title: control.NewRichLine(2), facts: control.NewRichLine(4), description: control.NewRichLine(6),
		notes: control.NewFlow(4), over: control.NewRichLine(3),
	}
	v.list = record.NewList(d, v.source, v.fill, recordCovers)
	v.list.OnOpen = v.jump
	v.list.Widget.Name = lang.L("Statements and positions")
	v.list.Widget.OnKey = func(e *fyne.KeyEvent) { d.TypedKey(e) }
	v.header = control.NewFlow(8, v.title, v.facts, v.description, v.notes,
		container.New(layout.NewCustomPaddedLayout(8, 0, 0, 0), v.over))
	v.column = container.New(&recordLayout{header: v.header}, v.header, v.list.Object())
	v.empty = control.NewEmptyState(v.words.choose, nil)
	v.content = container.NewStack(v.empty)
	return v
}

func (v *recordPart) object() fyne.CanvasObject { return v.content }

// recordLayout puts the header over the list, in a column of comfortable width.
type recordLayout struct{ header *control.Flow }

const (
	recordPad   = 28
	recordTop   = 18
	recordWidth = 820
	recordInset = 10 // how far the list's cards are in from its edge
)

func (l *recordLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 200) }

func (l *recordLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width-2*recordPad, recordWidth)
	height := l.header.HeightFor(width)
	o[0].Move(fyne.NewPos(recordPad, recordTop))
	o[0].Resize(fyne.NewSize(width, height))
	top := recordTop + height + 6
	o[1].Move(fyne.NewPos(recordPad-recordInset, top))
	o[1].Resize(fyne.NewSize(width+2*recordInset, max(size.Height-top, 0)))
}

// clear shows that nothing is open.
func (v *recordPart) clear() {
	v.id = store.ID{}
	v.put(v.empty)
}

// showNew shows where the record of a new one will be.
func (v *recordPart) showNew(title string) {
	v.id = store.ID{}
	v.showHeader(title, "", nil, profile{})
	v.list.SetEmpty("")
	v.list.Reload()
	v.put(v.column)
}

// show fills the page; the list is read anew.
func (v *recordPart) show(p profile) {
	other := v.id != p.id
	v.id = p.id
	kind := lang.L("issue")
	if v.subject.entity() == store.EntityActor {
		kind = words.ActorKind(p.entry.Kind)
	}
	v.showHeader(p.entry.Name, kind, append(v.subject.facts(p), extentFacts(p)...), p)
	if other {
		v.list.Choose(store.ID{})
		v.list.Widget.ScrollToTop()
	}
	quiet := v.words.quiet
	if p.usage.carried > 0 {
		quiet = lang.L("What it reported stands in the records of those who said it.")
	}
	v.list.SetEmpty(quiet)
	v.list.Reload()
	v.put(v.column)
}

func (v *recordPart) showHeader(title, kind string, facts []string, p profile) {
	v.title.SetRuns(
		control.Run{Text: title, Bold: true, Serif: true, Size: look.TitleSize},
		control.Run{Text: "  " + kind, Colour: look.ColorMuted},
	)
	showText(v.facts, words.Dotted(facts...), look.ColorMuted)
	showText(v.description, p.entry.Description, look.ColorText)
	v.showNotes(p.notes)
	v.over.SetRuns(
		control.Run{Text: lang.L("Statements and positions"), Bold: true},
		control.Caption("   "+lang.L("oldest first · click to read in place")),
	)
	if p.extent.Rows == 0 {
		v.over.Hide()
	} else {
		v.over.Show()
	}
	v.column.Refresh()
}

func showText(line *control.RichLine, text string, colour fyne.ThemeColorName) {
	line.SetRuns(control.Run{Text: text, Colour: colour})
	if text == "" {
		line.Hide()
	} else {
		line.Show()
	}
}

// showNotes shows what each coder noted.
func (v *recordPart) showNotes(list []codedNote) {
	lines := make([]fyne.CanvasObject, len(list))
	for i, n := range list {
		lines[i] = control.NewRichLine(4,
			control.Caption(words.Sentence("Note by %s", n.coder)+"  "), control.Run{Text: n.text})
	}
	v.notes.SetObjects(lines...)
	if len(list) == 0 {
		v.notes.Hide()
	} else {
		v.notes.Show()
	}
}

// extentFacts says how much there is, in how many articles, and from when to when.
func extentFacts(p profile) []string {
	if p.extent.Rows == 0 {
		return nil
	}
	facts := append(p.usage.recorded(), words.Counted(p.extent.Articles, "in {{.Count}} article"))
	return append(facts, words.Days(p.extent.First, p.extent.Last))
}

func (v *recordPart) put(o fyne.CanvasObject) {
	if v.content.Objects[0] != o {
		v.content.Objects = []fyne.CanvasObject{o}
	}
	v.content.Refresh()
}

// source is the record of the one that is open.
func (v *recordPart) source() background.Source[store.RecordRow] {
	id, entity := v.id, v.subject.entity()
	if id == (store.ID{}) {
		return background.Empty[store.RecordRow]()
	}
	return background.Source[store.RecordRow]{
		Page: func(ctx context.Context, p *store.Project, page store.Page) ([]store.RecordRow, int, error) {
			return p.Record(ctx, entity, id, page)
		},
		Rank: func(ctx context.Context, p *store.Project, annotation store.ID) (int, error) {
			return p.RecordRank(ctx, entity, id, annotation)
		},
	}
}

func (v *recordPart) fill(card *record.Row, row store.RecordRow, _ *store.RecordRow) {
	card.ShowRecord(row, v.id)
}

// recordCovers is the annotation that a row of a record is.
func recordCovers(row store.RecordRow) []store.ID {
	if row.Statement != nil {
		return []store.ID{row.Statement.ID}
	}
	return []store.ID{row.Position.ID}
}

// jump shows the words of a row in its article.
func (v *recordPart) jump(row store.RecordRow) {
	to := desk.Place{Entity: store.EntityAnnotation}
	if s := row.Statement; s != nil {
		to.Article, to.ID = s.Article, s.ID
	} else {
		to.Article, to.ID = row.Position.Article, row.Position.ID
	}
	v.desk.GoTo(to)
}
