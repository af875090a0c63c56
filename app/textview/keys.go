package textview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"standpoint/app/textview/internal/layout"
	"standpoint/store/text"
)

// FocusGained implements fyne.Focusable.
func (v *View) FocusGained() {
	v.focused = true
	v.redraw()
}

// FocusLost implements fyne.Focusable.
func (v *View) FocusLost() {
	v.focused, v.modifiers = false, 0
	v.redraw()
}

// TypedRune implements fyne.Focusable.
func (v *View) TypedRune(r rune) {
	if v.keeps(v.sendRune(r)) {
		return
	}
	if v.OnLetter != nil {
		v.OnLetter(r)
	}
}

// TakesLetters says that letters mean something while the view has the keyboard.
func (v *View) TakesLetters() bool { return v.OnLetter != nil }

// NextMark makes the mark after the current one, or after the caret, the current one.
func (v *View) NextMark() { v.stepMark(1) }

// PreviousMark makes the mark before the current one, or before the caret, the current one.
func (v *View) PreviousMark() { v.stepMark(-1) }

func (v *View) stepMark(by int) {
	if v.body == nil {
		return
	}
	id, ok := v.marks.step(v.Caret(), by)
	if !ok {
		return
	}
	extent := v.marks.extent(id)
	v.moveCaret(layout.Place{Pos: extent.Start}, false)
	v.Reveal(extent)
	v.pick(id)
}

// modifierKeys are the keys that change what others, and the mouse, do.
var modifierKeys = map[fyne.KeyName]fyne.KeyModifier{
	desktop.KeyShiftLeft: fyne.KeyModifierShift, desktop.KeyShiftRight: fyne.KeyModifierShift,
	desktop.KeyControlLeft: fyne.KeyModifierControl, desktop.KeyControlRight: fyne.KeyModifierControl,
	desktop.KeyAltLeft: fyne.KeyModifierAlt, desktop.KeyAltRight: fyne.KeyModifierAlt,
}

// KeyDown implements desktop.Keyable.
func (v *View) KeyDown(e *fyne.KeyEvent) {
	v.keeps(v.sendModifier(e, true))
	v.hold(v.modifiers | modifierKeys[e.Name])
}

// KeyUp implements desktop.Keyable.
func (v *View) KeyUp(e *fyne.KeyEvent) {
	v.keeps(v.sendModifier(e, false))
	v.hold(v.modifiers &^ modifierKeys[e.Name])
}

// hold knows the modifiers that are held down; what the mouse drags follows them at once.
func (v *View) hold(modifiers fyne.KeyModifier) {
	if modifiers == v.modifiers {
		return
	}
	v.modifiers = modifiers
	if p := &v.pointer; p.moved && (p.gesture == selecting || p.gesture == draggingEnd) {
		v.dragOn()
	}
}

// TypedKey implements fyne.Focusable.
func (v *View) TypedKey(e *fyne.KeyEvent) { v.typeKey(e, v.held()) }

// typeKey uses a key with which others are held down.
func (v *View) typeKey(e *fyne.KeyEvent, with fyne.KeyModifier) {
	if v.keeps(v.sendKey(e, with)) {
		return
	}
	if v.body != nil && v.layOut() && v.useKey(e.Name, with&fyne.KeyModifierShift != 0) {
		return
	}
	if v.OnKey != nil && v.OnKey(e) {
		return
	}
	if e.Name == fyne.KeySpace && v.body != nil && v.layOut() { // nobody has another use for it
		v.scrollBy(v.pageHeight())
	}
}

func (v *View) useKey(key fyne.KeyName, extend bool) bool {
	switch key {
	case fyne.KeyLeft, fyne.KeyRight:
		v.moveCaret(v.beside(key == fyne.KeyRight, extend), extend)
	case fyne.KeyUp, fyne.KeyDown:
		v.moveRow(key == fyne.KeyDown, extend)
	case fyne.KeyPageUp, fyne.KeyPageDown:
		v.movePage(key == fyne.KeyPageDown, extend)
	case fyne.KeyHome:
		v.moveCaret(layout.Place{Pos: v.column.RowAt(v.selection.caret).Span.Start}, extend)
	case fyne.KeyEnd:
		v.moveCaret(v.column.RowAt(v.selection.caret).EndPlace(), extend)
	case fyne.KeyReturn, fyne.KeyEnter:
		return v.open()
	case fyne.KeyEscape:
		return v.cancelAdjusting() || v.deselect()
	case desktop.KeyMenu:
		v.openMenuAtCaret()
	case fyne.KeyF10:
		if !extend {
			return false
		}
		v.openMenuAtCaret()
	default:
		return false
	}
	return true
}

// beside is the place next to the caret on the side of the arrow, as it is seen.
// Without Shift an arrow first leads to the end of what is selected.
func (v *View) beside(right, extend bool) layout.Place {
	selected := v.Selection()
	if extend || selected.Empty() {
		return v.column.Beside(v.selection.caret, right)
	}
	if right != v.column.RightToLeft(v.column.BlockAt(v.Caret())) {
		return layout.Place{Pos: selected.End, Upstream: true}
	}
	return layout.Place{Pos: selected.Start}
}

