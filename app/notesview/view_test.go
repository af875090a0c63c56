package notesview

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/app/desk/desktest"
	"standpoint/app/notes"
	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// room is the view of notes on a desk of its own.
type room struct {
	*desktest.Desk
	*View
}

func newRoom(t testing.TB, d *desktest.Desk) room {
	t.Helper()
	v := New(d.Desk)
	d.Front = v
	d.Put(v.Object())
	v.Opened()
	return room{d, v}
}

// sample is the view over the sample project.
func sample(t testing.TB) room {
	t.Helper()
	return newRoom(t, desktest.NewSample(t))
}

// said are the rows of a document.
func said(p pages) []string {
	var list []string
	for _, r := range p.rows {
		line := fmt.Sprintf("%d %d %s", r.kind, r.depth, r.text)
		if r.quote != nil {
			line += " “" + r.quote.Words + "”"
		}
		for _, c := range r.cells {
			line += " | " + c.String()
		}
		for _, piece := range r.pieces {
			line += " / " + piece.Words
		}
		list = append(list, line)
	}
	return list
}

func (r room) built(t testing.TB, o notes.Options) pages {
	t.Helper()
	d, err := notes.Build(t.Context(), r.Project, o, nil)
	if err != nil {
		t.Fatal(err)
	}
	return lay(d)
}

// press types a key where the keyboard is.
func (r room) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		r.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestThePreviewShowsTheDocumentThatIsWritten(t *testing.T) {
	r := sample(t)
	for _, kind := range notes.Kinds() {
		for _, detail := range notes.Details() {
			r.choices.ask(notes.Options{Kind: kind, Detail: detail, Language: "de"})
			want := r.built(t, r.choices.options())
			if !r.made.whole || !slices.Equal(said(r.preview.pages), said(want)) {
				t.Errorf("%s, %s: shown is\n%s", kind, detail, strings.Join(said(r.preview.pages), "\n"))
			}
			if words := desktest.Said(r.preview.list); !strings.Contains(words, strings.Fields(want.document.Title)[0]) {
				t.Errorf("%s, %s: on the screen stands %.200q", kind, detail, words)
			}
		}
	}
}

// What is chosen with the keyboard in each of the fields changes the document.
func TestEachChoiceChangesTheDocument(t *testing.T) {
	r := sample(t)
	c := r.choices
	pick := func(typed string) func(t *control.TypeAhead) {
		return func(field *control.TypeAhead) {
			field.Focus()
			test.Type(field.Input(), typed)
			r.press(fyne.KeyReturn)
		}
	}
	next := func(s *control.Select) func() { return func() { s.Focus(); r.press(fyne.KeyDown) } }
	type step struct {
		name string
		kind notes.Kind
		set  func()
	}
	for _, s := range []step{
		{"document", notes.KindArticles, next(c.kind)},
		{"from", notes.KindArticles, func() { c.from.Focus(); test.Type(c.from.Input(), "2026-03-20") }},
		{"to", notes.KindArticles, func() { c.to.Focus(); test.Type(c.to.Input(), "2026-03-20") }},
		{"source", notes.KindArticles, func() { pick("harbour")(c.source) }},
		{"actor", notes.KindArticles, func() { pick("ilse")(c.actor) }},
		{"issue", notes.KindArticles, func() { pick("freight")(c.issue) }},
		{"tag", notes.KindArticles, func() { pick("figure")(c.tag) }},
		{"coder", notes.KindArticles, func() { pick("ada")(c.coder) }},
		{"stance", notes.KindArticles, next(c.stance)},
		{"kinds of annotations", notes.KindArticles, func() { c.marks[0].Tapped(&fyne.PointEvent{}) }},
		{"order", notes.KindArticles, next(c.order)},
		{"detail", notes.KindActors, next(c.detail)},
		{"sources", notes.KindActors, next(c.cite)},
		{"which actors", notes.KindActors, func() { c.actors.Focus(); test.Type(c.actors.Input(), "ilse"); r.press(fyne.KeyReturn) }},
		{"which issues", notes.KindIssues, func() { c.issues.Focus(); test.Type(c.issues.Input(), "toll"); r.press(fyne.KeyReturn) }},
		{"language", notes.KindIssues, next(c.language)},
	} {
		c.ask(notes.Options{Kind: s.kind})
		before := said(r.preview.pages)
		s.set()
		if reflect.DeepEqual(c.asked, notes.Options{Kind: s.kind}) {
			t.Errorf("%s: nothing else is asked", s.name)
		} else if after := said(r.preview.pages); slices.Equal(before, after) && s.name != "coder" { // there is one
			t.Errorf("%s: the document is the same", s.name)
		} else if !slices.Equal(after, said(r.built(t, c.options()))) {
			t.Errorf("%s: shown is another document than is asked for", s.name)
		}
	}
}

