package control

import (
	"maps"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"standpoint/app/look"
)

// rowSet is what a list whose rows have only a number selects together.
type rowSet struct {
	of   int
	from int
	rows map[int]bool
	list *VirtualList
}

func (s *rowSet) Has(i int) bool { return s.rows[i] }
func (s *rowSet) Len() int       { return len(s.rows) }
func (s *rowSet) Drop()          { s.rows = map[int]bool{} }
func (s *rowSet) All()           { s.from = 0; s.ExtendTo(s.of - 1) }

func (s *rowSet) Turn(i int) {
	s.rows[i] = !s.rows[i]
	if !s.rows[i] {
		delete(s.rows, i)
	}
	s.from = i
	s.list.ShowTogether()
}

func (s *rowSet) ExtendTo(i int) {
	s.Drop()
	for at := min(i, s.from); at <= max(i, s.from); at++ {
		s.rows[at] = true
	}
	s.list.ShowTogether()
}

// newTogether is a list of texts, with the keyboard in its third row, and what it selects together.
func newTogether(t *testing.T) (*VirtualList, *rowSet) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	texts := manyTexts(30)
	l := textList(&texts)
	s := &rowSet{of: len(texts), rows: map[int]bool{}, list: l}
	l.Together, l.OnSelected = s, func(i int) { s.Drop(); s.from = i }
	w := test.NewTempWindow(t, l)
	w.Resize(fyne.NewSize(300, 900))
	l.Focus()
	l.Select(2)
	s.from = 2
	return l, s
}

func (s *rowSet) are(t *testing.T, when string, want ...int) {
	t.Helper()
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(s.rows))); diff != "" {
		t.Errorf("%s, selected are (-want +got):\n%s", when, diff)
	}
}

func withKey(name fyne.KeyName, m fyne.KeyModifier) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: name, Modifier: m}
}

func TestKeysSelectRowsTogether(t *testing.T) {
	l, s := newTogether(t)
	l.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	s.are(t, "Shift+Down twice", 2, 3, 4)
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	s.are(t, "and Shift+Up", 2, 3)
	if l.Selected() != 2 {
		t.Errorf("row %d is the selected one: what it shows would change with each key", l.Selected())
	}
	l.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	l.TypedShortcut(withKey(fyne.KeyDown, fyne.KeyModifierShortcutDefault))
	l.TypedShortcut(withKey(fyne.KeyDown, fyne.KeyModifierShortcutDefault))
	s.are(t, "Ctrl+Down moves the keyboard alone", 2, 3)
	l.TypedShortcut(withKey(fyne.KeySpace, fyne.KeyModifierShortcutDefault))
	s.are(t, "Ctrl+Space takes one in", 2, 3, 5)
	l.TypedShortcut(&fyne.ShortcutSelectAll{})
	if s.Len() != 30 {
		t.Errorf("Ctrl+A selects %d of 30", s.Len())
	}
	passed := 0
	l.OnKey = func(*fyne.KeyEvent) { passed++ }
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.are(t, "Esc"); passed != 0 || l.Selected() != 2 {
		t.Errorf("row %d is selected, Esc was passed on %d times", l.Selected(), passed)
	}
	if l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}); passed != 1 {
		t.Error("Esc is not passed on where nothing is selected together")
	}
	l.TypedShortcut(withKey(fyne.KeyDown, fyne.KeyModifierShift))
	l.TypedShortcut(withKey(fyne.KeyDown, fyne.KeyModifierShift))
	l.TypedShortcut(withKey(fyne.KeyDown, fyne.KeyModifierShift))
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if s.are(t, "an arrow alone"); l.Selected() != 6 {
		t.Errorf("it leads to row %d, not to that below the keyboard", l.Selected())
	}
}

func TestClicksSelectRowsTogether(t *testing.T) {
	l, s := newTogether(t)
	click := func(i int, m fyne.KeyModifier) {
		row := l.shown[i]
		row.MouseDown(&desktop.MouseEvent{Modifier: m, Button: desktop.MouseButtonPrimary})
		row.Tapped(&fyne.PointEvent{})
	}
	click(5, fyne.KeyModifierShift)
	s.are(t, "Shift and a click", 2, 3, 4, 5)
	click(9, fyne.KeyModifierShortcutDefault)
	click(3, fyne.KeyModifierShortcutDefault)
	s.are(t, "Ctrl and clicks", 2, 4, 5, 9)
	l.areSeen(t, s)
	click(3, fyne.KeyModifierShortcutDefault)
	s.are(t, "Ctrl and a click once more", 2, 3, 4, 5, 9)
	l.areSeen(t, s)
	click(7, 0)
	if s.are(t, "a click alone"); l.Selected() != 7 {
		t.Errorf("row %d is selected", l.Selected())
	}
}

// areSeen checks that the rows that are selected together have a tick and a colour, and no others.
func (l *VirtualList) areSeen(t *testing.T, s *rowSet) {
	t.Helper()
	for i, row := range l.shown {
		ticked := row.sign != nil && row.sign.Visible()
		if ticked != s.Has(i) || row.backing.Selected != s.Has(i) {
			t.Errorf("row %d has a tick: %v, is coloured: %v, selected: %v", i, ticked, row.backing.Selected, s.Has(i))
		}
	}
}

func TestRowsWithBoxesOfTheirOwnHaveABarWhereOthersHaveATick(t *testing.T) {
	l, s := newTogether(t)
	l.HasBoxes = true
	l.TypedShortcut(&fyne.ShortcutSelectAll{})
	l.areSeen(t, s)
	if sign := l.shown[0].sign; sign.Position().X != 0 || sign.Size().Width != barWidth || sign.Size().Height != l.shown[0].Size().Height {
		t.Errorf("the sign of a row stands at %v, %v large", sign.Position(), sign.Size())
	}
	bar := l.shown[0].sign.(*canvas.Rectangle)
	light := bar.FillColor
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Dark))
	l.shown[0].Refresh()
	if bar.FillColor == light || bar.FillColor != look.Color(look.ColorAccent) {
		t.Errorf("in a dark window the bar is %v, in a light one %v", bar.FillColor, light)
	}
}

func TestTheMenuOfARowIsOpenedByMouseAndKeys(t *testing.T) {
	l, s := newTogether(t)
	var at []int
	l.OnMenu = func(i int, _ fyne.Position) { at = append(at, i) }
	l.TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
	l.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftRight})
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF10})
	l.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftRight})
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF10}) // is another's
	s.Turn(4)
	l.shown[4].TappedSecondary(&fyne.PointEvent{})
	s.are(t, "the menu of one of them", 4)
	l.shown[6].TappedSecondary(&fyne.PointEvent{})
	if s.are(t, "the menu of another row"); l.Selected() != 6 {
		t.Errorf("row %d is selected", l.Selected())
	}
	if diff := cmp.Diff([]int{2, 2, 4, 6}, at); diff != "" {
		t.Error(diff)
	}
}
