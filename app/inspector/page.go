package inspector

import (
	"fyne.io/fyne/v2"

	"standpoint/store"
	"standpoint/store/text"
)

// page is what the stage shows at the moment.
type page interface {
	objects() []fyne.CanvasObject
	footer() fyne.CanvasObject // stays in view while the rest scrolls; may be nil
	focus()
}

// workPage is a page on which something is filled in: about an article, or begun beside one.
type workPage interface {
	page
	of() store.ID  // the article; zero where none was open
	keepDraft()    // keeps what is filled in, until it is saved or dropped
	forget()       // drops the draft: it is saved
	again() func() // opens the page again as it was left; nil if nothing on it is worth that
	save()
}

// What some pages do beside that.
type (
	// looker is a page that may be only looked at: another may take its place.
	looker interface{ isAtWork() bool }

	// marking is a page about words of the text that are marked there until it is saved.
	marking interface{ pending() []text.Span }

	// wide is a page that also shows something in place of the list of articles.
	wide interface {
		atLeft() fyne.CanvasObject
		left() // another page is shown now
	}

	// telling is a page that tells what of it is out of sight.
	telling interface{ tellUnseen() }

	// turnedFrom is a page that leads back to the one it was opened from.
	turnedFrom interface{ goBack() }

	// touring is a page from which somebody looks at other articles; when it is left they are where they began.
	touring interface{ comeBack() }
)
