package control

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/look"
)

// TokenField holds several items in order, each a chip, and a TypeAhead to add one.
// Backspace in the empty field takes the last one away.
type TokenField struct {
	widget.BaseWidget
	Keys
	OnChanged   func([]Item)
	OnSubmitted func() // Enter with nothing to pick
	OnDigit     func() // a digit picked one
	OnTyped     func() // other words than before stand in the field

	label label
	items []Item
	chips *Wrap
	add   *TypeAhead
}

// NewTokenField returns a field without items.
func NewTokenField(o TypeAheadOptions) *TokenField {
	t := &TokenField{label: newLabel(o.Caption), chips: NewWrap(look.Gap)}
	o.Caption = ""
	o.Items = t.without(o.Items)
	t.add = NewTypeAhead(o)
	t.add.input.Keys, t.add.input.label = &t.Keys, &t.label
	t.add.OnPick = func(i Item) {
		t.add.Clear()
		items := slices.Clone(t.items)
		if t.label.guessed {
			items = nil // it takes the place of the guess
		}
		t.change(append(items, i))
	}
	t.add.OnDigit = func() {
		if t.OnDigit != nil {
			t.OnDigit()
		}
	}
	t.add.OnFocus = func(focused bool) {
		if t.OnFocus != nil {
			t.OnFocus(focused)
		}
	}
	t.add.OnSubmitted = func() {
		if t.OnSubmitted != nil {
			t.OnSubmitted()
		}
	}
	t.add.OnTyped = func() {
		t.SetError("")
		t.yield()
		if t.OnTyped != nil {
			t.OnTyped()
		}
	}
	t.add.onEmptyArrow, t.add.onEmptyDelete = t.keep, t.drop
	t.add.OnEmptyBackspace = func() {
		if n := len(t.items); n > 0 {
			t.change(slices.Clone(t.items[:n-1]))
		}
	}
	t.ExtendBaseWidget(t)
	t.SetItems(nil)
	return t
}

// Items are those in the field, in their order.
func (t *TokenField) Items() []Item { return slices.Clone(t.items) }

// SetItems shows other items, without calling OnChanged.
func (t *TokenField) SetItems(items []Item) {
	t.label.setGuessed(false)
	t.items = slices.Clone(items)
	t.chips.Objects = nil
	for i, item := range t.items {
		chip := newChip(item)
		chip.OnRemove = func() { t.change(slices.Delete(slices.Clone(t.items), i, i+1)) }
		t.chips.Objects = append(t.chips.Objects, chip)
	}
	t.chips.Hidden = len(items) == 0
	t.chips.Refresh()
	t.Refresh()
}

// SetGuess shows items that were guessed, without calling OnChanged. Typing replaces them, and so does picking another; Delete clears
// them; the right arrow keeps them, so that typing adds to them.
func (t *TokenField) SetGuess(items []Item) {
	t.SetItems(items)
	t.label.setGuessed(len(items) > 0)
}

// yield gives up what was guessed when something else is typed.
func (t *TokenField) yield() {
	if t.label.guessed && t.Pending() != "" {
		t.change(nil)
	}
}

// keep takes what was guessed for what somebody picked.
func (t *TokenField) keep() bool {
	if !t.label.guessed {
		return false
	}
	t.change(t.items)
	return true
}

// drop gives up all that was guessed.
func (t *TokenField) drop() bool {
	if !t.label.guessed {
		return false
	}
	t.change(nil)
	return true
}

// Pending is what was typed and not picked.
func (t *TokenField) Pending() string { return t.add.Pending() }

// SetPending shows text as if it had been typed and left, for a draft.
func (t *TokenField) SetPending(text string) { t.add.SetText(text) }

// SetError shows a sentence below the field, until something is typed, picked or
// taken away; an empty one removes it.
func (t *TokenField) SetError(sentence string) {
	if t.label.setWrong(sentence) {
		t.Refresh()
	}
}

// Focus gives the field the keyboard.
func (t *TokenField) Focus() { t.add.Focus() }

// Focused says whether the keyboard is here.
func (t *TokenField) Focused() bool { return t.add.Focused() }

// Input is the entry itself, which has the focus when the field has.
func (t *TokenField) Input() *Input { return t.add.input }

// Unfold shows what can be added.
func (t *TokenField) Unfold() { t.add.Unfold() }

// Unfolded says whether the list of what can be picked is open.
func (t *TokenField) Unfolded() bool { return t.add.Unfolded() }

func (t *TokenField) change(items []Item) {
	t.SetError("")
	t.SetItems(items)
	if t.OnChanged != nil {
		t.OnChanged(t.Items())
	}
}

// without leaves out what is in the field already.
func (t *TokenField) without(all func(string) []Item) func(string) []Item {
	return func(query string) []Item {
		return slices.DeleteFunc(slices.Clone(all(query)), func(i Item) bool {
			return slices.ContainsFunc(t.items, func(have Item) bool {
				return have.ID == i.ID && !have.Words && (!have.New || i.New && have.Name == i.Name)
			})
		})
	}
}

// HeightFor is the field's height in that width, in pixels.
func (t *TokenField) HeightFor(width float32) float32 { return t.label.height(width, t.body(width)) }

func (t *TokenField) body(width float32) float32 {
	height := t.add.HeightFor(width)
	if t.chips.Visible() {
		height += t.chips.HeightFor(width) + look.Gap
	}
	return height
}

// CreateRenderer implements fyne.Widget.
func (t *TokenField) CreateRenderer() fyne.WidgetRenderer { return newDrawing(t) }

func (t *TokenField) objects() []fyne.CanvasObject {
	return append(t.label.objects(), t.chips, t.add)
}

func (t *TokenField) least() fyne.Size {
	return fyne.NewSize(90, t.HeightFor(max(90, t.Size().Width)))
}

func (t *TokenField) paint() {}

func (t *TokenField) arrange(size fyne.Size) {
	y := t.label.arrange(size.Width, t.body(size.Width))
	if t.chips.Visible() {
		height := t.chips.HeightFor(size.Width)
		place(t.chips, 0, y, size.Width, height)
		y += height + look.Gap
	}
	place(t.add, 0, y, size.Width, t.add.HeightFor(size.Width))
}
