package reading

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
	desk *desk.Desk
	View *textview.View
	find *findBar

	Marks    map[textview.MarkID]textview.Mark // of the open article
	short    map[store.ID]string               // what they call persons in the margin
	articles *View
	empty    *control.EmptyState
	Content  *fyne.Container
}

func newReader(d *desk.Desk, articles *View) *reader {
	r := &reader{desk: d, articles: articles}
	r.View = textview.New(textview.Colours{
		Background: look.ColorPage, Foreground: look.ColorText, Muted: look.ColorMuted,
		Selection: look.ColorSelection, SelectedText: look.ColorSelectionText,
		Hit: look.ColorFind, CurrentHit: look.ColorFindCurrent,
		Accent: look.ColorAccent, ScrollBar: look.ColorFaint,
	})
	r.View.SetFace(comfortOf(d.Prefs).face())
	r.View.SetLater(d.Work.Later)
	r.View.OnLetter = d.TypedLetter
	r.View.OnKey = d.TypedKey
	r.View.OnSelect = func(text.Span) {
		d.Tooltips.HideTip()
		d.RefreshMenu()
	}
	r.View.OnPick = func(id textview.MarkID) { articles.Pick(store.ID(id)) }
	r.View.OnUnpick = articles.unpick
	r.View.OnCrowd = r.choose
	r.View.OnOpen = func(id textview.MarkID) { articles.edit(store.ID(id)) }
	r.View.OnAdjust = r.adjust
	r.View.OnAdjusting = func(id textview.MarkID, spans []text.Span) { articles.Inspector.PreviewSpans(store.ID(id), spans) }
	r.View.OnMenu = func(at fyne.Position) { d.PopUpMenu(desk.MenuAnnotate, at) }
	r.View.OnHover = r.hover
	r.find = newFindBar(r)
	r.empty = control.NewEmptyState("", nil)
	r.find.close()
	r.Content = container.NewStack(r.empty)
	return r
}

func (r *reader) object() fyne.CanvasObject {
	return control.Backed(look.ColorPage, r.Content)
}

func (r *reader) clear() {
	r.find.close()
	r.Content.Objects = []fyne.CanvasObject{r.empty}
	r.Content.Refresh()
}

// showEmpty says why there is no text, and what to do, in a project with that
// many articles.
func (r *reader) showEmpty(articles int) {
	p := r.desk.Project
	running, busy := r.desk.Work.Running()
	switch {
	case p == nil && busy:
		r.empty.Set(running.Title, nil)
	case p == nil:
		r.empty.Set(lang.L("No project is open. Make a new one for the articles you want to read, or open one at the left."), r.desk.Leads().ToNewProject())
	case articles > 0:
		r.empty.Set(lang.L("Choose an article at the left to read it here."), nil)
	case p.ReadOnly():
		r.empty.Set(lang.L("This project has no articles."), nil)
	default:
		r.empty.Set(lang.L("This project has no articles yet. The text of the first one you import will stand here."),
			r.desk.Leads().ToArticles())
	}
}

// display shows an article from where it was left.
func (r *reader) display(a Contents) {
	r.find.close()
	r.View.SetBody(header(a.article), a.Body)
	r.dress(a.Annotations, a.Notes, nil)
	if pos, err := strconv.Atoi(string(a.position)); err == nil {
		r.View.Select(text.Span{Start: pos, End: pos}) // the keyboard goes on from there, too
		r.View.SetReadingPosition(pos)
	}
	r.Content.Objects = []fyne.CanvasObject{container.NewBorder(r.find.object(), nil, nil, nil, r.View)}
	r.Content.Refresh()
}

// update shows what changed in the open article; the place in the text stays.
func (r *reader) update(a Contents) {
	if was := r.View.Body(); was.Hash() != a.Body.Hash() {
		a.touched = nil
		r.find.close()
		edit := text.NewEdit(was, a.Body)
		pos, caret := edit.Position(r.View.ReadingPosition()), edit.Position(r.View.Caret())
		r.View.SetBody(header(a.article), a.Body)
		r.View.Select(text.Span{Start: caret, End: caret})
		r.View.SetReadingPosition(pos)
	}
	r.View.SetHeader(header(a.article))
	r.dress(a.Annotations, a.Notes, a.touched)
}

