package app

import (
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

// message is a box over the window that says something and waits for an answer.
// The keyboard is the box's while it is open: Enter presses the button that is
// likely wanted, Esc closes it, Tab goes to the other button.
type message struct {
	title   string            // "" for none
	body    fyne.CanvasObject // scrolls if the window is too low for it
	yes     string            // label of the button that Enter presses
	no      string            // label of the other one; "" when there is none
	agreed  func()            // what yes does beside closing the box; may be nil
	refused func()            // what no does; may be nil
	offer   bool              // no is something to do, not a refusal: Esc does not press it
	first   func()            // puts the focus where something is to be typed; nil: on the button
	key     fyne.KeyName      // closes the box as well: the key that opened it
	turn    int               // in which it was put: see Boxes

	popUp   *widget.PopUp
	overlay fyne.CanvasObject // how the window knows the box
	scroll  *container.Scroll
	button  *control.Button
}

const (
	messageLeast = 260 // width of the text in pixels
	messageMost  = 460
	messageLines = 60 // of one sentence
	messageBar   = 14 // room for the scroll bar
	messageRoom  = 60 // height of what is seen of a long text, at least
	messageEdge  = 24 // what is seen of the window above and below the box, at least
)

// Boxes are the messages over a window: one is shown, the others wait.
type Boxes struct {
	window   fyne.Window
	typed    func(*fyne.KeyEvent) bool // what becomes of keys that a box has no use for
	appears  func()                    // called before a box is shown
	messages []*message                // the first is shown, the others wait
	turn     int                       // counts the projects that were opened and left
}

// say shows text, each of its lines as a paragraph.
func (b *Boxes) say(title, text string) {
	b.post(&message{title: title, body: prose(text), yes: lang.L("Close")})
}

// ask puts a question and does something if the answer is yes.
func (b *Boxes) ask(title, question, yes string, agreed func()) {
	b.post(&message{title: title, body: prose(question), yes: yes, no: lang.L("Cancel"), agreed: agreed})
}

// post shows a message, after those that wait for an answer.
func (b *Boxes) post(m *message) {
	m.turn = b.turn
	b.messages = append(b.messages, m)
	if len(b.messages) == 1 {
		b.showMessage(m)
	}
}

func (b *Boxes) showMessage(m *message) {
	b.appears()
	c := b.window.Canvas()
	m.popUp = widget.NewModalPopUp(m.box(c.Size().Height, b.answer, b.typed), c)
	m.popUp.Show()
	m.overlay = c.Overlays().Top()
	if m.first != nil {
		m.first()
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
	m.popUp.Hide()
	if do != nil {
		do()
	}
	if len(b.messages) > 0 && b.messages[0].popUp == nil {
		b.showMessage(b.messages[0])
	}
}

// nextTurn begins with another project, or with none.
func (b *Boxes) nextTurn() { b.turn++ }

// withdraw takes back what was asked about the project that is left, as if the answer were no. What was only said stays.
func (b *Boxes) withdraw() {
	isAsked := func(m *message) bool { return m.turn == b.turn && (m.agreed != nil || m.refused != nil) }
	for i := slices.IndexFunc(b.messages, isAsked); i >= 0; i = slices.IndexFunc(b.messages, isAsked) {
		m := b.messages[i]
		b.messages = slices.Delete(b.messages, i, i+1)
		if m.popUp != nil {
			m.popUp.Hide()
		}
		if m.refused != nil && !m.offer {
			m.refused()
		}
	}
	if len(b.messages) > 0 && b.messages[0].popUp == nil {
		b.showMessage(b.messages[0])
	}
}

// outcome is what an answer does beside closing the box; nil if nothing.
func (m *message) outcome(yes bool) func() {
	if yes {
		return m.agreed
	}
	return m.refused
}

// isCovered says whether something over the window has the keyboard: a message,
// a dialog or a pop-up menu.
func (b *Boxes) isCovered() bool { return b.window.Canvas().Overlays().Top() != nil }

// typedOver uses a key while something covers the window; false leaves it to
// that.
func (b *Boxes) typedOver(e *fyne.KeyEvent) bool {
	if len(b.messages) == 0 || b.messages[0].overlay != b.window.Canvas().Overlays().Top() {
		return false
	}
	switch e.Name {
	case fyne.KeyEscape, b.messages[0].key:
		if b.messages[0].offer {
			b.dismiss(nil)
		} else {
			b.answer(false)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		b.answer(true)
	default:
		return b.messages[0].scrollBy(e.Name)
	}
	return true
}

// scrollBy moves the text by a key and says whether that is what the key is for.
func (m *message) scrollBy(key fyne.KeyName) bool {
	page := m.scroll.Size().Height
	by, ok := map[fyne.KeyName]float32{
		fyne.KeyUp: -40, fyne.KeyDown: 40, fyne.KeyPageUp: -page, fyne.KeyPageDown: page,
		fyne.KeyHome: -m.body.MinSize().Height, fyne.KeyEnd: m.body.MinSize().Height,
	}[key]
	if ok {
		m.scroll.ScrollToOffset(fyne.NewPos(0, max(m.scroll.Offset.Y+by, 0)))
	}
	return ok
}

// box lays the message out for a window of that height, in pixels. Its buttons
// answer; keys they have no use for go to typed.
func (m *message) box(height float32, answer func(yes bool), typed func(*fyne.KeyEvent) bool) fyne.CanvasObject {
	m.button = control.NewMainButton(m.yes, "", "", func() { answer(true) })
	m.button.OnKey = typed
	buttons := container.NewHBox(layout.NewSpacer(), m.button)
	if m.no != "" {
		no := control.NewTextButton(m.no, "", "", func() { answer(false) })
		no.OnKey = typed
		buttons = container.NewHBox(layout.NewSpacer(), no, m.button)
	}
	var title fyne.CanvasObject
	if m.title != "" {
		title = container.New(layout.NewCustomPaddedLayout(0, 8, 0, 0),
			control.NewRichLine(1, control.Run{Text: m.title, Bold: true, Size: look.HeadingSize}))
	}
	m.scroll = container.NewVScroll(m.body)
	box := container.New(layout.NewCustomPaddedLayout(18, 16, 22, 22-messageBar), container.NewBorder(
		title, container.New(layout.NewCustomPaddedLayout(16, 0, 0, messageBar), buttons), nil, nil, m.scroll))
	body := m.body.MinSize()
	m.scroll.SetMinSize(fyne.NewSize(body.Width+messageBar, 0))
	room := height - box.MinSize().Height - 2*messageEdge
	m.scroll.SetMinSize(fyne.NewSize(body.Width+messageBar, min(body.Height, max(room, messageRoom))))
	return box
}

// prose shows lines of text as paragraphs in a column that is easy to read.
func prose(text string) fyne.CanvasObject {
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
