// Package message is the boxes over the window that say something and wait for an answer.
package message

import (
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/control"
	"standpoint/app/look"
)

// Message is a box over the window that says something and waits for an answer.
// The keyboard is the box's while it is open: Enter presses the button that is
// likely wanted, Esc closes it, Tab goes to the other button.
type Message struct {
	Title   string            // "" for none
	Body    fyne.CanvasObject // scrolls if the window is too low for it
	Yes     string            // label of the button that Enter presses
	No      string            // label of the other one; "" when there is none
	Agreed  func()            // what yes does beside closing the box; may be nil
	Refused func()            // what no does; may be nil
	Offer   bool              // no is something to do, not a refusal: Esc does not press it
	Careful bool              // what yes does cannot be undone: no has the keyboard, and Enter presses it
	First   func()            // puts the focus where something is to be typed; nil: on the button
	Key     fyne.KeyName      // closes the box as well: the key that opened it
	turn    int               // in which it was put: see Boxes

	popUp   *widget.PopUp
	overlay fyne.CanvasObject // how the window knows the box
	scroll  *container.Scroll
	room    float32         // height that the window has for the body, in pixels
	button  *control.Button // that has the keyboard
}

const (
	messageLeast = 260 // width of the text in pixels
	messageMost  = 460
	messageLines = 60 // of one sentence
	messageBar   = 14 // room for the scroll bar
	messageRoom  = 60 // height of what is seen of a long text, at least
	messageSide  = 22 // what is left free at the left and right of what a box says
	messageEdge  = 24 // what is seen of the window above and below the box, at least
)

// Room is the width that a box has for what it says in a window of that width, in pixels.
func Room(window float32) float32 { return window - 2*messageSide }

// Boxes are the messages over a window: one is shown, the others wait.
type Boxes struct {
	Window   fyne.Window
	Typed    func(*fyne.KeyEvent) bool // what becomes of keys that a box has no use for
	Appears  func()                    // called before a box is shown
	YesKey   string                    // how the key is named that presses the button that is likely wanted
	NoKey    string                    // and that which closes a box
	messages []*Message                // the first is shown, the others wait
	turn     int                       // counts the projects that were opened and left
}

// Say shows text, each of its lines as a paragraph.
func (b *Boxes) Say(title, text string) {
	b.Post(&Message{Title: title, Body: Prose(text), Yes: lang.L("Close")})
}

// Ask puts a question and does something if the answer is yes.
func (b *Boxes) Ask(title, question, yes string, agreed func()) {
	b.Post(&Message{Title: title, Body: Prose(question), Yes: yes, No: lang.L("Cancel"), Agreed: agreed})
}

// AskCarefully asks as Ask does whether something is to be done that cannot be undone: Enter is a no.
func (b *Boxes) AskCarefully(title, question, yes, no string, agreed func()) {
	b.Post(&Message{Title: title, Body: Prose(question), Yes: yes, No: no, Agreed: agreed, Careful: true})
}

// Post shows a message, after those that wait for an answer.
func (b *Boxes) Post(m *Message) {
	m.turn = b.turn
	b.messages = append(b.messages, m)
	if len(b.messages) == 1 {
		b.showMessage(m)
	}
}

func (b *Boxes) showMessage(m *Message) {
	b.Appears()
	c := b.Window.Canvas()
	tips := control.NewTooltips(b.box(m, c.Size().Height, b.answer, b.Typed))
	m.popUp = widget.NewModalPopUp(tips, c)
	m.popUp.Show()
	control.CoverTooltips(c, tips)
	m.overlay = c.Overlays().Top()
	if m.First != nil {
		m.First()
		return
	}
	c.Focus(m.button)
}

// answer closes the message that is shown, and shows the next one.
func (b *Boxes) answer(yes bool) { b.dismiss(b.messages[0].outcome(yes)) }

// dismiss closes the message that is shown, does something unless it is nil, and
// shows the next one.
func (b *Boxes) dismiss(do func()) {
	m := b.messages[0]
	b.messages = b.messages[1:]
	b.hide(m)
	if do != nil {
		do()
	}
	if len(b.messages) > 0 && b.messages[0].popUp == nil {
		b.showMessage(b.messages[0])
	}
}

func (b *Boxes) hide(m *Message) {
	m.popUp.Hide()
	control.CoverTooltips(b.Window.Canvas(), nil)
}

// NextTurn begins with another project, or with none.
func (b *Boxes) NextTurn() { b.turn++ }

// Withdraw takes back what was asked about the project that is left, as if the answer were no. What was only said stays.
func (b *Boxes) Withdraw() {
	isAsked := func(m *Message) bool { return m.turn == b.turn && (m.Agreed != nil || m.Refused != nil) }
	for i := slices.IndexFunc(b.messages, isAsked); i >= 0; i = slices.IndexFunc(b.messages, isAsked) {
		m := b.messages[i]
		b.messages = slices.Delete(b.messages, i, i+1)
		if m.popUp != nil {
			b.hide(m)
		}
		if m.Refused != nil && !m.Offer {
			m.Refused()
		}
	}
	if len(b.messages) > 0 && b.messages[0].popUp == nil {
		b.showMessage(b.messages[0])
	}
}