func header(a store.Article) textview.Header {
	return textview.Header{Title: a.Title, Subtitle: subtitle(a)}
}

// dress draws the annotations as marks. Only those that were touched are made anew;
// with nil all are.
func (r *reader) dress(annotations []store.Annotation, notes []store.Note, touched map[store.ID]bool) {
	if r.View.Body() == nil {
		return
	}
	marker := NewMarker(r.View.Body().Hash(), annotations, notes, r.desk.Names, r.articles.MarkFilter())
	if touched == nil || marker.renames(r.short) {
		r.Marks = make(map[textview.MarkID]textview.Mark, len(annotations))
	}
	r.short = marker.short
	for id := range touched {
		delete(r.Marks, textview.MarkID(id))
	}
	marks := make([]textview.Mark, 0, len(annotations))
	for _, a := range annotations {
		mark, known := r.Marks[textview.MarkID(a.ID)]
		if !known {
			if mark, known = marker.Mark(a); !known {
				continue
			}
			r.Marks[mark.ID] = mark
		}
		marks = append(marks, mark)
	}
	r.View.SetMarks(marks)
}

// Focus gives the keyboard to the text, if there is one on the screen.
func (r *reader) Focus() {
	if r.articles.HasArticle() && r.desk.IsInFront(r.articles) {
		r.desk.Window.Canvas().Focus(r.View)
	}
}

func (r *reader) selection() text.Span { return r.View.Selection() }

// hasWords reports whether something is selected that is more than blanks.
func (r *reader) hasWords() bool { return strings.TrimSpace(r.View.SelectedText()) != "" }

// position is the first visible code point, as it is kept.
func (r *reader) position() string { return strconv.Itoa(r.View.ReadingPosition()) }

func (r *reader) HasCurrent() bool {
	_, ok := r.View.Current()
	return ok
}

// Current is the annotation whose mark was picked.
func (r *reader) Current() (store.ID, bool) {
	id, ok := r.View.Current()
	return store.ID(id), ok
}

func (r *reader) SetCurrent(id store.ID) {
	mark := r.articles.MarkOf(id)
	r.View.SetCurrent(textview.MarkID(mark), true)
}

// Sees reports whether some words of an annotation are in view.
func (r *reader) Sees(id store.ID) bool {
	return slices.ContainsFunc(r.articles.spansOf(id), r.View.InView)
}

// flash brings words into view and lights them up for a moment.
func (r *reader) flash(spans []text.Span) {
	if len(spans) > 0 {
		r.View.Flash(spans[0])
	}
}

func (r *reader) hover(id textview.MarkID, at fyne.Position) {
	if id == (textview.MarkID{}) {
		r.desk.Tooltips.HideTip()
		return
	}
	r.desk.Tooltips.ShowTip(r.Marks[id].Tip, at)
}

// choose offers the marks that the margin has no room for.
func (r *reader) choose(ids []textview.MarkID, at fyne.Position) {
	items := make([]*fyne.MenuItem, len(ids))
	for i, id := range ids {
		items[i] = fyne.NewMenuItem(CrowdLabel(r.Marks[id].Tip), func() { r.articles.Pick(store.ID(id)) })
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), r.desk.Window.Canvas(), at)
}

// CrowdLabel tells one of many marks: who, and the first of what.
func CrowdLabel(tip string) string {
	lines := strings.SplitN(tip, "\n", 3)
	return words.Dotted(lines[:min(len(lines), 2)]...)
}

// collapse gives up the selection and leaves the caret at its end.
func (r *reader) collapse() {
	at := r.View.Selection().End
	r.View.Select(text.Span{Start: at, End: at})
}