// Who goes on choosing sees no document that was asked for before, and what was being read for it ends.
func TestADocumentThatIsNotWantedAnyMoreIsGivenUp(t *testing.T) {
	r := newRoom(t, desktest.New(t))
	if _, err := storetest.Fill(t.Context(), r.Project, storetest.Size{Articles: 60, Annotations: 600}); err != nil {
		t.Fatal(err)
	}
	until := r.ReadBeside(t)
	var shown []made
	show := r.making.shown
	r.making.shown = func(m made) { shown = append(shown, m); show(m) }
	const last = notes.OrderTitle
	begun := make(chan struct{}, 100)
	var given atomic.Int32
	r.making.build = func(ctx context.Context, p *store.Project, o notes.Options, progress func(int, int)) (notes.Document, error) {
		if o.Order == last {
			return notes.Build(ctx, p, o, progress)
		}
		begun <- struct{}{}
		<-ctx.Done() // takes as long as somebody wants it
		given.Add(1)
		return notes.Document{}, ctx.Err()
	}
	orders := []notes.Order{notes.OrderNewest, notes.OrderOutlet, notes.OrderNewest, last}
	for _, order := range orders {
		r.choices.ask(notes.Options{Order: order})
		if order != last {
			<-begun
		}
	}
	wanted := r.choices.options()
	until(func() bool { return len(shown) > 0 && shown[len(shown)-1].whole && int(given.Load()) == len(orders)-1 },
		"what nobody wants any more is still being made, or no document came")
	for _, m := range shown {
		if m.options.Order != last {
			t.Errorf("shown was one in the order %q", m.options.Order)
		}
	}
	if len(shown) != 2 || shown[0].whole || !slices.Equal(said(r.preview.pages), said(r.built(t, wanted))) {
		t.Errorf("%d documents were shown, want the first part and the whole", len(shown))
	}
}

// While the whole takes the place of its first part, who reads does not lose the place.
func TestTheRowAtTheTopStaysWhenTheWholeDocumentComes(t *testing.T) {
	r := newRoom(t, desktest.New(t))
	if _, err := storetest.Fill(t.Context(), r.Project, storetest.Size{Articles: 60, Annotations: 900}); err != nil {
		t.Fatal(err)
	}
	o := r.choices.options()
	whole := r.built(t, o)
	o.First = firstParts(o)
	first := r.built(t, o)
	r.preview.show(first, true)
	at := len(first.rows) - 60
	r.preview.list.ReloadFrom(at, at+2)
	r.preview.picked.Begin(at + 3)
	r.preview.picked.ExtendTo(at + 6)
	top := first.rows[r.preview.list.Top()].key
	r.preview.show(whole, false)
	if got := whole.rows[r.preview.list.Top()].key; got != top {
		t.Errorf("at the top is %v, was %v", got, top)
	}
	if got := whole.rows[r.preview.list.Selected()].key; got != first.rows[at+2].key {
		t.Errorf("selected is %v, was %v", got, first.rows[at+2].key)
	}
	var keys []rowKey
	for _, i := range r.preview.picked.List() {
		keys = append(keys, whole.rows[i].key)
	}
	if len(keys) != 4 || keys[0] != first.rows[at+3].key || keys[3] != first.rows[at+6].key {
		t.Errorf("selected together are %v", keys)
	}
}

