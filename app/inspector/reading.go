package inspector

import (
	"fyne.io/fyne/v2"

	"standpoint/app/desk"
	"standpoint/app/suggest"
	"standpoint/store"
	"standpoint/store/text"
)

// Reading is the view that shows the text of an article, as the pages at its side know it.
type Reading interface {
	Article() store.Article // the open one; its ID is zero while none is
	Annotations() []store.Annotation
	Unplaced() []store.Annotation // those whose words were changed in the text or taken away
	Body() *text.Body             // nil while no text is shown
	Selection() text.Span
	Remember() (back func()) // what it returns leads back to the article, the selected words and the picked mark of now

	OpenAt(article store.ID, then func()) // opens an article and then does something there
	Pick(store.ID)                        // makes an annotation the current one
	PickSaved(store.ID, *desk.Hold)       // the same for one that was just written, as soon as it has been read; the hold ends then
	Overview() (line, named string)       // whom the article names, in a line, and by name; "" if that is not known
	RenewProposals()                      // proposes what is asked for now
	Learnt() (*suggest.Learned, bool)     // what was learnt from the project; false as long as that is not known
	LearnAgain()                          // forgets that, and learns it anew
	Found() suggest.Findings              // what was found in the text to annotate, proposed or not; nothing until it has been read
	ShowPending([]text.Span)              // marks words that a form is about, as long as it is not saved
	Collapse()                            // gives up the selection

	HoldTyping() *desk.Hold // gives it the keyboard, and has what is typed wait there
	Focus()                 // gives the keyboard to the text, if it is in front
	HasFocus() bool
	ComeToFront()
	ShowAtLeft(fyne.CanvasObject) // in place of the list of articles; nil brings that back
	Rearrange()                   // makes room after the page grew or shrank
	UseSide()                     // shows the page, though there may be little room, as the keyboard goes there
	LingerAtSide()                // lets it be folded away, as nobody is at work there just now
	LeaveSide()                   // lets it fold away again where there is little room
}
