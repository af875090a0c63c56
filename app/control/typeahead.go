package control

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/look"
)

// TypeAheadOptions say what can be picked in a TypeAhead or TokenField.
type TypeAheadOptions struct {
	Caption     string
	PlaceHolder string
	// Items are those to search, given what is typed; they may be all there are each
	// time: the control finds those that fit.
	Items func(query string) []Item
	// Create offers an unknown name as a new item, of each of the Kinds if there are any.
	Create bool
	Kinds  []Kind
	// KindFor is the key of the kind that a new item of a name most likely is of, which is offered first; nil or "": any.
	KindFor func(name string) string
	// ByDigit is what a digit from 1 to 9 picks, typed over a guess or into the empty field; false: nothing, it is typed. May be nil.
	ByDigit func(n int) (Item, bool)
	// DigitsInList has a digit pick only while the list is in sight, which tells whom: else it is typed.
	DigitsInList bool
	// Words offers what is typed as mere words.
	Words bool
}

// TypeAhead picks one item by typing. What fits unfolds at the field, above what else is there; the arrow
// keys choose, Enter picks, Esc folds, and a second Esc is the form's.
type TypeAhead struct {
	widget.BaseWidget
	Keys
	OnPick      func(Item) // also for a new item and for mere words
	OnClear     func()     // the text was emptied
	OnEntered   func()     // after OnPick, if Enter picked it and not the mouse
	OnDigit     func()     // after OnPick, if a digit picked it
	OnSubmitted func()     // Enter with nothing to pick
	// OnEmptyBackspace is Backspace in the empty field; nil: it does nothing.
	OnEmptyBackspace func()
	OnTyped          func() // what stands in the field is not what was picked any more, or other words than before

	options TypeAheadOptions
	label   label
	input   *Input
	list    *pickList
	ring    *canvas.Rectangle
	detail  *RichLine
	finder  finder

	item    Item
	has     bool
	before  *Item   // what Esc brings back
	offered []offer // what the rows of the list stand for
	silent  bool    // the text changes, but nobody typed

	last   string // what stood in the field before the last letter
	letter string // that chose the kind of a guessed item, and may yet be the first of what is typed

	onEmptyArrow, onEmptyDelete func() bool // the right arrow, Delete in the empty field; true: it was of use
}

// offer is what picking a row of the list does.
type offer struct {
	item    Item
	nothing bool // the row only says that nothing fits
}

// NewTypeAhead returns an empty field.
func NewTypeAhead(o TypeAheadOptions) *TypeAhead {
	t := &TypeAhead{options: o, label: newLabel(o.Caption), input: newInput(), ring: newBox(), detail: NewCaption("")}
	t.finder.names = map[string]foldedName{}
	t.list = newPickList(t, func(i int) {
		t.pick(i)
		t.Focus() // the click has taken it away
	}, t.settle)
	t.input.Keys, t.input.label = &t.Keys, &t.label
	t.input.SetPlaceHolder(o.PlaceHolder)
	t.input.OnChanged = t.typed
	t.input.OnTyped = t.key
	t.input.OnFocus = t.focusChanged
	t.input.OnClick = t.clicked
	t.ExtendBaseWidget(t)
	return t
}

// SetItem shows a picked item, without calling OnPick.
func (t *TypeAhead) SetItem(i Item) {
	t.label.setGuessed(false)
	t.item, t.has, t.before = i, true, nil
	t.setText(i.Name)
	t.Fold()
	t.Refresh()
}

// SetGuess shows an item that was guessed, without calling OnPick. Typing replaces it; of a new one the first letter of a kind chooses
// that kind, as long as no other letter follows.
func (t *TypeAhead) SetGuess(i Item) {
	t.SetItem(i)
	if t.label.setGuessed(true) {
		t.Refresh()
	}
}

// Item is what was picked, and whether anything was.
func (t *TypeAhead) Item() (Item, bool) { return t.item, t.has }

// Pending is what was typed and not picked; a form that is saved with it would lose it.
func (t *TypeAhead) Pending() string {
	if t.has {
		return ""
	}
	return strings.TrimSpace(t.input.Text)
}

// SetText shows text as if it had been typed and left, for a draft.
func (t *TypeAhead) SetText(text string) {
	t.label.setGuessed(false)
	t.item, t.has, t.before = Item{}, false, nil
	t.setText(text)
	t.Refresh()
}

// Clear empties the field, without calling OnClear.
func (t *TypeAhead) Clear() {
	t.SetText("")
	t.Fold()
}