// However long a document is, there are objects for what is seen of it alone.
func TestALongDocumentHasObjectsForWhatIsSeenAlone(t *testing.T) {
	r := sample(t)
	d := notes.Document{Title: "Long"}
	for i := range 100_000 {
		d.Blocks = append(d.Blocks, notes.Paragraph{Text: notes.Text{{Text: fmt.Sprintf("Paragraph %d of many. ", i)}}})
	}
	rows := 0
	count := func() int {
		rows = 0
		all := test.LaidOutObjects(r.preview.list)
		for _, o := range all {
			if _, is := o.(*rowView); is {
				rows++
			}
		}
		return len(all)
	}
	r.preview.show(lay(d), true)
	for _, at := range []int{0, 50_000, 99_000} {
		r.preview.list.ScrollTo(at)
		if n := count(); n > 600 || rows == 0 || rows > 60 {
			t.Errorf("at row %d there are %d objects, %d rows", at, n, rows)
		}
	}
}

func TestEmptyNotesSayWhatToDoFirst(t *testing.T) {
	r := newRoom(t, desktest.New(t))
	says := func(want string) {
		t.Helper()
		if got := desktest.Said(r.middle); !strings.Contains(got, want) {
			t.Errorf("said is %q, want %q", got, want)
		}
	}
	says("There are no articles yet")
	article := r.AddArticle(t, store.Article{Title: "Harbour talks", Published: "2031-03-04"}, "Norvia opened the harbour.")
	says("press S for a statement, P for a position, A for an actor")
	r.choices.setKind(notes.KindIssues)
	says("Nobody takes a position yet")
	r.choices.setKind(notes.KindActors)
	says("Nobody says anything yet")
	r.choices.setKind(notes.KindArticles)
	body, err := text.NewBody("Norvia opened the harbour.")
	if err != nil {
		t.Fatal(err)
	}
	anchor, err := text.NewAnchor(body, text.Span{Start: 0, End: 6})
	if err != nil {
		t.Fatal(err)
	}
	r.Write(t, func(b *store.Batch) error {
		_, err := b.AddAnnotation(store.Annotation{Article: article.ID, Kind: store.KindHighlight, Anchor: anchor})
		return err
	})
	if _, is := r.body.Objects[0].(*control.VirtualList); !is {
		t.Errorf("said is %q", desktest.Said(r.middle))
	}
	r.choices.ask(notes.Options{In: store.ArticleFilter{From: "2040"}})
	says("Within the limits that stand above nothing is left")
	says("from")
	r.empty.Lead().Tapped(nil)
	if r.choices.isLimited() || r.body.Objects[0] != fyne.CanvasObject(r.preview.list) {
		t.Error("the limits are not taken off")
	}
	r.Desk.Close(t)
	r.View.Opened()
	says("No project is open.")
}

// What a document is limited to stands over it, and is taken off there.
func TestWhatTheNotesAreLimitedToIsTakenOffOverThem(t *testing.T) {
	r := sample(t)
	actor := r.Names.Called("Ilse Varonne").ID
	support := store.StanceSupport
	r.choices.ask(notes.Options{
		Kind: notes.KindActors, Actors: []store.ID{actor}, Marks: []store.Kind{store.KindPosition},
		In: store.ArticleFilter{From: "2025", Stance: &support, Actor: actor},
	})
	for want := 5; want > 0; want-- {
		if n := len(r.limits.Objects); n != want {
			t.Fatalf("%d limits are named, want %d", n, want)
		}
		r.limits.Objects[0].(*control.Button).Tapped(nil)
	}
	if r.choices.isLimited() || r.limits.Visible() {
		t.Errorf("left is %+v", r.choices.asked)
	}
}

