package control

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// textList is a list of texts of different lengths.
func textList(texts *[]string) *VirtualList {
	return NewVirtualList(
		func() int { return len(*texts) }, nil,
		func() fyne.CanvasObject { return NewRichLine(4) },
		func(i int, row fyne.CanvasObject) { row.(*RichLine).SetRuns(Run{Text: (*texts)[i]}) },
	)
}

func manyTexts(n int) []string {
	texts := make([]string, n)
	for i := range texts {
		texts[i] = fmt.Sprintf("row %d%s", i, strings.Repeat(" and more words", i%9))
	}
	return texts
}

// inSight checks that the rows shown fill the view without gap or overlap, and
// returns the first and the last one.
func inSight(t *testing.T, l *VirtualList) (first, last int) {
	t.Helper()
	y := l.scroll.Offset.Y
	bottom := y + l.scroll.Size().Height
	end := float32(-1)
	first = -1
	for _, o := range l.content.rows {
		row := o.(*listRow)
		top := row.Position().Y
		if end >= 0 && (top < end+rowSpace-0.6 || top > end+rowSpace+0.6) {
			t.Fatalf("row %d begins at %v, the one before ends at %v", row.index, top, end)
		}
		if want := cardHeight(row.content, row.Size().Width); row.Size().Height < want-1 {
			t.Fatalf("row %d is %v high, its text needs %v", row.index, row.Size().Height, want)
		}
		end = top + row.Size().Height
		if first < 0 {
			first = row.index
			if top > y+rowSpace && first > 0 {
				t.Fatalf("the first row, %d, begins at %v, below the top of the view at %v", first, top, y)
			}
		}
		last = row.index
	}
	if last < l.length()-1 && end < bottom-rowSpace-0.6 {
		t.Fatalf("the last row, %d, ends at %v, above the bottom of the view at %v", last, end, bottom)
	}
	return first, last
}

func TestVirtualListMakesFewWidgets(t *testing.T) {
	texts := manyTexts(50_000)
	made := 0
	l := textList(&texts)
	create := l.create
	l.create = func() fyne.CanvasObject { made++; return create() }
	inWindow(t, l, 220, 400)
	for _, i := range []int{49_999, 0, 25_000, 25_010, 100} {
		l.ScrollTo(i)
		first, last := inSight(t, l)
		if i < first || i > last {
			t.Errorf("after going to row %d the rows %d to %d are in sight", i, first, last)
		}
	}
	if made > 40 {
		t.Errorf("%d row widgets made for 50 000 rows", made)
	}
}

func TestVirtualListKeepsItsPlaceWhileRowsAreMeasured(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		texts := manyTexts(rapid.IntRange(1, 300).Draw(rt, "rows"))
		l := textList(&texts)
		inWindow(t, l, 220, 300)
		for range rapid.IntRange(1, 12).Draw(rt, "steps") {
			dy := float32(rapid.IntRange(-700, 700).Draw(rt, "scroll"))
			l.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: dy}})
			inSight(t, l)
		}
	})
}

func TestVirtualListBySelectingWithKeys(t *testing.T) {
	texts := manyTexts(100)
	l := textList(&texts)
	var selected []int
	activated := -1
	l.OnSelected = func(i int) { selected = append(selected, i) }
	l.OnActivated = func(i int) { activated = i }
	w := inWindow(t, l, 220, 300)
	l.Focus()
	for range 11 {
		press(t, w, fyne.KeyDown)
	}
	if l.Selected() != 10 {
		t.Fatalf("Down eleven times selects row %d, want 10", l.Selected())
	}
	press(t, w, fyne.KeyUp)
	if l.Selected() != 9 {
		t.Errorf("Up from row 10 selects %d, want 9", l.Selected())
	}
	press(t, w, fyne.KeyEnd)
	if first, last := inSight(t, l); l.Selected() != 99 || last != 99 {
		t.Errorf("End selects %d, in sight %d to %d", l.Selected(), first, last)
	}
	press(t, w, fyne.KeyPageUp)
	if l.Selected() >= 99 || l.Selected() < 80 {
		t.Errorf("Page Up from row 99 selects %d", l.Selected())
	}
	press(t, w, fyne.KeyHome, fyne.KeyReturn)
	if l.Selected() != 0 || activated != 0 {
		t.Errorf("Home and Enter: selected %d, activated %d", l.Selected(), activated)
	}
	if len(selected) != 15 {
		t.Errorf("told of %d selections, want 15: %v", len(selected), selected)
	}
}

