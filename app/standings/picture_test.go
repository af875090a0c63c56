package standings

import (
	"bytes"
	"image"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"standpoint/app/discourse"
	"standpoint/app/figure"
	"standpoint/app/look"
	"standpoint/store"
)

// id is an id of something.
func id(kind, n int) store.ID { return store.ID{0: byte(kind), 14: byte(n >> 8), 15: byte(n)} }

// large is a table of so many actors, each of whom stands on each of so many issues.
func large(actors, issues int) *figure.Sheet {
	h := &store.Holdings{Actors: map[store.ID]store.Name{}, Issues: map[store.ID]store.Name{}}
	for i := range actors {
		h.Actors[id(1, i)] = store.Name{ID: id(1, i), Name: "Norvia"}
	}
	for j := range issues {
		h.Issues[id(2, j)] = store.Name{ID: id(2, j), Name: "Toll"}
		for i := range actors {
			h.Positions = append(h.Positions, store.HeldPosition{
				ID: id(3, i*issues+j), Issue: id(2, j), Stance: store.StanceSupport, Holders: []store.Holder{{Actor: id(1, i)}}, Date: "2031",
			})
		}
	}
	return figure.NewTableSheet(discourse.Filter{}.Select(h), figure.Options{})
}

// shownPicture is a picture in a window, with what it told.
type shownPicture struct {
	*picture
	opened, gone []int
	pointed      int
	keys         []fyne.KeyName
}

func newShown(t testing.TB, s *figure.Sheet) *shownPicture {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(0))
	p := &shownPicture{picture: newPicture(), pointed: -1}
	p.onSpot, p.told = func() {}, func() string { return "" }
	p.onOpen, p.onGo = func(i int) { p.opened = append(p.opened, i) }, func(i int) { p.gone = append(p.gone, i) }
	p.onPoint = func(i int) { p.pointed = i }
	p.onWide, p.onMenu = func() {}, func(int, fyne.Position) {}
	p.onKey, p.onRune = func(e *fyne.KeyEvent) { p.keys = append(p.keys, e.Name) }, func(rune) {}
	w := test.NewTempWindow(t, p.picture)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 300))
	p.show(s, true)
	return p
}

func (p *shownPicture) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		p.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// isInSight reports whether the spot at which the keyboard is can be seen whole.
func (p *shownPicture) isInSight() bool {
	s := p.sheet.Spot(p.spot)
	low, high := p.positionOf(s.Low), p.positionOf(s.High)
	return low.X >= 0 && low.Y >= 0 && high.X <= p.Size().Width && high.Y <= p.Size().Height
}

func TestTheSpotAtWhichTheKeyboardIsComesIntoSight(t *testing.T) {
	p := newShown(t, large(60, 30))
	p.press(fyne.KeyHome)
	for _, k := range []fyne.KeyName{fyne.KeyEnd, fyne.KeyHome, fyne.KeyRight, fyne.KeyDown, fyne.KeyPageDown, fyne.KeyUp} {
		for range 20 {
			before := p.spot
			p.press(k)
			if !p.isInSight() {
				t.Fatalf("%s leads from %d to %d, out of sight", k, before, p.spot)
			}
		}
	}
	if p.spot == 0 || len(p.keys) > 0 {
		t.Errorf("the keyboard is at %d, handed on are %v", p.spot, p.keys)
	}
}

func TestAPictureIsZoomedAroundThePointer(t *testing.T) {
	p := newShown(t, large(60, 30))
	p.move(-200, -150)
	around := fyne.NewPos(300, 250)
	before, scale := p.placeAt(around), p.scale
	p.held = func() fyne.KeyModifier { return fyne.KeyModifierShortcutDefault }
	p.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: around}, Scrolled: fyne.NewDelta(0, 25)})
	after := p.placeAt(around)
	if p.scale <= scale || after.X-before.X > .01 || before.X-after.X > .01 || after.Y-before.Y > .01 || before.Y-after.Y > .01 {
		t.Errorf("at %v is %v, was %v; the scale is %v, was %v", around, after, before, p.scale, scale)
	}
	for range 100 {
		p.zoom(zoomStep, around)
	}
	if p.scale != mostScale {
		t.Errorf("it is made %v times as large", p.scale)
	}
	p.whole()
	if high := p.positionOf(figure.Point{X: p.sheet.Width, Y: p.sheet.Height}); high.X > 401 || high.Y > 301 {
		t.Errorf("the whole reaches to %v", high)
	}
}

