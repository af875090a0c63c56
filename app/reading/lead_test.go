package reading

import (
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/panel"
)

// The keys that show a list of the panel lead the keyboard into it, and Esc leads back; a list without rows leaves it in the text.
func TestTheKeysOfTheListsLeadTheKeyboardIntoThem(t *testing.T) {
	r := newProposed(t)
	lead := func(label string) { r.Choose(label) }
	at := func() fyne.Focusable { return r.Window.Canvas().Focused() }
	r.view.Focus()
	lead("Statements")
	if r.view.panel.Tab != panel.TabStatements || !r.view.reader.hasFocus() {
		t.Errorf("with no statements, the keyboard is at %T", at())
	}
	lead("Proposals of the Article")
	if !r.view.panel.HasProposalFocus() {
		t.Fatalf("the keyboard is at %T", at())
	}
	r.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if _, is := r.view.proposing.current(); !is {
		t.Error("Down picks no proposal")
	}
	lead("Statements")
	if !r.view.reader.hasFocus() {
		t.Errorf("from a list that is gone to one without rows, the keyboard is at %T", at())
	}
	lead("Proposals of the Article")
	at().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !r.view.reader.hasFocus() {
		t.Errorf("after Esc the keyboard is at %T", at())
	}
	r.view.proposing.editAt(r.view.proposing.found.Proposals[0].ID)
	field := at()
	lead("Proposals of the Article")
	if at() != field {
		t.Errorf("out of a form it is led to %T", at())
	}
}

// Whoever goes on elsewhere while the rows of a list are read is not called away.
func TestAListThatIsReadLateTakesNoKeyboardAway(t *testing.T) {
	r := newProposed(t)
	r.step(t, "Monday")
	r.TypedLetter('y')
	r.view.Focus()
	for _, goesOn := range []bool{false, true} {
		letGo := r.HoldBack()
		r.Choose("Statements")
		if goesOn {
			r.Window.Canvas().Unfocus()
		}
		letGo()
		if r.IsInList() == goesOn {
			t.Errorf("gone on elsewhere %v: the keyboard is at %T", goesOn, r.Window.Canvas().Focused())
		}
		r.view.panel.Show(panel.TabPositions)
		r.view.Focus()
	}
}
