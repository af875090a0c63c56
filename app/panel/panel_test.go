package panel

import (
	"context"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"standpoint/app/background"
	"standpoint/app/desk"
	"standpoint/app/desk/desktest"
	"standpoint/app/record"
	"standpoint/store"
	"standpoint/store/storetest"
)

// reader is a reading view that shows no text.
type reader struct {
	article store.Article
	focused int // times that the keyboard came to the text
}

func (r *reader) Article() store.Article { return r.article }
func (r *reader) Redress()               {}
func (r *reader) Rearrange()             {}
func (r *reader) Focus()                 { r.focused++ }
func (r *reader) PickProposal(store.ID)  {}
func (r *reader) EditProposal(store.ID)  {}

// room is a desk at which the panel is tested, beside a text.
type room struct {
	*desktest.Desk
	*Panel

	text *reader
	rows []store.ArticleRow
}

// newRoom makes a panel over the first article of a desk's project that has several positions.
func newRoom(t *testing.T, at *desktest.Desk) *room {
	t.Helper()
	rows, _, err := at.Project.Articles(t.Context(), store.ArticleQuery{})
	if err != nil {
		t.Fatal(err)
	}
	several := slices.IndexFunc(rows, func(r store.ArticleRow) bool { return r.Positions >= 3 })
	if several < 0 {
		t.Fatal("no article has several positions")
	}
	r := &room{Desk: at, text: &reader{article: rows[several].Article}, rows: rows}
	r.Panel = New(at.Desk, r.text)
	at.Changed = func(store.Event) { r.Panel.Reload() }
	at.Put(r.Object())
	r.Opened()
	return r
}

