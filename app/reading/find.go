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
	"standpoint/app/words"
	"standpoint/store/text"
)

// findBar finds words in the open article. It stands above the text and pushes
// it down; it never covers it.
type findBar struct {
	reader  *reader
	field   *control.Field
	count   *control.RichLine
	content *fyne.Container
	hits    []text.Span
	at      int
}

func newFindBar(r *reader) *findBar {
	b := &findBar{reader: r, field: control.NewSearchField(lang.L("Find in this article"), ""), count: control.NewRichLine(1)}
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

func (b *findBar) object() fyne.CanvasObject { return b.content }

// open shows the bar with what is selected, if that is within one line.
func (b *findBar) open() {
	b.content.Show()
	if s := b.reader.View.SelectedText(); s != "" && len(s) < 80 {
		b.field.SetText(s)
	}
	b.find(b.field.Text())
	b.field.Focus()
	b.reader.Content.Refresh()
}

// leave goes back to the text with the hit one is at selected.
func (b *findBar) leave() {
	if len(b.hits) > 0 {
		b.reader.View.Select(b.hits[b.at])
	}
	b.close()
	b.reader.Focus()
}

func (b *findBar) close() {
	if !b.content.Visible() {
		return
	}
	b.content.Hide()
	b.hits = nil
	b.reader.View.ClearFinds()
	b.reader.Content.Refresh()
}

func (b *findBar) find(query string) {
	b.hits, b.at = nil, 0
	if body := b.reader.View.Body(); body != nil && query != "" {
		b.hits = text.FindAll(body, query)
	}
	from := b.reader.View.ReadingPosition()
	for b.at < len(b.hits)-1 && b.hits[b.at].Start < from {
		b.at++
	}
	b.show()
}

// step goes to another hit, and around the ends.
func (b *findBar) step(by int) {
	if len(b.hits) == 0 {
		return
	}
	b.at = (b.at + by + len(b.hits)) % len(b.hits)
	b.show()
}

func (b *findBar) show() {
	said := ""
	switch {
	case len(b.hits) > 0:
		said = words.Sentence("%d of %d", b.at+1, len(b.hits))
		b.reader.View.ShowFinds(b.hits, b.at)
	case b.field.Text() != "":
		said = lang.L("not found")
		b.reader.View.ClearFinds()
	default:
		b.reader.View.ClearFinds()
	}
	b.count.SetRuns(control.Run{Text: said, Size: look.CaptionSize, Colour: look.ColorMuted})
}

func (b *findBar) typedKey(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyDown:
		b.step(1)
	case fyne.KeyUp:
		b.step(-1)
	default:
		return b.reader.desk.TypedKey(e)
	}
	return true
}