func TestSavedSearchesAndCollectionsAreWhatTheNotesCanBeOn(t *testing.T) {
	r := sample(t)
	var search store.SavedSearch
	var collection store.Collection
	rows, _, err := r.Project.Articles(t.Context(), store.ArticleQuery{})
	if err != nil {
		t.Fatal(err)
	}
	r.Write(t, func(b *store.Batch) (err error) {
		if collection, err = b.AddCollection(store.Collection{Name: "Two"}); err != nil {
			return err
		}
		if err := b.Collect(collection.ID, rows[0].ID, rows[1].ID); err != nil {
			return err
		}
		search, err = b.SaveSearch(store.ID{}, "Late", store.ArticleFilter{From: "2026-03-20"})
		return err
	})
	about := func() string { return r.preview.pages.rows[1].text.String() }
	r.choices.setScope(collection.ID.String())
	if !strings.HasPrefix(about(), "2 articles") || r.choices.scope.Value() != collection.ID.String() {
		t.Errorf("of the collection it is said: %s", about())
	}
	r.choices.setScope(keyAll)
	if r.choices.isLimited() || !strings.HasPrefix(about(), "5 articles") {
		t.Errorf("after the collection it is said of all: %s", about())
	}
	r.choices.setScope(collection.ID.String())
	r.choices.setScope(search.ID.String())
	in := r.choices.asked.In
	if r.choices.from.Text() != "2026-03-20" || r.choices.scope.Value() != search.ID.String() || in.Collection != (store.ID{}) {
		t.Errorf("the saved search asks %+v", in)
	}
	r.choices.setScope(keyAll)
	if r.choices.isLimited() || !strings.HasPrefix(about(), "5 articles") {
		t.Errorf("of all it is said: %s", about())
	}
	r.choices.hand([]store.ID{rows[2].ID})
	if !strings.HasPrefix(about(), "1 article,") || r.choices.scope.Said() != "1 selected article" || r.choices.days.Visible() {
		t.Errorf("of one that is handed over it is said: %s", about())
	}
}

// All fields are reached with Tab, then the document.
func TestTheKeyboardReachesEveryChoiceAndTheDocument(t *testing.T) {
	r := sample(t)
	for _, kind := range notes.Kinds() {
		r.choices.setKind(kind)
		r.View.FilterList()
		reached := map[fyne.Focusable]bool{}
		for range 60 {
			reached[r.Window.Canvas().Focused()] = true
			r.Window.Canvas().FocusNext()
		}
		for field := range r.choices.keys() {
			f, is := field.(fyne.Focusable)
			if with, has := field.(interface{ Input() *control.Input }); has {
				f, is = with.Input(), true
			}
			if is && field.Visible() && !reached[f] {
				t.Errorf("%s: %T is not reached: %v", kind, field, field)
			}
		}
		for _, b := range r.buttons {
			if !reached[b] {
				t.Errorf("%s: the button %s is not reached", kind, b.AccessibilityLabel())
			}
		}
		if !reached[r.preview.list] {
			t.Errorf("%s: the document is not reached", kind)
		}
	}
}

func TestEnterLeadsFromAQuotationToItsWordsAndAlongLinks(t *testing.T) {
	r := sample(t)
	l := r.preview.list
	l.Focus()
	at := slices.IndexFunc(r.preview.pages.rows, func(r row) bool { return r.quote != nil })
	l.Select(at)
	r.press(fyne.KeyReturn)
	want := r.preview.pages.rows[at].quote.Of
	if len(r.Went) != 1 || r.Went[0].ID != want || r.Went[0].Article == (store.ID{}) {
		t.Errorf("it leads to %+v", r.Went)
	}
	l.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	r.press(fyne.KeyUp)
	l.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if r.press(fyne.KeyReturn); len(r.Went) != 1 {
		t.Errorf("from the heading above it, selected too, it leads to %+v", r.Went)
	}
	at = slices.IndexFunc(r.preview.pages.rows, func(r row) bool { return r.kind == rowItem && len(r.text) > 3 })
	for _, c := range []struct {
		keys []fyne.KeyName
		link int
	}{{nil, 0}, {[]fyne.KeyName{fyne.KeyRight}, 0}, {[]fyne.KeyName{fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft}, 0}} {
		l.Select(at)
		r.preview.linked = -1
		v := newRowView()
		v.fill(r.preview.pages.rows[at], -1)
		to, is := v.linkAt(c.link)
		if !is {
			t.Fatal("the first item leads nowhere")
		}
		r.press(append(c.keys, fyne.KeyReturn)...)
		if got := r.preview.pages.places[to.to]; l.Selected() != got {
			t.Errorf("%v: selected is row %d, want %d", c.keys, l.Selected(), got)
		}
	}
}