// key presses keys in what has the focus.
func (r *room) key(t *testing.T, keys ...fyne.KeyName) {
	t.Helper()
	for _, k := range keys {
		f := r.keyboard()
		if f == nil {
			t.Fatalf("nothing has the focus for %s", k)
		}
		f.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func (r *room) keyboard() fyne.Focusable { return r.Window.Canvas().Focused() }

// rowOf is where a row is in a list of annotations, by its own id.
func rowOf[T any](l *record.List[T], covers func(T) []store.ID, id store.ID) int {
	for i := range l.Rows.Len() {
		if row, ok := l.Rows.Row(i); ok && covers(row)[0] == id {
			return i
		}
	}
	return -1
}

func TestPanelHighlightsWhatWasChosenAndNothingElse(t *testing.T) {
	p := newRoom(t, desktest.NewSample(t))
	row, _ := p.positions.Rows.Row(2)
	p.positions.Widget.OnTapped(2)
	selected := func(when string, want store.ID) {
		t.Helper()
		if got, at := p.positions.Widget.Selected(), rowOf(p.positions, positionCovers, want); got != at {
			t.Errorf("%s: row %d is highlighted, want %d", when, got, at)
		}
	}
	selected("after the click", row.ID)
	p.scope.OnChanged(scopeProject)
	selected("in the whole project", row.ID)
	p.setOrder(string(store.PositionsByTarget))
	selected("by target", row.ID)
	p.filters.words.SetText("no such words")
	p.filters.clear()
	selected("after filtering", row.ID)

	p.Panel.Show(TabStatements)
	at := p.statements.Widget.Selected()
	if s, ok := p.statements.Rows.Row(at); !ok || s.ID != row.Statement {
		t.Errorf("statement %d is highlighted, want that of the position", at)
	}
	p.Panel.Show(TabPositions)
	p.scope.OnChanged(scopeArticle)
	for _, other := range p.rows {
		if other.ID != p.text.article.ID {
			p.text.article = other.Article
			break
		}
	}
	p.ShowArticle()
	selected("in another article", store.ID{})
}

func TestArrowsInThePanelLookOn(t *testing.T) {
	p := newRoom(t, desktest.NewSample(t))
	p.positions.Widget.Focus()
	p.key(t, fyne.KeyDown, fyne.KeyDown)
	if p.keyboard() != fyne.Focusable(p.positions.Widget) || p.positions.Widget.Selected() != 1 || len(p.Went) > 0 {
		t.Fatalf("the focus is in %T, row %d selected, and it led to %v", p.keyboard(), p.positions.Widget.Selected(), p.Went)
	}
	p.Reload()
	if p.positions.Widget.Selected() != 1 {
		t.Error("a reload loses the row that the keys came to")
	}
	row, _ := p.positions.Rows.Row(1)
	p.key(t, fyne.KeyReturn)
	want := []desk.Place{{Entity: store.EntityAnnotation, ID: row.ID, Article: row.Article}}
	if diff := cmp.Diff(want, p.Went); diff != "" {
		t.Errorf("Enter leads to (-want +got):\n%s", diff)
	}
}

func TestProjectSwitchForgetsWhatThePanelShowed(t *testing.T) {
	p := newRoom(t, desktest.NewSample(t))
	p.positions.Widget.OnTapped(1)
	p.filters.unfold()
	p.filters.words.SetText("toll")
	p.Reopen(t)
	p.Opened()
	if p.positions.Widget.Selected() != -1 || p.Filter != (Filter{}) || p.filters.object().Visible() {
		t.Errorf("row %d is highlighted, the filter is %+v", p.positions.Widget.Selected(), p.Filter)
	}
}

func TestFilterKeyLeadsToTheFieldsAndThenFoldsThem(t *testing.T) {
	p := newRoom(t, desktest.NewSample(t))
	f := p.filters
	f.toggle()
	if !f.content.Visible() || !f.words.Focused() {
		t.Fatal("the first press must unfold the fields and go there")
	}
	p.Window.Canvas().Unfocus()
	f.toggle()
	if !f.content.Visible() || !f.words.Focused() {
		t.Error("from elsewhere the key must lead back to the fields")
	}
	f.stance.Focus()
	f.toggle()
	if f.content.Visible() || p.text.focused != 1 {
		t.Errorf("from within the key must fold them and give the keyboard to the text, which got it %d times", p.text.focused)
	}
}

func TestFiltersLeaveRoomForTheListWhereThePanelIsLow(t *testing.T) {
	p := newRoom(t, desktest.NewSample(t))
	p.filters.toggle()
	p.Window.Resize(fyne.NewSize(356, LeastPanel+20))
	if got := p.lists.Size().Height; got < leastRows {
		t.Errorf("the list has %v pixels, want %v", got, leastRows)
	}
}

func TestACoderIsAskedForOnlyWhereThereAreSeveral(t *testing.T) {
	p := newRoom(t, desktest.NewSample(t))
	for coders, want := range map[int]bool{1: false, 2: true} {
		p.filters.named(coders)
		if p.filters.coder.Visible() != want {
			t.Errorf("with %d coders one is asked for: %v", coders, p.filters.coder.Visible())
		}
	}
	before := len(p.CoderItems(""))
	p.Write(t, func(b *store.Batch) error {
		_, err := b.AddCoder(store.Coder{Name: "Ben"})
		return err
	})
	if got := len(p.CoderItems("")); got != before+1 {
		t.Errorf("%d coders are offered after one more came to %d", got, before)
	}
}

// A card is chosen by picking its words in the text: its row is brought into sight without reading those above it.
func TestACardFarDownIsFoundByItsRank(t *testing.T) {
	at := desktest.New(t)
	size := storetest.Size{Articles: 300, Annotations: 3000, Actors: 120, Issues: 90}
	if _, err := storetest.Fill(t.Context(), at.Project, size); err != nil {
		t.Fatal(err)
	}
	p := newRoom(t, at)
	p.scope.OnChanged(scopeProject)
	all, total, err := at.Project.Statements(t.Context(), store.StatementQuery{})
	if err != nil || total < 800 {
		t.Fatalf("%d statements: %v", total, err)
	}
	read := 0
	list := record.NewList(at.Desk, func() background.Source[store.StatementRow] {
		source := p.statementSource()
		page := source.Page
		source.Page = func(ctx context.Context, p *store.Project, at store.Page) ([]store.StatementRow, int, error) {
			rows, total, err := page(ctx, p, at)
			read += len(rows)
			return rows, total, err
		}
		return source
	}, p.showStatement, statementCovers)
	test.NewTempWindow(t, list.Object()).Resize(fyne.NewSize(360, 500))
	list.Reload()
	for _, at := range []int{750, 3, total - 1, 400} {
		read = 0
		list.Choose(all[at].ID)
		if list.Widget.Selected() != at {
			t.Fatalf("row %d is selected, want %d", list.Widget.Selected(), at)
		}
		if row, ok := list.Rows.Row(at); !ok || row.ID != all[at].ID {
			t.Errorf("row %d is not read", at)
		}
		if read > 120 { // three pages: that of the row, and those that the view also touches
			t.Errorf("%d rows were read to show row %d", read, at)
		}
	}
	if position := all[600].Positions; len(position) > 0 { // a position leads to the row of its statement
		list.Choose(position[0].ID)
		if list.Widget.Selected() != 600 {
			t.Errorf("row %d is selected, want that of the statement", list.Widget.Selected())
		}
	}
	list.Choose(store.NewID())
	if list.Widget.Selected() != -1 {
		t.Errorf("row %d is selected for what is not listed", list.Widget.Selected())
	}
}

// However high the panel is, there is a height near it in which what is shown reaches its end.
func TestThePanelHasNoEmptyStripInAHeightThatFits(t *testing.T) {
	p := newRoom(t, desktest.NewSample(t))
	for height := p.BarHeight(); height < 2*LeastPanel; height++ {
		less, more := p.Fitting(height)
		if less > height || more < height || more-less > max(p.choices.MinSize().Height, leastList+1) {
			t.Fatalf("near %v fit %v and %v", height, less, more)
		}
		for _, fits := range []float32{less, more} {
			p.content.Resize(fyne.NewSize(356, fits))
			end := float32(0)
			for _, o := range p.content.Objects {
				if o.Visible() {
					end = max(end, o.Position().Y+o.Size().Height)
				}
			}
			if end < fits {
				t.Fatalf("in a height of %v, near %v, what is shown ends at %v", fits, height, end)
			}
		}
	}
}

// What is chosen in the list of proposals is what the next key is for.
func TestNoProposalIsChosenWhileAnAnnotationIs(t *testing.T) {
	p := newRoom(t, desktest.NewSample(t))
	rows := []Proposal{{ID: store.NewID(), Kind: store.KindMention}, {ID: store.NewID(), Kind: store.KindMention}}
	p.SetProposals(rows, "")
	p.Panel.Show(TabProposals)
	p.ChooseProposal(rows[1].ID)
	list := p.proposals.list.Widget
	if list.Selected() != 1 {
		t.Fatalf("row %d is chosen", list.Selected())
	}
	p.SelectAnnotation(store.NewID())
	if list.Selected() != -1 {
		t.Errorf("row %d is chosen", list.Selected())
	}
}
