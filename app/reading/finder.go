package reading

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/app/textview"
	"standpoint/app/words"
	"standpoint/store/text"
)

// finder finds words in a text. Its bar stands above the text and pushes
// it down; it never covers it.
type finder struct {
	desk    *desk.Desk
	text    *textview.View
	resized func() // the bar has appeared or gone
	left    func() // the keyboard is for the text again
	field   *control.Field
	count   *control.RichLine
	content *fyne.Container
	sought  text.Finder // what the project was searched for, as long as it is marked in the text; nil for nothing
	hits    []text.Span
	at      int
}

func newFinder(d *desk.Desk, in *textview.View, resized, left func()) *finder {
	b := &finder{
		desk: d, text: in, resized: resized, left: left,
		field: control.NewSearchField(lang.L("Find in this article"), ""), count: control.NewRichLine(1),
	}
	b.field.OnChanged = b.find
	b.field.OnSubmitted = func(string) { b.step(1) }
	b.field.OnCancel = b.leave
	b.field.OnKey = b.typedKey
	buttons := container.NewHBox(
		container.New(layout.NewCustomPaddedLayout(7, 0, 8, 8), container.New(&control.FixedWidth{Width: 90}, b.count)),
		control.NewIconButton(theme.MoveUpIcon(), lang.L("Previous"), desk.KeyFindPrevious.String(), func() { b.step(-1) }),
		control.NewIconButton(theme.MoveDownIcon(), lang.L("Next"), desk.KeyFindNext.String(), func() { b.step(1) }),
		control.NewIconButton(theme.CancelIcon(), lang.L("Close"), desk.KeyGiveUp.String(), b.leave),
	)
	bar := container.New(layout.NewCustomPaddedLayout(6, 6, 12, 12), container.NewBorder(nil, nil, nil, buttons, b.field))
	b.content = control.Stacked(control.Backed(look.ColorBar, bar), control.Line())
	b.content.Hide()
	return b
}

func (b *finder) object() fyne.CanvasObject { return b.content }

// mark marks what the project was searched for, all places of it, until Esc or the bar takes that away. The one at that span, or the first
// after its beginning, is the one that is looked at.
func (b *finder) mark(sought text.Finder, at text.Span) {
	b.close()
	b.sought = sought
	b.hits = sought.Places(b.text.Body())
	b.goFrom(at.Start)
	b.show()
}

// remark marks it in the text as it is now, after a change of that.
func (b *finder) remark() {
	if b.sought == nil {
		b.close()
		return
	}
	b.hits = b.sought.Places(b.text.Body())
	b.at = max(0, min(b.at, len(b.hits)-1))
	b.text.ShowFinds(b.hits, -1)
}

// unmark takes the marks of a search of the project away; false if there are none.
func (b *finder) unmark() bool {
	marked := b.sought != nil && len(b.hits) > 0
	if b.sought != nil {
		b.clear()
	}
	return marked
}

// clear has nothing found.
func (b *finder) clear() {
	b.sought, b.hits, b.at = nil, nil, 0
	b.text.ClearFinds()
}

// open shows the bar with what is selected, if that is within one line.
func (b *finder) open() {
	b.content.Show()
	if s := b.text.SelectedText(); s != "" && len(s) < 80 {
		b.field.SetText(s)
	}
	b.find(b.field.Text())
	b.field.Focus()
	b.field.SelectAll() // what is typed takes the place of the old words
	b.resized()
}

// leave goes back to the text with the hit one is at selected.
func (b *finder) leave() {
	if len(b.hits) > 0 {
		b.text.Select(b.hits[b.at])
	}
	b.close()
	b.left()
}

func (b *finder) close() {
	b.clear()
	if b.content.Visible() {
		b.content.Hide()
		b.resized()
	}
}

func (b *finder) find(query string) {
	b.sought, b.hits = nil, nil
	if body := b.text.Body(); body != nil && query != "" {
		b.hits = text.FindAll(body, query)
	}
	b.goFrom(b.text.ReadingPosition())
	b.show()
}

// goFrom makes the first hit at or after a place the one that is looked at, or the last of all.
func (b *finder) goFrom(pos int) {
	for b.at = 0; b.at < len(b.hits)-1 && b.hits[b.at].Start < pos; {
		b.at++
	}
}

// step goes to another hit, and around the ends.
func (b *finder) step(by int) {
	if len(b.hits) == 0 {
		return
	}
	b.at = (b.at + by + len(b.hits)) % len(b.hits)
	b.show()
}

func (b *finder) show() {
	said := ""
	switch {
	case b.sought != nil:
		b.tellMarked()
	case len(b.hits) > 0:
		said = words.Sentence("%d of %d", b.at+1, len(b.hits))
		b.text.ShowFinds(b.hits, b.at)
	case b.field.Text() != "":
		said = lang.L("not found")
		b.text.ClearFinds()
	default:
		b.text.ClearFinds()
	}
	b.count.SetRuns(control.Run{Text: said, Size: look.CaptionSize, Colour: look.ColorMuted})
}

// tellMarked shows where what the project was searched for stands, and says which of the places is looked at.
func (b *finder) tellMarked() {
	if len(b.hits) == 0 {
		b.text.ClearFinds()
		return
	}
	at := b.hits[b.at].Start
	b.text.Select(text.Span{Start: at, End: at}) // the keyboard goes on from there, too
	b.text.ShowFinds(b.hits, b.at)
	b.desk.Tell(words.Sentence("Place %d of %d. %s leads to the next, %s takes the marks away.", b.at+1, len(b.hits), desk.KeyFindNext,
		desk.KeyGiveUp))
}

func (b *finder) typedKey(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyDown:
		b.step(1)
	case fyne.KeyUp:
		b.step(-1)
	default:
		return b.desk.TypedKey(e)
	}
	return true
}
