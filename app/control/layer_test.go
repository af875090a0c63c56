package control

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"
)

// listForm is a form with a field for names between others, in a page that scrolls.
type listForm struct {
	above, below *Field
	pick         *TypeAhead
	flow         *Flow
	page         *container.Scroll
	window       fyne.Window
}

func newListForm(t *testing.T, height float32) *listForm {
	t.Helper()
	f := &listForm{above: NewArea("Above", 4), below: NewArea("Below", 14), pick: NewTypeAhead(actors())}
	f.flow = NewFlow(8, f.above, f.pick, f.below)
	f.page = container.NewVScroll(f.flow)
	f.window = inWindow(t, f.page, 320, height)
	f.pick.Focus()
	return f
}

// places are where the parts of the form are.
func (f *listForm) places() []fyne.Position {
	return []fyne.Position{f.above.Position(), f.pick.Position(), f.below.Position(), {Y: f.flow.HeightFor(320)}, {Y: f.page.Offset.Y}}
}

// list is the list in sight; nil if there is none.
func (f *listForm) list() *pickList { return f.window.Canvas().Content().(*Layer).list }

func TestAListLiesOverWhatIsBelowAndNothingMoves(t *testing.T) {
	f := newListForm(t, 600)
	before := f.places()
	write(t, f.window, "n")
	list := f.list()
	if list == nil || !list.Visible() {
		t.Fatal("no list is unfolded")
	}
	if diff := cmp.Diff(before, f.places()); diff != "" {
		t.Errorf("what is below moved (-before +after):\n%s", diff)
	}
	top, bottom := list.Position().Y, list.Position().Y+list.Size().Height
	field := f.pick.Position().Y + f.pick.Size().Height
	if top < field || top > field+4 || bottom < f.below.Position().Y+60 {
		t.Errorf("the list is from %v to %v, the field ends at %v, the next begins at %v", top, bottom, field, f.below.Position().Y)
	}
	test.TapCanvas(f.window.Canvas(), fyne.NewPos(40, top+pickHeight/2+pickPadding))
	if item, ok := f.pick.Item(); !ok || item.Name != "Nordland" {
		t.Errorf("a click on the first row picks %q", item.Name)
	}
	if f.list() != nil {
		t.Error("the list is there after one was picked")
	}
}

func TestAListDoesNotHideWhatIsWrongWithItsField(t *testing.T) {
	f := newListForm(t, 600)
	f.pick.SetError("Something is wrong.")
	f.flow.Refresh()
	f.pick.Unfold()
	if sentence := f.pick.Position().Y + f.pick.label.bottom(); f.list().Position().Y < sentence {
		t.Errorf("the list begins at %v, the sentence ends at %v", f.list().Position().Y, sentence)
	}
}

func TestAListGoesUpWhereThereIsNoRoomBelow(t *testing.T) {
	f := newListForm(t, 196)
	top := f.pick.Position().Y
	for _, typed := range []string{"", "n", "o", "r", "d", "l"} {
		if write(t, f.window, typed); typed == "" {
			press(t, f.window, fyne.KeyDown)
		}
		list := f.list()
		if list.Position().Y < 0 || list.Position().Y+list.Size().Height > top+f.pick.input.Position().Y {
			t.Errorf("%q: the list is from %v on and %v high, the field begins at %v", f.pick.input.Text, list.Position().Y,
				list.Size().Height, top)
		}
	}
}

func TestAListIsAsWideAsItsRowsNeedAndInTheWindow(t *testing.T) {
	narrow := NewSelect("Act", []Option{{Key: "a", Word: "a"}, {Key: "b", Word: "a value of more words than the field has room for"}})
	w := inWindow(t, container.NewGridWithColumns(3, NewCaption(""), NewCaption(""), NewFlow(0, narrow)), 420, 300)
	test.Tap(narrow)
	list := w.Canvas().Content().(*Layer).list
	if list.Size().Width < 250 || list.Position().X < 0 || list.Position().X+list.Size().Width > 420 {
		t.Errorf("the list is %v wide at %v, in a window of 420", list.Size().Width, list.Position().X)
	}
	if name := list.lines[1].name; name.NaturalWidth() > name.Size().Width+1 {
		t.Errorf("the longer value needs %v and has %v", name.NaturalWidth(), name.Size().Width)
	}
}

func TestAListFoldsWhenItsFieldIsScrolledAway(t *testing.T) {
	f := newListForm(t, 300)
	write(t, f.window, "n")
	test.Scroll(f.window.Canvas(), fyne.NewPos(160, 20), 0, -30)
	if f.page.Offset.Y == 0 {
		t.Fatal("the page did not scroll")
	}
	if f.list() != nil || f.pick.Unfolded() {
		t.Error("the list is still there")
	}
}

func TestTheWheelOverAListIsThePagesWhereAllRowsAreInSight(t *testing.T) {
	f := newListForm(t, 300)
	f.pick.options.Create, f.pick.options.Words = false, false
	press(t, f.window, fyne.KeyDown)
	list := f.list()
	at := list.Position().AddXY(60, 20)
	test.Scroll(f.window.Canvas(), at, 0, -15)
	if f.page.Offset.Y != 15 || f.list() != nil {
		t.Errorf("the page is scrolled by %v, the list is there: %v", f.page.Offset.Y, f.list() != nil)
	}
	f.pick.options.Create, f.pick.options.Words = true, true
	write(t, f.window, "n")
	test.Scroll(f.window.Canvas(), at, 0, -15)
	if f.page.Offset.Y != 15 || f.list() == nil || list.first != 1 {
		t.Errorf("the page is scrolled by %v, the list from its row %d on", f.page.Offset.Y, list.first)
	}
}

func TestAListStaysAtItsFieldAndGoesWithIt(t *testing.T) {
	f := newListForm(t, 600)
	write(t, f.window, "n")
	at := f.list().Position().Y
	f.flow.SetObjects(f.pick, f.below)
	if list := f.list(); list == nil || list.Position().Y >= at {
		t.Error("the list did not follow its field")
	}
	f.flow.SetObjects(f.below)
	if f.list() != nil || f.pick.Unfolded() {
		t.Error("the list is still there without its field")
	}
}

func TestAFieldInABoxUnfoldsItsListAboveTheBox(t *testing.T) {
	below := NewTooltips(NewCaption("below"))
	w := inWindow(t, below, 400, 400)
	pick := NewTypeAhead(actors())
	box := NewTooltips(NewFlow(4, pick))
	w.Canvas().Overlays().Add(container.NewCenter(container.NewGridWrap(fyne.NewSize(200, 40), box)))
	CoverTooltips(w.Canvas(), box)
	pick.Focus()
	write(t, w, "n")
	list := box.layer.list
	if list == nil || below.layer.list != nil {
		t.Fatal("the list is not the box's")
	}
	if list.inSight() < 4 || list.Size().Height <= box.Size().Height {
		t.Errorf("%d rows are in sight in %v, the box is %v high", list.inSight(), list.Size().Height, box.Size().Height)
	}
}