// moveRow moves the caret up or down by a row and keeps how far right it wants to be.
func (v *View) moveRow(down, extend bool) {
	row := v.column.RowAt(v.selection.caret)
	x := row.X(v.selection.caret.Pos)
	if v.selection.going {
		x = v.selection.goalX
	}
	next := v.column.Above(row)
	if down {
		next = v.column.Below(row)
	}
	to := v.endOfText(down)
	if next != nil {
		to = v.column.InRow(next, x)
	}
	v.moveCaret(to, extend)
	v.selection.goalX, v.selection.going = x, true
}

func (v *View) endOfText(end bool) layout.Place {
	if end {
		return layout.Place{Pos: v.body.Len()}
	}
	return layout.Place{}
}

// movePage scrolls by a page and takes the caret along, to where it was in the
// view; at the end of the text it goes to the end.
func (v *View) movePage(down, extend bool) {
	height := float64(v.measures.size.Height)
	row := v.column.RowAt(v.selection.caret)
	x := row.X(v.selection.caret.Pos)
	if v.selection.going {
		x = v.selection.goalX
	}
	y, near := v.nearY(row)
	if !near || y < 0 || y >= height {
		y = 0
	}
	dy := v.pageHeight()
	if !down {
		dy = -dy
	}
	before := v.anchor
	v.scrollBy(dy)
	to := v.column.InRow(v.rowAt(float32(y)+v.measures.rowHeight/2), x)
	if v.anchor == before {
		to = v.endOfText(down)
	}
	v.setCaret(to, extend)
	v.showWholeRow(v.column.RowAt(to))
	v.selection.goalX, v.selection.going = x, true
}

func (v *View) open() bool {
	id, ok := v.Current()
	if ok && v.OnOpen != nil {
		v.OnOpen(id)
	}
	return ok
}

// deselect gives up the selection, if there is one.
func (v *View) deselect() bool {
	if v.Selection().Empty() {
		return false
	}
	v.moveCaret(v.selection.caret, false)
	return true
}

// TypedShortcut implements fyne.Shortcutable. What the view has no use for goes
// on to the canvas.
func (v *View) TypedShortcut(s fyne.Shortcut) {
	if v.keeps(v.sendShortcut(s)) {
		return
	}
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		v.copy()
		return
	case *fyne.ShortcutSelectAll:
		v.selectAll()
		return
	case *desktop.CustomShortcut:
		if v.body != nil && v.layOut() && v.useShortcut(s) {
			return
		}
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(v).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// useShortcut moves by words, sentences, paragraphs and to the ends: with Control, and
// with Option or Command on a Mac.
func (v *View) useShortcut(s *desktop.CustomShortcut) bool {
	extend := s.Modifier&fyne.KeyModifierShift != 0
	if s.Modifier&^fyne.KeyModifierShift != fyne.KeyModifierShortcutDefault {
		return false
	}
	pos := v.Caret()
	backward := v.column.RightToLeft(v.column.BlockAt(pos))
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight:
		if (s.KeyName == fyne.KeyRight) != backward {
			v.moveCaret(layout.Place{Pos: v.body.NextWord(pos)}, extend)
		} else {
			v.moveCaret(layout.Place{Pos: v.body.PrevWord(pos)}, extend)
		}
	case fyne.KeyUp, fyne.KeyDown:
		v.moveCaret(layout.Place{Pos: v.paragraphBeside(s.KeyName == fyne.KeyDown)}, extend)
	case fyne.KeyPageUp, fyne.KeyPageDown:
		v.MoveBySentence(s.KeyName == fyne.KeyPageDown, extend)
	case fyne.KeyHome, fyne.KeyEnd:
		v.moveCaret(v.endOfText(s.KeyName == fyne.KeyEnd), extend)
	default:
		return false
	}
	return true
}

// MoveBySentence moves the caret to the start of the next sentence, or of its own or
// the one before; extend selects what it passes.
func (v *View) MoveBySentence(forward, extend bool) {
	if v.body == nil || !v.layOut() {
		return
	}
	to := v.body.PrevSentence(v.Caret())
	if forward {
		to = v.body.NextSentence(v.Caret())
	}
	v.moveCaret(layout.Place{Pos: to}, extend)
}

// paragraphBeside is the start of the paragraph after the caret, or of its own
// or the one before.
func (v *View) paragraphBeside(down bool) int {
	pos := v.Caret()
	paragraphs := v.body.Paragraphs()
	to := 0
	if down {
		to = v.body.Len()
	}
	for _, p := range paragraphs {
		if down && p.Start > pos {
			return p.Start
		}
		if !down && p.Start < pos {
			to = p.Start
		}
	}
	return to
}

func (v *View) copy() {
	if s := v.SelectedText(); s != "" {
		fyne.CurrentApp().Clipboard().SetContent(s)
	}
}

func (v *View) selectAll() {
	if v.body != nil {
		v.Select(text.Span{End: v.body.Len()})
		v.selected()
	}
}