// outcome is what an answer does beside closing the box; nil if nothing.
func (m *Message) outcome(yes bool) func() {
	if yes {
		return m.Agreed
	}
	return m.Refused
}

// IsCovered says whether something over the window has the keyboard: a message,
// a dialog or a pop-up menu.
func (b *Boxes) IsCovered() bool { return b.Window.Canvas().Overlays().Top() != nil }

// TypedOver uses a key while something covers the window; false leaves it to
// that.
func (b *Boxes) TypedOver(e *fyne.KeyEvent) bool {
	if len(b.messages) == 0 || b.messages[0].overlay != b.Window.Canvas().Overlays().Top() {
		return false
	}
	switch e.Name {
	case fyne.KeyEscape, b.messages[0].Key:
		if b.messages[0].Offer {
			b.dismiss(nil)
		} else {
			b.answer(false)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		b.answer(!b.messages[0].Careful)
	default:
		return b.messages[0].scrollBy(e.Name)
	}
	return true
}

// scrollBy moves the text by a key and says whether that is what the key is for.
func (m *Message) scrollBy(key fyne.KeyName) bool {
	page := m.scroll.Size().Height
	by, ok := map[fyne.KeyName]float32{
		fyne.KeyUp: -40, fyne.KeyDown: 40, fyne.KeyPageUp: -page, fyne.KeyPageDown: page,
		fyne.KeyHome: -m.Body.MinSize().Height, fyne.KeyEnd: m.Body.MinSize().Height,
	}[key]
	if ok {
		m.scroll.ScrollToOffset(fyne.NewPos(0, max(m.scroll.Offset.Y+by, 0)))
	}
	return ok
}

// box lays the message out for a window of that height, in pixels. Its buttons
// answer; keys they have no use for go to typed.
func (b *Boxes) box(m *Message, height float32, answer func(yes bool), typed func(*fyne.KeyEvent) bool) fyne.CanvasObject {
	buttons := b.buttons(m, answer, typed)
	var title fyne.CanvasObject
	if m.Title != "" {
		title = container.New(layout.NewCustomPaddedLayout(0, 8, 0, 0),
			control.NewRichLine(1, control.Run{Text: m.Title, Bold: true, Size: look.PageTitleSize}))
	}
	m.scroll = container.NewVScroll(m.Body)
	box := container.New(layout.NewCustomPaddedLayout(18, 16, messageSide, messageSide-messageBar), container.NewBorder(
		title, container.New(layout.NewCustomPaddedLayout(16, 0, 0, messageBar), buttons), nil, nil, m.scroll))
	m.scroll.SetMinSize(fyne.NewSize(m.Body.MinSize().Width+messageBar, 0))
	m.room = max(height-box.MinSize().Height-2*messageEdge, messageRoom)
	m.fit()
	return box
}

// buttons are those of a message: the last says yes.
func (b *Boxes) buttons(m *Message, answer func(yes bool), typed func(*fyne.KeyEvent) bool) fyne.CanvasObject {
	yes, no := control.NewMainButton, control.NewTextButton
	yesKey, noKey, noTip := b.YesKey, b.NoKey, ""
	switch {
	case m.Careful:
		yes, no, yesKey = no, yes, ""
	case m.Offer: // which Esc leaves alone
		noKey, noTip = "", lang.L("Do this, and close the box")
	}
	m.button = yes(m.Yes, "", yesKey, func() { answer(true) })
	m.button.OnKey = typed
	if m.No == "" {
		return container.NewHBox(layout.NewSpacer(), m.button)
	}
	other, agrees := no(m.No, noTip, noKey, func() { answer(false) }), m.button
	other.OnKey = typed
	if m.Careful {
		m.button = other
	}
	return container.NewHBox(layout.NewSpacer(), other, agrees)
}

// fit gives the box the height that its body needs, as far as there is room.
func (m *Message) fit() {
	body := m.Body.MinSize()
	height := float32(math.Ceil(float64(body.Height))) // else what is rounded off in laying it out brings up a scroll bar
	m.scroll.SetMinSize(fyne.NewSize(body.Width+messageBar, min(height, m.room)))
}

// Prose shows lines of text as paragraphs in a column that is easy to read.
func Prose(text string) fyne.CanvasObject {
	width := float32(messageLeast)
	var paragraphs []fyne.CanvasObject
	for line := range strings.Lines(text) {
		p := control.NewRichLine(messageLines, control.Run{Text: strings.TrimSpace(line)})
		width = max(width, p.NaturalWidth())
		paragraphs = append(paragraphs, p)
	}
	return container.New(&proseLayout{min(width, messageMost)}, control.NewFlow(8, paragraphs...))
}

// proseLayout gives its one object that width and the height it needs then.
type proseLayout struct{ width float32 }

func (l *proseLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.width, objects[0].(control.Tall).HeightFor(l.width))
}

func (l *proseLayout) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	objects[0].Resize(l.MinSize(objects))
	objects[0].Move(fyne.NewPos(0, 0))
}