func TestVirtualListBySelectingWithTheMouse(t *testing.T) {
	texts := manyTexts(20)
	l := textList(&texts)
	selected, menu := 0, -1
	l.OnSelected = func(int) { selected++ }
	l.OnActivated = func(i int) { t.Errorf("a click activates row %d; that is for Enter", i) }
	l.OnMenu = func(i int, _ fyne.Position) { menu = i }
	w := inWindow(t, l, 220, 300)
	test.Tap(l.shown[2])
	test.Tap(l.shown[2])
	if w.Canvas().Focused() != fyne.Focusable(l) {
		t.Errorf("after a click %T has the keyboard", w.Canvas().Focused())
	}
	test.TapSecondary(l.shown[3])
	if selected != 2 || menu != 3 || l.Selected() != 3 { // what the menu does is done to the row that it is of
		t.Errorf("told %d times of a selection, want twice; menu %d, selected %d", selected, menu, l.Selected())
	}
	var tapped []int
	l.OnTapped = func(i int) { tapped = append(tapped, i) }
	test.Tap(l.shown[4])
	test.Tap(l.shown[4])
	if diff := cmp.Diff([]int{4, 4}, tapped); diff != "" || selected != 2 || l.Selected() != 4 {
		t.Errorf("clicks (-want +got):\n%s\nselected %d, told of %d selections", diff, l.Selected(), selected)
	}
}

// A list is shown anew when something was read, also while somebody holds a button down over it.
func TestARowKeepsItsWidgetWhenTheListIsShownAnew(t *testing.T) {
	texts := manyTexts(20)
	l := textList(&texts)
	inWindow(t, l, 220, 300)
	before := maps.Clone(l.shown)
	for range 5 { // maps are in another order each time
		l.Reload()
	}
	for i, row := range before {
		if l.shown[i] != row {
			t.Errorf("row %d is another widget now", i)
		}
	}
}

// Wherever a button is pressed in a list of rows of one line and of two, some row is meant; below the last none.
func TestEveryPlaceInAListIsOfARow(t *testing.T) {
	texts := []string{"one line", "two lines of words that are broken there", "one line", "two lines of words that are broken there"}
	l := textList(&texts)
	menus, clicked := map[int]bool{}, -1
	inWindow(t, l, 160, 400)
	l.OnMenu = func(i int, _ fyne.Position) { clicked = i }
	for y := float32(0); y < 400; y++ {
		clicked = -1
		under := l.under(y)
		under.(fyne.SecondaryTappable).TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(70, y)})
		if inList := y < l.heights.total(); inList != (clicked >= 0) && max(y-l.heights.total(), l.heights.total()-y) > 2*listEdge {
			t.Errorf("a click at %v of %v is in row %d", y, l.heights.total(), clicked)
		}
		menus[clicked] = true
		l.Select(0)
		under.(fyne.Tappable).Tapped(&fyne.PointEvent{Position: fyne.NewPos(70, y)})
		if clicked >= 0 && l.Selected() != clicked {
			t.Errorf("at %v the menu is of row %d, a click selects %d", y, clicked, l.Selected())
		}
	}
	if len(menus) != len(texts)+1 {
		t.Errorf("menus were asked for of %v", menus)
	}
}