// SetError shows a sentence below the field and a red border, until something else is
// typed or picked; an empty one removes both.
func (t *TypeAhead) SetError(sentence string) {
	if t.label.setWrong(sentence) {
		t.Refresh()
	}
}

// Focus gives the field the keyboard.
func (t *TypeAhead) Focus() { focus(t.input, t.input) }

// Focused says whether the keyboard is here.
func (t *TypeAhead) Focused() bool { return t.input.Focused() }

// Input is the entry itself, which has the focus when the field has.
func (t *TypeAhead) Input() *Input { return t.input }

// Unfolded says whether the list is in sight.
func (t *TypeAhead) Unfolded() bool { return !t.list.Hidden }

// Unfold shows what fits the text, or all there is if it is empty or picked; nothing if there
// is nothing yet.
func (t *TypeAhead) Unfold() {
	query := strings.TrimSpace(t.input.Text)
	if t.has {
		query = ""
	}
	var rows []pickRow
	t.offered, rows = t.offers(query)
	t.list.show(rows, 0)
}

// Fold hides the list.
func (t *TypeAhead) Fold() {
	if t.Unfolded() {
		t.list.fold()
	}
}

func (t *TypeAhead) typed(text string) {
	if t.silent || t.choosesKind(text) || t.picksByDigit(text) {
		return
	}
	t.last = text
	if t.letter != "" && utf8.RuneCountInString(text) == 1 {
		text = t.letter + text
		t.setText(text)
	}
	t.letter = ""
	if t.has && text != t.item.Name {
		before := t.item
		t.label.setGuessed(false)
		t.item, t.has, t.before = Item{}, false, &before
		t.Refresh()
	}
	t.SetError("")
	if t.OnTyped != nil {
		t.OnTyped()
	}
	t.Unfold()
	if text == "" && t.OnClear != nil {
		t.OnClear()
	}
}

// choosesKind takes a letter that is typed over a new item that was guessed for that of a kind: the item becomes one of that kind and
// stays selected, so that the next letter replaces it, with the first before it.
func (t *TypeAhead) choosesKind(letter string) bool {
	if !t.has || !t.item.New || !t.label.guessed || t.letter != "" {
		return false
	}
	for _, k := range t.options.Kinds {
		if !k.beginsWith(letter) {
			continue
		}
		t.item.Kind, t.item.Detail, t.letter = k.Key, k.Word, letter
		t.setText(t.item.Name)
		t.input.SelectAll()
		t.Refresh()
		if t.OnPick != nil {
			t.OnPick(t.item)
		}
		return true
	}
	return false
}

// picksByDigit takes a digit that is typed over a guess or into the empty field for that of an item. What the field begins with is typed:
// somebody may be called “5th Squadron”.
func (t *TypeAhead) picksByDigit(typed string) bool {
	if t.options.ByDigit == nil || t.options.DigitsInList && !t.Unfolded() {
		return false
	}
	if len(typed) != 1 || typed < "1" || typed > "9" || strings.HasPrefix(t.last, typed) {
		return false
	}
	item, is := t.options.ByDigit(int(typed[0] - '0'))
	if !is {
		return false
	}
	t.letter = ""
	t.choose(item)
	if t.OnDigit != nil {
		t.OnDigit()
	}
	return true
}

// clicked shows what can be picked, as for the mouse there is no other way to it.
func (t *TypeAhead) clicked() {
	if !t.Unfolded() {
		t.Unfold()
	}
}

func (t *TypeAhead) key(e *fyne.KeyEvent) bool {
	if len(e.Name) > 1 && e.Name != fyne.KeySpace { // no letter follows
		t.letter = ""
	}
	switch e.Name {
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp:
		t.walk(e.Name)
	case fyne.KeyReturn, fyne.KeyEnter:
		t.enter()
	case fyne.KeyEscape:
		if !t.Unfolded() {
			return false
		}
		t.giveUp()
	case fyne.KeyRight:
		return t.input.Text == "" && t.onEmptyArrow != nil && t.onEmptyArrow()
	case fyne.KeyDelete:
		return t.input.Text == "" && t.onEmptyDelete != nil && t.onEmptyDelete()
	case fyne.KeyBackspace:
		if t.input.Text != "" || t.OnEmptyBackspace == nil {
			return false
		}
		t.OnEmptyBackspace()
	default:
		return false
	}
	return true
}

