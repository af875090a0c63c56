package inspector

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/desk"
	"standpoint/app/desk/desktest"
	"standpoint/app/form"
	"standpoint/app/names"
	"standpoint/app/suggest"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/text"
)

const harbour = `Mara Ellin, the trade minister of Norvia, told reporters: “We will keep the harbour open.” She did not say for how long.

Meridian, citing an unnamed source, reported that Norvia opposed foreign observers.`

// side is an inspector beside the least of a text that it can do with.
type side struct {
	*desktest.Desk
	*Inspector

	text *shownText
}

// shownText is a text that is shown without being drawn: what is known of an article, as [Reading] tells it.
type shownText struct {
	side        *side
	article     store.Article
	body        *text.Body
	annotations []store.Annotation
	selection   text.Span
	pending     []text.Span
	left        *fyne.Container // what is shown in place of the list of articles; empty while that is shown
	current     store.ID        // the annotation that was picked
	saved       store.ID        // one that was written and has not been read yet
	learnt      *suggest.Learned
	forgotten   int           // how often what was learnt was to be learnt anew
	keyboard    *widget.Entry // has the focus when the text has it
}

// newSide is an inspector beside one open article.
func newSide(t *testing.T) *side {
	t.Helper()
	s := &side{Desk: desktest.New(t)}
	s.text = &shownText{side: s, keyboard: widget.NewEntry(), left: container.NewStack()}
	s.Inspector = New(s.Desk.Desk, s.text)
	s.Put(container.NewBorder(s.text.keyboard, nil, nil, nil, container.NewHSplit(s.text.left, s.Object())))
	s.Desk.Changed = func(e store.Event) {
		s.text.read(t)
		s.Renew()
		s.text.pickSaved()
		s.Inspector.Changed(e)
	}
	a := s.AddArticle(t, store.Article{Title: "Harbour talks", Source: "The Varro Courier", Published: "2031-03-04"}, harbour)
	s.open(t, a.ID)
	return s
}

// open shows an article with what was left unfinished of it, as it is shown after the next start too.
func (s *side) open(t *testing.T, article store.ID) {
	t.Helper()
	if s.Project.Path() != "" && s.hasArticle() {
		s.KeepDraft()
	}
	s.text.article.ID = article
	s.text.read(t)
	kept, err := s.Project.Drafts(t.Context(), article)
	mustDo(t, err)
	s.Rest()
	s.SetDrafts(form.DraftsOf(kept))
}

// startAgain closes the project, opens it as the next start does, and shows the same article.
func (s *side) startAgain(t *testing.T) {
	t.Helper()
	s.KeepDraft()
	s.Reopen(t)
	s.Rest()
	s.open(t, s.text.article.ID)
}

// begin selects words and opens a form for them.
func (s *side) begin(t *testing.T, kind store.Kind, words string) *formPage {
	t.Helper()
	s.text.selection = s.words(t, words)
	s.Begin(kind)
	page, ok := s.form()
	if !ok {
		t.Fatal("no form is open")
	}
	return page
}

// mention saves that some words name Mara Ellin, and opens its form.
func (s *side) mention(t *testing.T, words string) *formPage {
	t.Helper()
	page := s.begin(t, store.KindMention, words)
	page.form.Actor = names.Party{Name: "Mara Ellin", New: store.ActorPerson}
	s.Save()
	page, ok := s.form()
	if !ok || page.form.Annotation == (store.ID{}) {
		t.Fatal("the form of the mention is not open")
	}
	return page
}

// words is where some words of the open article stand.
func (s *side) words(t *testing.T, words string) text.Span {
	t.Helper()
	at := strings.Index(s.text.body.String(), words)
	if at < 0 {
		t.Fatalf("%q is not in the article", words)
	}
	return text.Span{Start: s.text.body.Position(at), End: s.text.body.Position(at + len(words))}
}

func (s *side) statements(t *testing.T) []store.StatementRow {
	t.Helper()
	rows, _, err := s.Project.Statements(t.Context(), store.StatementQuery{Page: store.Page{Limit: 10}})
	mustDo(t, err)
	return rows
}

func (s *side) exactOf(t *testing.T, id store.ID) string {
	t.Helper()
	n, err := s.Project.Annotation(t.Context(), id)
	mustDo(t, err)
	return n.Anchor.Exact()
}

func (s *side) noteOn(t *testing.T, id store.ID) string {
	t.Helper()
	note, err := form.OwnNote(t.Context(), s.Project, store.EntityAnnotation, id)
	mustDo(t, err)
	return note
}

// undoes is what Undo does next, as the window tells it.
func (s *side) undoes() string {
	page, ok := s.form()
	switch {
	case ok && page.steps.CanTakeBack():
		return "Change in the Form"
	case s.OpenAgain != nil:
		return "Give Up"
	}
	return words.Title(s.Project.UndoTitle())
}

