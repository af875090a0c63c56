package app

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/app/textview"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/text"
)

// reader shows the text of the open article: the reading view, with the find
// bar above it when it is asked for.
type reader struct {
	app  *desk.Desk
	view *textview.View
	find *findBar

	marks    map[textview.MarkID]textview.Mark // of the open article
	short    map[store.ID]string               // what they call persons in the margin
	articles *articlesView
	empty    *control.EmptyState
	content  *fyne.Container
}

func newReader(d *desk.Desk, articles *articlesView) *reader {
	r := &reader{app: d, articles: articles}
	r.view = textview.New(textview.Colours{
		Background: look.ColorPage, Foreground: look.ColorText, Muted: look.ColorMuted,
		Selection: look.ColorSelection, SelectedText: look.ColorSelectionText,
		Hit: look.ColorFind, CurrentHit: look.ColorFindCurrent,
		Accent: look.ColorAccent, ScrollBar: look.ColorFaint,
	})
	r.view.SetFace(comfortOf(d.Prefs).face())
	r.view.SetLater(d.Work.Later)
	r.view.OnLetter = d.TypedLetter
	r.view.OnKey = d.TypedKey
	r.view.OnSelect = func(text.Span) {
		d.Tooltips.HideTip()
		d.RefreshMenu()
	}
	r.view.OnPick = func(id textview.MarkID) { articles.Pick(store.ID(id)) }
	r.view.OnUnpick = articles.unpick
	r.view.OnCrowd = r.choose
	r.view.OnOpen = func(id textview.MarkID) { articles.edit(store.ID(id)) }
	r.view.OnAdjust = r.adjust
	r.view.OnAdjusting = func(id textview.MarkID, spans []text.Span) { articles.inspector.PreviewSpans(store.ID(id), spans) }
	r.view.OnMenu = func(at fyne.Position) { d.PopUpMenu(desk.MenuAnnotate, at) }
	r.view.OnHover = r.hover
	r.find = newFindBar(r)
	r.empty = control.NewEmptyState("", "", nil)
	r.find.close()
	r.content = container.NewStack(r.empty)
	return r
}

func (r *reader) object() fyne.CanvasObject {
	return control.Backed(look.ColorPage, r.content)
}

func (r *reader) clear() {
	r.find.close()
	r.content.Objects = []fyne.CanvasObject{r.empty}
	r.content.Refresh()
}

// showEmpty says why there is no text, and what to do, in a project with that
// many articles.
func (r *reader) showEmpty(articles int) {
	p := r.app.Project
	running, busy := r.app.Work.Running()
	switch {
	case p == nil && busy:
		r.empty.Set(running.Title, "", nil)
	case p == nil:
		r.empty.Set(lang.L("No project is open. Make a new one for the articles you want to read, or open one at the left."), lang.L("New project…"), r.app.Leads().NewProject)
	case articles > 0:
		r.empty.Set(lang.L("Choose an article at the left to read it here."), "", nil)
	case p.ReadOnly():
		r.empty.Set(lang.L("This project has no articles."), "", nil)
	default:
		r.empty.Set(lang.L("This project has no articles yet. The text of the first one you import will stand here."), lang.L("Import articles…"), r.app.Leads().ImportArticles)
	}
}

// display shows an article from where it was left.
func (r *reader) display(a reading) {
	r.find.close()
	r.view.SetBody(header(a.article), a.body)
	r.dress(a.annotations, a.notes, nil)
	if pos, err := strconv.Atoi(string(a.position)); err == nil {
		r.view.SetReadingPosition(pos)
	}
	r.content.Objects = []fyne.CanvasObject{container.NewBorder(r.find.object(), nil, nil, nil, r.view)}
	r.content.Refresh()
}