func TestAPictureIsNotMovedBeyondItsEdges(t *testing.T) {
	p := newShown(t, large(60, 30))
	p.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(5000, 5000)})
	if p.from != (figure.Point{}) {
		t.Errorf("it begins at %v", p.from)
	}
	p.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -1e6)})
	if end := p.placeAt(fyne.NewPos(400, 300)); end.Y > p.sheet.Height+.01 {
		t.Errorf("it ends at %v of %v", end.Y, p.sheet.Height)
	}
}

func TestAClickOpensAndTwoClicksGoThere(t *testing.T) {
	p := newShown(t, large(6, 3))
	at := p.positionOf(p.sheet.Spot(4).Middle())
	now := time.Unix(0, 0)
	p.now = func() time.Time { return now }
	p.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	if p.pointed < 0 || p.sheet.Shape(p.pointed).Leads != p.sheet.Shape(p.sheet.Spot(4).Shape).Leads {
		t.Errorf("the pointer is at shape %d", p.pointed)
	}
	click := func() { p.Tapped(&fyne.PointEvent{Position: at}) }
	click()
	now = now.Add(twice + 1)
	click()
	if len(p.opened) != 2 || len(p.gone) != 0 || p.spot != 4 {
		t.Fatalf("opened %v, gone to %v, at %d", p.opened, p.gone, p.spot)
	}
	now = now.Add(twice - 1)
	click()
	if len(p.opened) != 2 || len(p.gone) != 1 {
		t.Errorf("two clicks: opened %v, gone to %v", p.opened, p.gone)
	}
	p.Tapped(&fyne.PointEvent{Position: fyne.NewPos(2, 298)})
	if len(p.opened)+len(p.gone) != 3 {
		t.Error("a click beside all opens something")
	}
}

func TestAPictureThatIsMadeAnewStaysWhereItWas(t *testing.T) {
	p := newShown(t, large(60, 30))
	p.press(fyne.KeyEnd)
	leads, from := p.sheet.Shape(p.shape()).Leads, p.from
	p.show(large(60, 30), false)
	if p.shape() < 0 || p.sheet.Shape(p.shape()).Leads != leads || p.from != from {
		t.Errorf("the keyboard is at %d, and %v at the upper left", p.spot, p.from)
	}
	p.show(large(2, 2), false)
	if p.spot != -1 || p.from.Y != 0 {
		t.Errorf("in another picture the keyboard is at %d, and %v at the upper left", p.spot, p.from)
	}
}

// sameImage reports whether two images show the same.
func sameImage(a, b image.Image) bool {
	return a.Bounds() == b.Bounds() && bytes.Equal(a.(*image.RGBA).Pix, b.(*image.RGBA).Pix)
}

func TestAMovedPictureIsAsIfItWereDrawnAnew(t *testing.T) {
	p := newShown(t, large(60, 30))
	p.move(0, -40)
	for i, by := range []fyne.Delta{{DX: -7, DY: -3}, {DX: -120, DY: 0}, {DX: 33.4, DY: 21.7}, {DX: 0, DY: 90}, {DX: -900, DY: -700}} {
		p.move(by.DX, by.DY)
		moved := p.draw(800, 600)
		p.last = drawing{}
		if !sameImage(moved, p.draw(800, 600)) {
			t.Errorf("after move %d it is not as drawn anew", i)
		}
	}
}

