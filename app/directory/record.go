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
// and positions, or the mentions of an actor, oldest first, each a click from its words.
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
	which       *control.TabBar // of the two lists, where both have rows
	header      *control.Flow
	list        *record.List[store.RecordRow]
	mentions    *record.List[store.MentionRow]
	shown       string // which list is: listRecord or listMentions
	rows, named int    // how many each of them has

	column  *fyne.Container
	empty   *control.EmptyState
	content *fyne.Container
}

// The two lists of a record, as keys of their tabs.
const (
	listRecord   = "record"
	listMentions = "mentions"
)

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
	v.mentions = record.NewList(d, v.mentionSource,
		func(into *record.Row, row store.MentionRow, _ *store.MentionRow) { into.ShowMention(row) },
		func(row store.MentionRow) []store.ID { return []store.ID{row.ID} })
	menu := func(_ int, at fyne.Position) { d.PopUpMenu(at, desk.SectionSelected, desk.SectionReport) }
	v.list.Widget.OnMenu, v.mentions.Widget.OnMenu = menu, menu
	v.mentions.OnOpen = func(row store.MentionRow) { v.goTo(row.Article, row.ID) }
	v.mentions.Widget.Name = lang.L("Mentions")
	v.mentions.Widget.OnKey = func(e *fyne.KeyEvent) { d.TypedKey(e) }
	v.which = control.NewTabBar([]control.Tab{
		{Key: listRecord, Label: lang.L("Statements and positions")}, {Key: listMentions, Label: lang.L("Mentions")},
	})
	v.which.OnChanged, v.which.OnLetter = v.choose, d.TypedLetter
	v.header = control.NewFlow(8, v.title, v.facts, v.description, v.notes,
		container.New(layout.NewCustomPaddedLayout(8, 0, 0, 0), container.NewHBox(v.which)), v.over)
	v.column = container.New(&recordLayout{header: v.header}, v.header, container.NewStack(v.list.Object(), v.mentions.Object()))
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
	v.id, v.rows, v.named = store.ID{}, 0, 0
	v.showHeader(title, "", nil, profile{})
	v.list.SetEmpty("")
	v.reload()
	v.put(v.column)
}

// choose shows one of the two lists.
func (v *recordPart) choose(list string) {
	v.shown = list
	v.reload()
	v.desk.RefreshMenu()
}

// turn shows the other list.
func (v *recordPart) turn() {
	if v.showsMentions() {
		v.choose(listRecord)
	} else {
		v.choose(listMentions)
	}
}

// hasBoth reports whether there are rows in either list.
func (v *recordPart) hasBoth() bool { return v.rows > 0 && v.named > 0 }

// showsMentions reports whether the mentions are shown: those of an actor who is only mentioned always are.
func (v *recordPart) showsMentions() bool {
	return v.named > 0 && (v.rows == 0 || v.shown == listMentions)
}

// reload reads the list that is shown anew, and says which one that is.
func (v *recordPart) reload() {
	over := lang.L("Statements and positions")
	if v.showsMentions() {
		v.which.SetCurrent(listMentions)
		over = lang.L("Mentions")
		v.list.Object().Hide()
		v.mentions.Object().Show()
		v.mentions.Reload()
	} else {
		v.which.SetCurrent(listRecord)
		v.mentions.Object().Hide()
		v.list.Object().Show()
		v.list.Reload()
	}
	runs := []control.Run{control.Caption(lang.L("oldest first · click to read in place"))}
	if v.hasBoth() {
		v.which.Show()
	} else {
		v.which.Hide()
		runs = []control.Run{{Text: over, Bold: true}, control.Caption("   "), runs[0]}
	}
	v.over.SetRuns(runs...)
	v.over.Hidden = v.rows == 0 && v.named == 0
	v.column.Refresh()
}

// relist shows the rows as tall as they are to be now.
func (v *recordPart) relist() {
	v.list.Relist()
	v.mentions.Relist()
}

// show fills the page; the list is read anew.
func (v *recordPart) show(p profile) {
	other := v.id != p.id
	v.id = p.id
	kind := lang.L("issue")
	if v.subject.entity() == store.EntityActor {
		kind = words.ActorKind(p.particulars.Kind)
	}
	v.showHeader(p.particulars.Name, kind, append(v.subject.facts(p), extentFacts(p)...), p)
	v.rows, v.named = p.extent.Rows, p.named.Rows
	if other {
		v.list.Choose(store.ID{})
		v.list.Widget.ScrollToTop()
		v.mentions.Choose(store.ID{})
		v.mentions.Widget.ScrollToTop()
	}
	quiet := v.words.quiet
	if p.usage.carried > 0 {
		quiet = lang.L("What it reported stands in the records of those who said it.")
	}
	v.list.SetEmpty(quiet)
	v.reload()
	v.put(v.column)
}

func (v *recordPart) showHeader(title, kind string, facts []string, p profile) {
	v.title.SetRuns(
		control.Run{Text: title, Bold: true, Serif: true, Size: look.TitleSize},
		control.Run{Text: "  " + kind, Colour: look.ColorMuted},
	)
	showText(v.facts, words.Dotted(facts...), look.ColorMuted)
	showText(v.description, p.particulars.Description, look.ColorText)
	v.showNotes(p.notes)
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
	x, facts := p.extent, p.usage.recorded()
	if x.Rows == 0 {
		x = p.named
	}
	if x.Rows == 0 {
		return nil
	}
	if p.named.Rows > 0 {
		facts = append(facts, words.Counted(p.named.Rows, "{{.Count}} mention"))
	}
	return append(facts, words.Counted(x.Articles, "in {{.Count}} article"), words.Days(x.First, x.Last))
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
		IDs: func(ctx context.Context, p *store.Project, page store.Page) ([]store.ID, error) {
			return p.RecordIDs(ctx, entity, id, page)
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

// mentionSource are the mentions of the actor that is open.
func (v *recordPart) mentionSource() background.Source[store.MentionRow] {
	id := v.id
	if id == (store.ID{}) {
		return background.Empty[store.MentionRow]()
	}
	return background.Source[store.MentionRow]{
		Page: func(ctx context.Context, p *store.Project, page store.Page) ([]store.MentionRow, int, error) {
			return p.Mentions(ctx, id, page)
		},
		Rank: func(ctx context.Context, p *store.Project, mention store.ID) (int, error) {
			return p.MentionRank(ctx, id, mention)
		},
		IDs: func(ctx context.Context, p *store.Project, page store.Page) ([]store.ID, error) {
			return p.MentionIDs(ctx, id, page)
		},
	}
}

// selected are the rows that are selected in the list that is shown, if it has the keyboard.
func (v *recordPart) selected() (desk.Selected, bool) {
	s := desk.Selected{Of: desk.KindOfAnnotations, Delete: func(ids []store.ID) {
		v.desk.DeleteSeveral(store.EntityAnnotation, ids, nil)
	}}
	var has bool
	if v.showsMentions() {
		s.IDs, has = v.mentions.Selected()
		s.Show = v.mentions.OpenSelected
	} else {
		s.IDs, has = v.list.Selected()
		s.Show = v.list.OpenSelected
	}
	return s, has
}

// jump shows the words of a row in its article.
func (v *recordPart) jump(row store.RecordRow) {
	if s := row.Statement; s != nil {
		v.goTo(s.Article, s.ID)
		return
	}
	v.goTo(row.Position.Article, row.Position.ID)
}

func (v *recordPart) goTo(article, annotation store.ID) {
	v.desk.GoTo(desk.Place{Entity: store.EntityAnnotation, Article: article, ID: annotation})
}