// update shows what changed in the open article; the place in the text stays.
func (r *reader) update(a reading) {
	if was := r.view.Body(); was.Hash() != a.body.Hash() {
		a.touched = nil
		r.find.close()
		edit := text.NewEdit(was, a.body)
		pos, caret := edit.Position(r.view.ReadingPosition()), edit.Position(r.view.Caret())
		r.view.SetBody(header(a.article), a.body)
		r.view.Select(text.Span{Start: caret, End: caret})
		r.view.SetReadingPosition(pos)
	}
	r.view.SetHeader(header(a.article))
	r.dress(a.annotations, a.notes, a.touched)
}

func header(a store.Article) textview.Header {
	return textview.Header{Title: a.Title, Subtitle: subtitle(a)}
}

// dress draws the annotations as marks. Only those that were touched are made anew;
// with nil all are.
func (r *reader) dress(annotations []store.Annotation, notes []store.Note, touched map[store.ID]bool) {
	if r.view.Body() == nil {
		return
	}
	marker := newMarker(r.view.Body().Hash(), annotations, notes, r.app.Names, r.articles.markFilter())
	if touched == nil || marker.renames(r.short) {
		r.marks = make(map[textview.MarkID]textview.Mark, len(annotations))
	}
	r.short = marker.short
	for id := range touched {
		delete(r.marks, textview.MarkID(id))
	}
	marks := make([]textview.Mark, 0, len(annotations))
	for _, a := range annotations {
		mark, known := r.marks[textview.MarkID(a.ID)]
		if !known {
			if mark, known = marker.mark(a); !known {
				continue
			}
			r.marks[mark.ID] = mark
		}
		marks = append(marks, mark)
	}
	r.view.SetMarks(marks)
}

// focus gives the keyboard to the text, if there is one on the screen.
func (r *reader) focus() {
	if r.articles.hasArticle() && r.app.IsInFront(r.articles) {
		r.app.Window.Canvas().Focus(r.view)
	}
}

func (r *reader) selection() text.Span { return r.view.Selection() }

// hasWords reports whether something is selected that is more than blanks.
func (r *reader) hasWords() bool { return strings.TrimSpace(r.view.SelectedText()) != "" }

// position is the first visible code point, as it is kept.
func (r *reader) position() string { return strconv.Itoa(r.view.ReadingPosition()) }

func (r *reader) hasCurrent() bool {
	_, ok := r.view.Current()
	return ok
}

// current is the annotation whose mark was picked.
func (r *reader) current() (store.ID, bool) {
	id, ok := r.view.Current()
	return store.ID(id), ok
}

func (r *reader) setCurrent(id store.ID) {
	mark := r.articles.markOf(id)
	r.view.SetCurrent(textview.MarkID(mark), true)
}

// sees reports whether some words of an annotation are in view.
func (r *reader) sees(id store.ID) bool {
	return slices.ContainsFunc(r.articles.spansOf(id), r.view.InView)
}

// flash brings words into view and lights them up for a moment.
func (r *reader) flash(spans []text.Span) {
	if len(spans) > 0 {
		r.view.Flash(spans[0])
	}
}

func (r *reader) hover(id textview.MarkID, at fyne.Position) {
	if id == (textview.MarkID{}) {
		r.app.Tooltips.HideTip()
		return
	}
	r.app.Tooltips.ShowTip(r.marks[id].Tip, at)
}

// choose offers the marks that the margin has no room for.
func (r *reader) choose(ids []textview.MarkID, at fyne.Position) {
	items := make([]*fyne.MenuItem, len(ids))
	for i, id := range ids {
		items[i] = fyne.NewMenuItem(crowdLabel(r.marks[id].Tip), func() { r.articles.Pick(store.ID(id)) })
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), r.app.Window.Canvas(), at)
}

// crowdLabel tells one of many marks: who, and the first of what.
func crowdLabel(tip string) string {
	lines := strings.SplitN(tip, "\n", 3)
	return words.Dotted(lines[:min(len(lines), 2)]...)
}

// collapse gives up the selection and leaves the caret at its end.
func (r *reader) collapse() {
	at := r.view.Selection().End
	r.view.Select(text.Span{Start: at, End: at})
}
