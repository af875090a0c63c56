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
	"standpoint/app/panel"
	"standpoint/app/textview"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/text"
)

// reader shows the text of the open article: the reading view, with the bar of the
// finder above it when it is asked for.
type reader struct {
	desk   seat
	hand   hand
	filter func() panel.MarkFilter // which marks stand out
	text   *textview.View
	find   *finder

	marks map[textview.MarkID]textview.Mark // of the open article
	short map[store.ID]string               // what they call persons in the margin
	drawn []textview.Mark                   // of the annotations, in their order

	proposed  []textview.Mark // of what is proposed
	proposals proposals
	empty     *control.EmptyState
	content   *fyne.Container
}

// hand is what a person does with the marks of a text.
type hand interface {
	pick(store.ID)
	unpick()
	edit(store.ID)
	adjust(store.ID, []text.Span)    // which words a mark is about
	preview(store.ID, []text.Span)   // as they are while an end of it is dragged
	fetch(fyne.Focusable, text.Span) // words that were selected while something else had the keyboard
}

// proposals is what a person does with the marks of what is proposed.
type proposals interface {
	has(store.ID) bool
	pick(store.ID)
	editAt(store.ID)
	adjust(store.ID, []text.Span)
}

func newReader(d seat, h hand, filter func() panel.MarkFilter) *reader {
	r := &reader{desk: d, hand: h, filter: filter}
	r.text = textview.New(textview.Colours{
		Background: look.ColorPage, Foreground: look.ColorText, Muted: look.ColorMuted,
		Selection: look.ColorSelection, SelectedText: look.ColorSelectionText,
		Hit: look.ColorFind, CurrentHit: look.ColorFindCurrent,
		Accent: look.ColorAccent, ScrollBar: look.ColorFaint,
	})
	r.text.SetFace(comfortOf(d.Prefs).face())
	r.text.SetLater(d.Work.Later)
	r.text.OnLetter = d.TypedLetter
	r.text.OnKey = r.typedKey
	r.text.OnAhead = func(typed func(fyne.Focusable)) bool { return d.Ahead.Keep(typed) }
	r.text.OnSelect = func(text.Span) {
		d.Tooltips.HideTip()
		d.RefreshMenu()
	}
	r.text.OnPick = func(id textview.MarkID) { r.of(id, r.proposals.pick, h.pick) }
	r.text.OnUnpick = h.unpick
	r.text.OnFetch = h.fetch
	r.text.OnCrowd = r.choose
	r.text.OnOpen = func(id textview.MarkID) { r.of(id, r.proposals.editAt, h.edit) }
	r.text.OnAdjust = func(id textview.MarkID, spans []text.Span) {
		r.of(id, func(id store.ID) { r.proposals.adjust(id, spans) }, func(id store.ID) { h.adjust(id, spans) })
	}
	r.text.OnAdjusting = func(id textview.MarkID, spans []text.Span) {
		r.of(id, func(store.ID) {}, func(id store.ID) { h.preview(id, spans) })
	}
	r.text.OnMenu = func(at fyne.Position) {
		d.PopUpMenu(at, desk.SectionClipboard, desk.SectionNew, desk.SectionAnnotation, desk.SectionProposals, desk.SectionWords,
			desk.SectionSearched, desk.SectionReport)
	}
	r.text.OnHover = r.hover
	r.find = newFinder(d.Desk, r.text, func() { r.content.Refresh() }, r.focus)
	r.empty = control.NewEmptyState("", nil)
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
	p := r.desk.Project
	running, busy := r.desk.Work.Running()
	switch {
	case p == nil && busy:
		r.empty.Set(running.Title, nil)
	case p == nil:
		r.empty.Set(lang.L("No project is open. Make a new one for the articles you want to read, or open one at the left."),
			r.desk.Leads().ToNewProject())
	case articles > 0:
		r.empty.Set(lang.L("Choose an article at the left to read it here."), nil)
	case p.ReadOnly():
		r.empty.Set(lang.L("This project has no articles."), nil)
	default:
		r.empty.Set(lang.L("This project has no articles yet. The text of the first one you import will stand here."),
			r.desk.Leads().ToArticles())
	}
}

// show shows the open article from where it was left.
func (r *reader) show() {
	open := r.desk.open
	r.desk.Tooltips.HideTip() // of a mark that is no longer there
	r.find.close()
	r.text.SetBody(header(open.article), open.body)
	r.dress(nil)
	if pos, err := strconv.Atoi(string(open.position)); err == nil {
		r.text.Select(text.Span{Start: pos, End: pos}) // the keyboard goes on from there, too
		r.text.SetReadingPosition(pos)
	}
	r.content.Objects = []fyne.CanvasObject{container.NewBorder(r.find.object(), nil, nil, nil, r.text)}
	r.content.Refresh()
}

// update shows what changed in the open article; the place in the text stays.
func (r *reader) update() {
	open := r.desk.open
	touched := open.touched
	if was := r.text.Body(); was.Hash() != open.body.Hash() {
		touched = nil
		edit := text.NewEdit(was, open.body)
		pos, caret := edit.Position(r.text.ReadingPosition()), edit.Position(r.text.Caret())
		r.text.SetBody(header(open.article), open.body)
		r.text.Select(text.Span{Start: caret, End: caret})
		r.text.SetReadingPosition(pos)
		r.find.remark()
	}
	r.text.SetHeader(header(open.article))
	r.dress(touched)
}