func TestOneComesBackToWhereALinkWasFollowed(t *testing.T) {
	r := sample(t)
	l := r.preview.list
	rows := r.preview.pages.rows
	first := slices.IndexFunc(rows, func(r row) bool { return r.kind == rowItem && len(r.text) > 3 })
	var went []int
	l.Focus()
	if r.Choose("Back in the Notes") {
		t.Error("one comes back from nowhere")
	}
	for _, at := range []int{first, first + 1} {
		l.Select(at)
		l.ScrollTo(at)
		r.press(fyne.KeyRight, fyne.KeyReturn)
		went = append(went, l.Selected())
	}
	if went[0] <= first+1 || went[1] <= first+1 {
		t.Fatalf("the links lead to %v", went)
	}
	r.preview.show(r.preview.pages, false) // made anew meanwhile
	for _, at := range []int{first + 1, first} {
		if !r.Choose("Back in the Notes") || l.Selected() != at || r.preview.linkIn(at) != 0 || !l.ShowsSelected() || !l.Focused() {
			t.Errorf("back from it row %d is selected, with the keyboard at link %d, want row %d", l.Selected(), r.preview.linkIn(at), at)
		}
	}
	if r.Choose("Back in the Notes") {
		t.Error("one comes back further than one went")
	}
}

func TestSelectedRowsAreExtendedAndASectionIsOneKeyMore(t *testing.T) {
	r := sample(t)
	l := r.preview.list
	l.Focus()
	l.Select(2)
	r.preview.picked.Begin(2)
	l.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	r.press(fyne.KeyDown, fyne.KeyDown)
	l.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if got := r.preview.selected(); !slices.Equal(got, []int{2, 3, 4}) {
		t.Errorf("selected are %v", got)
	}
	l.TypedRune('x')
	got := r.preview.selected()
	rows := r.preview.pages.rows
	if first := rows[got[0]]; first.kind != rowHeading || !slices.Contains(got, 4) {
		t.Errorf("selected are %v", got)
	}
	if end := got[len(got)-1] + 1; rows[end].kind != rowHeading || rows[end].level > rows[got[0]].level {
		t.Errorf("the section ends before %v", rows[end].text)
	}
}

func TestAWebAddressIsOpenedByTheSystemAndNoOther(t *testing.T) {
	for link, want := range map[string]string{
		"https://harbour.example/a": "https://harbour.example/a", "mailto:ada@harbour.example": "mailto:ada@harbour.example",
		"file:///etc/passwd": "", "javascript:alert(1)": "", "https:///nowhere": "", "smb://share/x": "",
	} {
		if got := shownAddress(link); got != want {
			t.Errorf("%s leads to %q, want %q", link, got, want)
		}
	}
}

// What is written while another view is in front is read when this one comes to the front, and once.
func TestTheDocumentFollowsTheProjectWhileItIsSeen(t *testing.T) {
	r := sample(t)
	times := 0
	show := r.making.shown
	r.making.shown = func(m made) { times++; show(m) }
	rename := func(name string) {
		actor := r.Names.Called("Bruno Hask")
		if actor.ID == (store.ID{}) {
			actor = r.Names.Called("B. Hask")
		}
		r.Write(t, func(b *store.Batch) error {
			return b.UpdateActor(actor.ID, func(a *store.Actor) { a.Name = name })
		})
	}
	r.choices.setKind(notes.KindActors)
	times = 0
	rename("B. Hask")
	if !strings.Contains(strings.Join(said(r.preview.pages), "\n"), "B. Hask") || times != 2 {
		t.Errorf("made %d times, and the name is the old one or not", times)
	}
	r.Desk.Changed = r.View.Changed
	r.Front = nil
	rename("Bruno Hask")
	r.AddArticle(t, store.Article{Title: "Harbour talks", Source: "The Varro Courier"}, "Norvia opened the harbour.")
	if times != 2 {
		t.Errorf("made %d times while nobody sees it", times)
	}
	r.Front = r.View
	r.View.Shown()
	if times != 4 || strings.Contains(strings.Join(said(r.preview.pages), "\n"), "B. Hask") {
		t.Errorf("made %d times when it is seen again", times)
	}
	if !slices.ContainsFunc(r.choices.facets.Sources, func(v store.ValueCount) bool { return v.Value == "The Varro Courier" }) {
		t.Error("the new source cannot be chosen")
	}
}
