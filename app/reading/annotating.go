package reading

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/notes"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/text"
)

// annotating is what is done with the selected words and with the annotation at hand.
type annotating struct {
	*picking

	search func(words string) // in the whole project

	referenceForm notes.ReferenceForm // in which the last citation was copied
	referring     background.Latest
}

// searchable are the selected words, if there are any to look for elsewhere.
func (a *annotating) searchable() (string, bool) {
	return strings.TrimSpace(a.reader.text.SelectedText()), a.desk.isReading() && a.reader.hasWords()
}

// selected is the selection, if there are words in it that can be annotated.
func (a *annotating) selected() (text.Span, bool) {
	return a.reader.text.Selection(), a.desk.CanWrite() && a.desk.isReading() && a.reader.hasWords()
}

// edit puts the focus into the form of an annotation.
func (a *annotating) edit(id store.ID) { a.inspector.EditSaved(id) }

// preview shows in its form which words an annotation would be about.
func (a *annotating) preview(id store.ID, spans []text.Span) { a.inspector.PreviewSpans(id, spans) }

// adjust writes which words an annotation is about now. If its form has changes
// that are not saved, they become part of these.
func (a *annotating) adjust(id store.ID, spans []text.Span) {
	if a.inspector.TakeSpans(id, spans) {
		return
	}
	anchor, err := text.NewAnchor(a.reader.text.Body(), spans...)
	if a.desk.Failed(err) {
		return
	}
	a.desk.Do(store.TitleForAdjusting(a.inspector.KindOf(id)), func(b *store.Batch) error {
		return b.UpdateAnnotation(id, func(n *store.Annotation) { n.Anchor = anchor })
	}, func(err error) {
		if a.desk.Failed(err) {
			a.preview(id, a.desk.open.spansOf(id))
		}
	})
}

// fetch fills the field that had the keyboard with words that were selected for it, and gives the keyboard back to it: a moment later,
// for once a button was released the driver takes it from what does not lie under the mouse.
func (a *annotating) fetch(field fyne.Focusable, s text.Span) {
	a.desk.Work.OnUI(func() {
		if a.desk.CanWrite() {
			a.inspector.Take(field, s)
		}
	})
}

// deleteSeen deletes the picked annotation if it can be seen: its words in the text,
// or its form. Else it is shown first, for nobody deletes what they no longer look at.
func (a *annotating) deleteSeen(id store.ID) {
	if !a.reader.sees(id) && a.inspector.Annotation() != id {
		a.reader.flash(a.desk.open.spansOf(id))
		a.desk.Tell(words.Sentence("This is the current mark. Press %s again to delete it.", desk.KeyDelete))
		return
	}
	a.inspector.Delete(id)
}

// linkable is the name whose places can be linked: the selected words, or the actor whom the current mark names.
func (a *annotating) linkable() (store.Name, bool) {
	if !a.desk.CanWrite() || !a.desk.isInFront() {
		return store.Name{}, false
	}
	if a.reader.hasWords() {
		return store.Name{Name: a.reader.text.SelectedText()}, true
	}
	id, _ := a.reader.current()
	actor := a.desk.Names.Actor(a.desk.open.mentioned(id))
	return actor, actor.ID != store.ID{}
}

// linkAll asks which places of a name in the open article are to be linked.
func (a *annotating) linkAll(name store.Name) { a.inspector.ShowLink(name, false) }

// recentLabel says whom a key links to, in the menu.
func (a *annotating) recentLabel(n int) func() string {
	return func() string {
		if n >= len(a.desk.RecentActors) {
			return lang.L("No recent actor")
		}
		return words.Sentence("Link to %s", a.desk.Names.Told(a.desk.RecentActors[n]))
	}
}

// linkRecent records that the selected words name one of the recent actors.
func (a *annotating) linkRecent(n int) func() {
	return func() {
		f := form.New(store.KindMention, a.desk.open.article.ID, a.reader.text.Body(), a.reader.text.Selection())
		f.Actor = a.desk.Names.Party(store.Participant{Actor: a.desk.RecentActors[n]})
		a.inspector.KeepDraft()
		a.inspector.Write(f, func(err error) { a.desk.Failed(err) })
	}
}

// citable are the words to be copied with where they stand: those selected, else those of the current mark.
func (a *annotating) citable() ([]text.Span, bool) {
	if a.desk.isReading() && a.reader.hasWords() {
		return []text.Span{a.reader.text.Selection()}, true
	}
	id, picked := a.current()
	return a.desk.open.spansOf(id), picked
}

// copyCited copies words of the open article with where they stand.
func (a *annotating) copyCited(spans []text.Span) {
	a.desk.UI.Clipboard().SetContent(notes.CiteQuote(a.desk.open.article, a.reader.text.Body(), spans...).String())
	a.desk.Tell(lang.L("Copied with its citation."))
}