// undo does what the window does on Undo while a page of the inspector is at hand.
func (s *side) undo(t *testing.T) {
	t.Helper()
	if typed, ok := s.Window.Canvas().Focused().(interface {
		CanUndo() bool
		Undo()
	}); ok && s.Window.Canvas().Focused() != fyne.Focusable(s.text.keyboard) && typed.CanUndo() {
		typed.Undo()
		return
	}
	if page, ok := s.form(); ok && page.takeBack() {
		return
	}
	if open := s.OpenAgain; open != nil {
		s.OpenAgain = nil
		open()
		return
	}
	s.Desk.Undo()
}

// redo does again what the last step back in the open form undid.
func (s *side) redo(t *testing.T) {
	t.Helper()
	if page, ok := s.form(); !ok || !page.takeAgain() {
		t.Fatal("there is no step to do again")
	}
}

// linking is the page that lists places to link, if it is shown.
func (s *side) linking() (*linkPage, bool) {
	p, ok := s.page.(*linkPage)
	return p, ok
}

// mention are the fields of a mention.
func (p *formPage) mention() *mentionFields { return p.own.(*mentionFields) }

// statement are the fields of a statement or a position.
func (p *formPage) statement() *statementFields { return p.own.(*statementFields) }

func (s *side) keyboard() fyne.Focusable { return s.Window.Canvas().Focused() }

func mustDo(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// never is what comes later, and does not.
func never(time.Duration, func()) (stop func()) { return func() {} }

// read reads what is shown anew, if an article is. It is also called where the test cannot be ended: by the project's writer.
func (r *shownText) read(t *testing.T) {
	t.Helper()
	if r.article.ID == (store.ID{}) {
		return
	}
	p := r.side.Project
	article, err := p.Article(t.Context(), r.article.ID)
	if err == nil {
		r.article = article
		r.body, err = p.Body(t.Context(), article.Body)
	}
	if err == nil {
		r.annotations, _, err = p.AnnotationsAfter(t.Context(), article.ID, nil, nil)
	}
	if err != nil {
		t.Error(err)
	}
}

func (r *shownText) pickSaved() {
	for _, a := range r.annotations {
		if a.ID == r.saved {
			r.saved = store.ID{}
			r.Pick(a.ID)
			return
		}
	}
}

func (r *shownText) Article() store.Article          { return r.article }
func (r *shownText) Annotations() []store.Annotation { return r.annotations }
func (r *shownText) Body() *text.Body                { return r.body }
func (r *shownText) Selection() text.Span            { return r.selection }

func (r *shownText) Unplaced() []store.Annotation {
	var list []store.Annotation
	for _, a := range r.annotations {
		if !a.Anchor.IsZero() && a.Anchor.Body != r.article.Body {
			list = append(list, a)
		}
	}
	return list
}

func (r *shownText) OpenAt(article store.ID, then func()) {
	if article != r.article.ID {
		panic("only one article is open in this test")
	}
	then()
}

func (r *shownText) Pick(id store.ID) {
	r.current = id
	r.side.Inspector.Show(id)
}

func (r *shownText) HoldTyping() *desk.Hold { r.Focus(); return nil }

func (r *shownText) PickSaved(id store.ID, _ *desk.Hold) {
	r.saved = id
	r.pickSaved()
}

func (r *shownText) Overview() (line, named string) { return "", "" }
func (r *shownText) RenewProposals()                {}

func (r *shownText) Learnt() (*suggest.Learned, bool) { return r.learnt, true }
func (r *shownText) LearnAgain()                      { r.forgotten++ }

// Found is nothing: all is read when a form asks for it.
func (r *shownText) Found() suggest.Findings { return suggest.Findings{} }

func (r *shownText) ShowPending(spans []text.Span) { r.pending = spans }
func (r *shownText) Collapse()                     { r.selection.Start = r.selection.End }
func (r *shownText) Focus()                        { r.side.Window.Canvas().Focus(r.keyboard) }
func (r *shownText) HasFocus() bool {
	return r.side.Window.Canvas().Focused() == fyne.Focusable(r.keyboard)
}
func (r *shownText) ComeToFront() {}

func (r *shownText) Remember() (back func()) { return func() {} }

// Rearrange lays the page out again, once there is one.
func (r *shownText) Rearrange() {
	if r.side.Inspector != nil {
		r.side.Object().Refresh()
	}
}

// UseSide and what follows do nothing: the page is always shown.
func (r *shownText) UseSide()      {}
func (r *shownText) LingerAtSide() {}
func (r *shownText) LeaveSide()    {}

// ShowAtLeft shows something beside the page; nil takes it away.
func (r *shownText) ShowAtLeft(o fyne.CanvasObject) {
	r.left.RemoveAll()
	if o != nil {
		r.left.Add(o)
	}
}