// under is what gets a click at a height: the row there, else what the rows lie on.
func (l *VirtualList) under(y float32) fyne.CanvasObject {
	for _, row := range l.content.rows {
		if at := row.Position().Y; y >= at && y < at+row.Size().Height {
			return row
		}
	}
	return l.content
}

// headed is row content of two parts, of which only the card is highlighted.
type headed struct {
	*Flow
	card *RowCard
}

func (h *headed) SetHighlight(on Highlight) { h.card.SetHighlight(on) }

func TestVirtualListLeavesTheHighlightToContentOfTwoParts(t *testing.T) {
	l := NewVirtualList(func() int { return 3 }, nil, func() fyne.CanvasObject {
		h := &headed{card: NewRowCard(newText("card"))}
		h.Flow = NewFlow(4, newText("heading"), h.card)
		return h
	}, func(int, fyne.CanvasObject) {})
	inWindow(t, l, 220, 300)
	test.Tap(l.shown[1])
	row := l.shown[1]
	if got, want := row.content.(*headed).card.Highlight(), (Highlight{Selected: true, Focused: true}); got != want {
		t.Errorf("the card shows %+v, want %+v", got, want)
	}
	if row.backing.plate.Visible() {
		t.Error("the row round heading and card must draw nothing")
	}
	if l.shown[0].content.(*headed).card.Highlight() != (Highlight{}) {
		t.Error("another card is highlighted as well")
	}
}

func TestVirtualListReloads(t *testing.T) {
	texts := manyTexts(200)
	l := textList(&texts)
	inWindow(t, l, 220, 300)
	l.Select(150)
	texts = texts[:3]
	l.Reload()
	if first, last := inSight(t, l); first != 0 || last != 2 || l.Selected() != -1 || l.scroll.Offset.Y != 0 {
		t.Errorf("rows %d to %d, selected %d, offset %v", first, last, l.Selected(), l.scroll.Offset.Y)
	}
	texts = nil
	l.Reload()
	if len(l.content.rows) != 0 {
		t.Errorf("%d rows of an empty list", len(l.content.rows))
	}
	texts = []string{strings.Repeat("long ", 30)}
	l.Reload()
	texts[0] = "short"
	l.Reload()
	inSight(t, l)
	if l.shown[0].content.(*RichLine).Text() != "short" {
		t.Error("a row that was reloaded shows its old text")
	}
}

func TestVirtualListThatBecomesLowerKeepsTheSelectedRowInSight(t *testing.T) {
	texts := manyTexts(60)
	l := textList(&texts)
	inWindow(t, l, 220, 500)
	l.Select(9)
	l.Resize(fyne.NewSize(220, 120))
	if first, last := inSight(t, l); first > 9 || last < 9 {
		t.Errorf("rows %d to %d are in sight, want row 9", first, last)
	}
	l.ScrollToTop()
	l.Resize(fyne.NewSize(220, 80))
	if l.scroll.Offset.Y != 0 {
		t.Error("a row that was not in sight is no reason to scroll")
	}
}

func TestHeightsFindRowsByPlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var h heights
		n := rapid.IntRange(1, 70).Draw(t, "rows")
		h.reset(n)
		for range rapid.IntRange(0, 80).Draw(t, "measured") {
			i := rapid.IntRange(0, n-1).Draw(t, "row")
			h.set(i, float32(rapid.IntRange(1, 200).Draw(t, "height")))
		}
		y := float32(0)
		for i := range n {
			if got := h.top(i); got != y {
				t.Fatalf("row %d begins at %v, want %v", i, got, y)
			}
			if got := h.at(y); got != i {
				t.Fatalf("place %v lies in row %d, want %d", y, got, i)
			}
			if got := h.at(y + h.row[i]/2); got != i {
				t.Fatalf("the middle of row %d lies in row %d", i, got)
			}
			y += h.row[i]
		}
		if h.total() != y || h.at(y+100) != n-1 || h.at(-5) != 0 {
			t.Fatalf("total %v, want %v", h.total(), y)
		}
	})
}