func TestNamesOfRowsAndColumnsStayInSight(t *testing.T) {
	p := newShown(t, large(60, 30))
	p.move(-500, -700)
	told := func(x, y float32) string {
		if i := p.at(fyne.NewPos(x, y)); i >= 0 {
			return p.sheet.Shape(i).Tip
		}
		return ""
	}
	stay := p.sheet.Stay
	find := func(want string, x1, y1, x2, y2 float64) bool {
		for x := x1; x < x2; x += 3 {
			for y := y1; y < y2; y += 3 {
				if told(float32(x), float32(y)) == want {
					return true
				}
			}
		}
		return false
	}
	head := (stay.Bottom - stay.Top) * p.scale
	if !find("Norvia (40)", 0, head, stay.Left*p.scale, 300) || !find("Toll (20)", stay.Left*p.scale, 0, 400, head) {
		t.Error("a name beside or above the cells that are seen is not there")
	}
	p.press(fyne.KeyHome)
	if low := p.positionOf(p.sheet.Spot(0).Low); low.X < float32(stay.Left*p.scale) || low.Y < float32(head) {
		t.Errorf("the first cell is at %v, under the names", low)
	}
}

func TestOnlyWhatIsSeenIsDrawn(t *testing.T) {
	p := newShown(t, large(60, 30))
	drawn := p.draw(800, 600).(*image.RGBA)
	if drawn.Rect.Dx() != 800 || drawn.Rect.Dy() != 600 {
		t.Errorf("it is %v large", drawn.Rect)
	}
	seen := func(p *shownPicture) float64 {
		p.move(-300, -300)
		return testing.AllocsPerRun(3, func() { p.last = drawing{}; p.draw(400, 300) })
	}
	few := seen(p)
	many := newShown(t, large(240, 75))
	if got := seen(many); got > few*1.2 {
		t.Errorf("of a picture ten times as large it takes %v allocations to draw the same part, of the small one %v", got, few)
	}
	if few, many := objectsIn(p.picture), objectsIn(many.picture); few != many {
		t.Errorf("a picture ten times as large is made of %d objects, the small one of %d", many, few)
	}
}

// objectsIn is of how many objects a picture is made.
func objectsIn(p *picture) int { return len(test.WidgetRenderer(p).Objects()) }

func TestOfWhatIsMuchAFewPixelsAreDrawnFirst(t *testing.T) {
	p := newShown(t, large(400, 120))
	var waiting []func()
	p.later = func(_ time.Duration, do func()) { waiting = append(waiting, do) }
	p.zoomTo(.1, fyne.Position{})
	p.draw(400, 300)
	first := p.zoomed(.1004)
	second := p.zoomed(.1002)
	if first.Bounds().Dx() != 400/coarseBy || second.Bounds().Dx() != 400/coarseBy {
		t.Fatalf("they are %v and %v large", first.Bounds(), second.Bounds())
	}
	for len(waiting) > 0 {
		do := waiting[0]
		waiting = waiting[1:]
		do()
	}
	sharp := p.draw(400, 300)
	p.last = drawing{}
	if !sameImage(sharp, p.draw(400, 300)) {
		t.Error("at rest it is not drawn sharp")
	}
}

// Somebody goes to another tab before a picture that was drawn with few pixels is sharp.
func TestAPictureThatIsGoneIsNotDrawnSharp(t *testing.T) {
	p := newShown(t, large(400, 120))
	var waiting []func()
	p.later = func(_ time.Duration, do func()) { waiting = append(waiting, do) }
	p.zoomTo(.1, fyne.Position{})
	p.draw(400, 300)
	p.zoomed(.1004)
	p.show(nil, true)
	for _, do := range waiting {
		do()
	}
	if len(waiting) != 1 || p.sheet != nil {
		t.Errorf("%d were to be drawn sharp", len(waiting))
	}
}

// zoomed is what is drawn at another scale.
func (p *shownPicture) zoomed(scale float64) image.Image {
	p.zoomTo(scale, fyne.Position{})
	return p.draw(400, 300)
}

func TestWhatIsToldAtThePointerGoesWhenThePictureMoves(t *testing.T) {
	p := newShown(t, large(60, 30))
	spot := func() fyne.Position { return p.positionOf(p.sheet.Spot(154).Middle()) }
	for name, move := range map[string]func(){
		"the wheel":      func() { p.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -30)}) },
		"a larger scale": func() { p.zoom(1.1, spot()) },
	} {
		at := spot()
		p.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
		if p.pointed < 0 {
			t.Fatal("nothing is told")
		}
		if move(); p.pointed >= 0 {
			t.Errorf("after %s it is still told", name)
		}
	}
}