func header(a store.Article) textview.Header {
	return textview.Header{Title: a.Title, Subtitle: subtitle(a)}
}

// subtitle is the line under an article's title.
func subtitle(a store.Article) string {
	var facts []string
	for _, f := range []string{a.Source, words.Date(a.Published)} {
		if f != "" {
			facts = append(facts, f)
		}
	}
	if a.Author != "" {
		facts = append(facts, words.Sentence("by %s", a.Author))
	}
	return strings.Join(append(facts, words.Status(a.Status)), " · ")
}

// dress draws the annotations as marks. Only those that were touched are made anew;
// with nil all are.
func (r *reader) dress(touched map[store.ID]bool) {
	if r.text.Body() == nil {
		return
	}
	annotations := r.desk.open.annotations
	marker := newMarker(r.text.Body().Hash(), annotations, r.desk.open.notes, r.desk.Names, r.filter())
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
	r.drawn = marks
	r.redraw()
}

// redraw draws the marks, and those of what is proposed above them.
func (r *reader) redraw() {
	if r.text.Body() != nil {
		r.text.SetMarks(slices.Concat(r.drawn, r.proposed))
	}
}

// of does something with a proposal, or something else with an annotation, of which a mark is.
func (r *reader) of(id textview.MarkID, proposal, annotation func(store.ID)) {
	if r.proposals.has(store.ID(id)) {
		proposal(store.ID(id))
		return
	}
	annotation(store.ID(id))
}

// typedKey has Esc take the marks of a search away before it does anything else.
func (r *reader) typedKey(e *fyne.KeyEvent) bool {
	return desk.KeyGiveUp.IsPlain(e.Name) && r.find.unmark() || r.desk.TypedKey(e)
}

// focus gives the keyboard to the text, if there is one on the screen.
func (r *reader) focus() {
	if r.desk.isReading() {
		r.desk.Window.Canvas().Focus(r.text)
	}
}

// hasFocus reports whether the text has the keyboard.
func (r *reader) hasFocus() bool {
	return r.desk.Window.Canvas().Focused() == fyne.Focusable(r.text)
}

// hasWords reports whether something is selected that is more than blanks.
func (r *reader) hasWords() bool { return strings.TrimSpace(r.text.SelectedText()) != "" }

// position is the first visible code point, as it is kept.
func (r *reader) position() string { return strconv.Itoa(r.text.ReadingPosition()) }

// current is the annotation whose mark was picked.
func (r *reader) current() (store.ID, bool) {
	id, ok := r.text.Current()
	return store.ID(id), ok
}

// setCurrent picks the mark that stands for an annotation, and brings it into view.
func (r *reader) setCurrent(id store.ID) {
	r.text.SetCurrent(textview.MarkID(r.desk.open.markOf(id)), true)
}

// comeTo picks a mark as stepping to it does: the keyboard goes on from there. Who has picked it stays where they are.
func (r *reader) comeTo(id store.ID, at text.Span) {
	if current, is := r.current(); is && current == id {
		return
	}
	r.text.Select(text.Span{Start: at.Start, End: at.Start})
	r.text.Reveal(at)
	r.text.SetCurrent(textview.MarkID(id), true)
}

// sees reports whether some words of an annotation are in view.
func (r *reader) sees(id store.ID) bool {
	return slices.ContainsFunc(r.desk.open.spansOf(id), r.text.InView)
}

// flash brings words into view and lights them up for a moment.
func (r *reader) flash(spans []text.Span) {
	if len(spans) > 0 && !spans[0].Empty() {
		r.text.Flash(spans[0])
	}
}

func (r *reader) hover(id textview.MarkID, at fyne.Position) {
	if id == (textview.MarkID{}) {
		r.desk.Tooltips.HideTip()
		return
	}
	r.desk.Tooltips.ShowTip(r.tip(id), at)
}

// tip is what is told of a mark.
func (r *reader) tip(id textview.MarkID) string {
	if i := slices.IndexFunc(r.proposed, func(m textview.Mark) bool { return m.ID == id }); i >= 0 {
		return r.proposed[i].Tip
	}
	return r.marks[id].Tip
}

// choose offers the marks that the margin has no room for.
func (r *reader) choose(ids []textview.MarkID, at fyne.Position) {
	items := make([]*fyne.MenuItem, len(ids))
	for i, id := range ids {
		items[i] = fyne.NewMenuItem(crowdLabel(r.tip(id)), func() { r.text.OnPick(id) })
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), r.desk.Window.Canvas(), at)
}

// crowdLabel tells one of many marks: who, and the first of what.
func crowdLabel(tip string) string {
	lines := strings.SplitN(tip, "\n", 3)
	return words.Dotted(lines[:min(len(lines), 2)]...)
}

// collapse gives up the selection and leaves the caret at its end.
func (r *reader) collapse() {
	at := r.text.Selection().End
	r.text.Select(text.Span{Start: at, End: at})
}