func (t *TypeAhead) walk(key fyne.KeyName) {
	if !t.Unfolded() {
		t.Unfold()
		return
	}
	t.list.move(map[fyne.KeyName]int{
		fyne.KeyDown: 1, fyne.KeyUp: -1, fyne.KeyPageDown: t.list.room - 1, fyne.KeyPageUp: 1 - t.list.room,
	}[key])
}

func (t *TypeAhead) enter() {
	switch {
	case t.Unfolded():
		if t.pick(t.list.current) && t.OnEntered != nil {
			t.OnEntered()
		}
	case t.Pending() != "":
		t.Unfold()
	case t.OnSubmitted != nil:
		t.OnSubmitted()
	}
}

// giveUp folds the list and brings back what was picked before the typing.
func (t *TypeAhead) giveUp() {
	t.Fold()
	if t.before != nil {
		t.choose(*t.before)
	}
}

func (t *TypeAhead) focusChanged(focused bool) {
	if focused && t.has {
		t.input.SelectAll()
	}
	if !focused && !t.list.pressed {
		t.settle()
	}
	t.Refresh()
	if t.OnFocus != nil {
		t.OnFocus(focused)
	}
}

// settle picks what was typed in full when the field is left.
func (t *TypeAhead) settle() {
	if t.Unfolded() && t.Pending() != "" {
		if found := t.finder.find(t.input.Text, t.options.Items(t.input.Text), 1); len(found) == 1 && found[0].Exact {
			t.choose(found[0].Item)
		}
	}
	t.Fold()
}

// pick does what a row of the list offers; false if it offers nothing.
func (t *TypeAhead) pick(row int) bool {
	if row < 0 || row >= len(t.offered) || t.offered[row].nothing {
		return false
	}
	item := t.offered[row].item
	t.choose(item)
	return true
}

func (t *TypeAhead) choose(item Item) {
	t.SetError("")
	t.SetItem(item)
	if t.OnPick != nil {
		t.OnPick(item)
	}
}

func (t *TypeAhead) setText(text string) {
	t.silent, t.last = true, text
	t.input.SetText(text)
	t.input.CursorColumn = len([]rune(text))
	t.silent = false
}

// HeightFor is the field's height in that width, in pixels.
func (t *TypeAhead) HeightFor(width float32) float32 { return t.label.height(width, t.body()) }

func (t *TypeAhead) body() float32 { return t.input.MinSize().Height }

// listAnchor is the entry, and the sentence below it if something is wrong.
func (t *TypeAhead) listAnchor() (top, bottom float32) {
	return t.input.Position().Y, max(t.input.Position().Y+t.body(), t.label.bottom())
}

// CreateRenderer implements fyne.Widget.
func (t *TypeAhead) CreateRenderer() fyne.WidgetRenderer { return newDrawing(t) }

func (t *TypeAhead) objects() []fyne.CanvasObject {
	return append(t.label.objects(), t.input, t.detail, t.ring)
}

func (t *TypeAhead) least() fyne.Size {
	return fyne.NewSize(90, t.HeightFor(max(90, t.Size().Width)))
}

func (t *TypeAhead) paint() {
	t.ring.Hidden, t.ring.StrokeColor = !t.label.isWrong(), look.Color(look.ColorError)
	t.input.TextStyle.Italic = t.has && t.item.Words
	t.input.Icon = nil
	if t.has && t.item.Colour != "" {
		t.input.Icon = dotIcon(t.item.Colour)
	}
	t.detail.Hidden = !t.has
	t.detail.SetText(t.item.Detail)
}

func (t *TypeAhead) arrange(size fyne.Size) {
	field := t.input.MinSize().Height
	top := t.label.arrange(size.Width, t.body())
	place(t.input, 0, top, size.Width, field)
	outline(t.ring, top, size.Width, field)

	x := inputText(t.input)
	x += Run{Text: t.input.Text, Italic: t.input.TextStyle.Italic}.width() + look.Inset
	room := max(size.Width-x-look.Inset, 0)
	height := t.detail.HeightFor(room)
	place(t.detail, x, top+(field-height)/2+0.5, room, height)
}

// dotIcon is a dot as an entry's leading picture. Fyne keeps pictures by their name.
func dotIcon(colour string) fyne.Resource {
	c := look.Tone(colour).Line
	hex := fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	svg := `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">` +
		`<circle cx="8" cy="9" r="4" fill="` + hex + `"/></svg>`
	return fyne.NewStaticResource("dot-"+hex+".svg", []byte(svg))
}
