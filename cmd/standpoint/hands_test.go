//go:build window

package main_test

import (
	"image"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/app/look"
)

// cast is a project with an article, and those who are named in it.
const cast = `{
  "standpoint": 1,
  "articles": [{
    "id": "01970c3e-8a00-7000-8000-000000000001",
    "title": "Harbour talks begin in Port Varro",
    "source": "The Varro Courier",
    "published": "2031-03-04",
    "body": "Delegates of Norvia and Estmark met in Port Varro on Tuesday.\n\n` +
	`Mara Ellin, the trade minister of Norvia, told reporters: “We will keep the harbour open.” ` +
	`She did not say for how long."
  }],
  "actors": [
    {"id": "01970c3e-8a00-7000-8000-000000000002", "name": "Mara Ellin", "kind": "person"},
    {"id": "01970c3e-8a00-7000-8000-000000000003", "name": "Estmark", "kind": "state"}
  ],
  "issues": [{"id": "01970c3e-8a00-7000-8000-000000000004", "name": "Open harbour"}]
}`

// newCast makes the project and opens it in the window, with its article.
func newCast(d *display) (p *program, project string) {
	d.t.Helper()
	project, file := filepath.Join(d.home, "cast.standpoint"), filepath.Join(d.home, "cast.json")
	if err := os.WriteFile(file, []byte(cast), 0o600); err != nil {
		d.t.Fatal(err)
	}
	d.subcommand("new", project)
	d.subcommand("import", project, file)
	p = d.start(look.Light, project)
	p.settled()
	return p, project
}

// A statement with a position, a mention and a highlight, once without a mouse and
// once without a keyboard: what is in the project is the same.
func TestWindowByKeyboardAloneAndByMouseAlone(t *testing.T) {
	var notes [2]string
	for i, annotate := range []func(*program){(*program).annotateByKeyboard, (*program).annotateByMouse} {
		d := newDisplay(t, 1440, 900)
		p, project := newCast(d)
		annotate(p)
		p.untilRows(project, "annotations", 4)
		p.quit()
		written := filepath.Join(d.home, "notes.md")
		d.subcommand("export", project, "--format", "markdown", "--output", written)
		text, err := os.ReadFile(written)
		if err != nil {
			t.Fatal(err)
		}
		notes[i] = string(text)
	}
	if diff := cmp.Diff(notes[0], notes[1]); diff != "" || notes[0] == "" {
		t.Errorf("the notes differ:\n%s", diff)
	}
}

// annotateByKeyboard goes through the text with the caret and widens the selection.
func (p *program) annotateByKeyboard() {
	p.t.Helper()
	p.key("ctrl+Home")
	p.key("Down", "Down", "Home", "ctrl+Right", "ctrl+Right", "ctrl+Right", "ctrl+Right", "ctrl+Right", "ctrl+Right",
		"ctrl+Right", "ctrl+Right", "ctrl+Right", "ctrl+Right", "ctrl+Right") // into “We will keep …”
	p.key("x", "x") // the word, the quotation
	p.settled()
	p.key("s")
	p.settled()
	p.write("Open") // who speaks is told by the text
	p.settled()
	p.key("Return")
	p.settled()
	p.key("s")
	p.settled()
	p.keep("keyboard-statement")
	p.key("ctrl+Return")
	p.settled()

	p.key("ctrl+Home", "ctrl+Right", "ctrl+Right", "ctrl+Right", "ctrl+Right", "Right", "shift+ctrl+Right") // Estmark
	p.key("a")
	p.settled()
	p.key("Return", "ctrl+Return")
	p.settled()

	p.key("ctrl+Home", "ctrl+Right", "Left", "x", "h") // Delegates
	p.settled()
	p.key("ctrl+Return")
	p.settled()
	p.keep("keyboard-done")
}

// annotateByMouse drags over words, and takes everything from menus, fields and
// buttons.
func (p *program) annotateByMouse() {
	p.t.Helper()
	p.dragOver("Mara Ellin, the trade minister of Norvia, told reporters: ", "“We", "", "harbour open.”", "Statement")
	p.clickWord("who says it?", itemText, p.side())
	p.clickWord("Mara Ellin", itemText, p.side())
	p.clickWord("what is it about?", itemText, p.side())
	p.clickWord("Open harbour", itemText, p.side())
	p.clickWord("▲ support", buttonText, p.side())
	p.keep("mouse-statement")
	p.clickWord("Save", buttonText, p.side())

	// the form proposes who is called so
	p.dragOver("Delegates of Norvia and ", "Estmark", "Delegates of Norvia and ", "Estmark", "Actor (Mention)")
	p.clickWord("Save", buttonText, p.side())

	p.dragOver("", "Delegates", "", "Delegates", "Highlight")
	p.clickWord("Save", buttonText, p.side())
	p.keep("mouse-done")
}

// side is where the forms are, page where the text is.
func (p *program) side() image.Rectangle { return image.Rect(1084, 70, 1440, 880) }
func (p *program) page() image.Rectangle { return image.Rect(260, 70, 1084, 880) }

// dragOver drags from before the first word to behind the last, and chooses an entry
// of the menu of what is selected then. What stands before each word on its line is
// given too, as a line is drawn as a whole.
func (p *program) dragOver(before, first, beforeLast, last, entry string) {
	p.t.Helper()
	from, to := p.onPage(before, first), p.onPage(beforeLast, last)
	p.drag(from.Min.X+1, from.Min.Y+from.Dy()/2, to.Max.X-1, to.Min.Y+to.Dy()/2)
	p.do("click", "3")
	p.settled()
	p.clickWord(entry, itemText, p.page())
}

// onPage is where a word stands in the text, on a line that begins with what is
// before it.
func (p *program) onPage(before, word string) image.Rectangle {
	p.t.Helper()
	line := newReadingLabel(p, before+word)
	at := line.in(p.screen(), p.page())
	if at.Empty() {
		p.t.Fatalf("%q is not on the page; see %s", before+word, p.keep("failed-page"))
	}
	if before != "" {
		at.Min.X += newReadingLabel(p, before).size.X
	}
	return at
}
