package reading

import "standpoint/app/desk"

// seat is where a part of the view works: at the desk, and behind the view as far as its parts know it.
type seat struct {
	*desk.Desk

	view desk.View
	open *contents // what is shown of the open article
}

// isInFront reports whether the view is.
func (s seat) isInFront() bool { return s.IsInFront(s.view) }

// comeToFront shows the view.
func (s seat) comeToFront() { s.Show(s.view) }

// inFront brings the view to the front before it does something.
func (s seat) inFront(do func()) func() {
	return func() { s.comeToFront(); do() }
}

// isReading reports whether the text of an article is in front.
func (s seat) isReading() bool { return s.open.hasArticle() && s.isInFront() }
