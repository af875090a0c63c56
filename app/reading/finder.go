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

// open shows the bar with what is selected, if that is within one line.
func (b *finder) open() {
	b.content.Show()
	if s := b.text.SelectedText(); s != "" && len(s) < 80 {
		b.field.SetText(s)
	}
	b.find(b.field.Text())
	b.field.Focus()
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
	if !b.content.Visible() {
		return
	}
	b.content.Hide()
	b.hits = nil
	b.text.ClearFinds()
	b.resized()
}

func (b *finder) find(query string) {
	b.hits, b.at = nil, 0
	if body := b.text.Body(); body != nil && query != "" {
		b.hits = text.FindAll(body, query)
	}
	from := b.text.ReadingPosition()
	for b.at < len(b.hits)-1 && b.hits[b.at].Start < from {
		b.at++
	}
	b.show()
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
