package app

import (
	"fyne.io/fyne/v2/lang"

	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/history"
	"standpoint/app/notes"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/text"
)

// edit puts the focus into the form of an annotation.
func (v *articlesView) edit(id store.ID) { v.inspector.EditSaved(id) }

// deleteSeen deletes the picked annotation if it can be seen: its words in the text,
// or its form. Else it is shown first, for nobody deletes what they no longer look at.
func (v *articlesView) deleteSeen(id store.ID) {
	if page, open := v.inspector.Form(); !v.reader.sees(id) && !(open && page.Form.Annotation == id) {
		v.reader.flash(v.spansOf(id))
		v.app.Tell(words.Sentence("This is the current mark. Press %s again to delete it.", desk.KeyDelete))
		return
	}
	v.inspector.Delete(id)
}

// linkable is the name whose places can be linked: the selected words, or the actor whom the current mark names.
func (v *articlesView) linkable() (store.Name, bool) {
	if !v.app.CanWrite() || !v.app.IsInFront(v) {
		return store.Name{}, false
	}
	if v.reader.hasWords() {
		return store.Name{Name: v.reader.view.SelectedText()}, true
	}
	id, _ := v.reader.current()
	actor := v.app.Names.Actor(v.mentioned(id))
	return actor, actor.ID != store.ID{}
}

// linkAll asks which places of a name in the open article are to be linked.
func (v *articlesView) linkAll(name store.Name) { v.inspector.ShowLink(name, false) }

// linkEverywhere asks which places of a name in all articles are to be linked.
func (v *articlesView) linkEverywhere(name store.Name) {
	v.app.Show(v)
	v.inspector.ShowLink(name, true)
}

// mentioned is the actor whom a mention of the open article names.
func (v *articlesView) mentioned(id store.ID) store.ID {
	for _, a := range v.annotations {
		if a.ID == id && a.Kind == store.KindMention {
			return a.Actor
		}
	}
	return store.ID{}
}

// citable are the words to be copied with where they stand: those selected, else those of the current mark.
func (v *articlesView) citable() ([]text.Span, bool) {
	if v.isReading() && v.reader.hasWords() {
		return []text.Span{v.reader.selection()}, true
	}
	id, picked := v.current()
	return v.spansOf(id), picked
}

// copyCited copies words of the open article with where they stand.
func (v *articlesView) copyCited(spans []text.Span) {
	v.app.UI.Clipboard().SetContent(notes.CiteQuote(v.article, v.reader.view.Body(), spans...).String())
	v.app.Tell(lang.L("Copied with its citation."))
}

// HistoryOf is what the history of the open article is of.
func (v *articlesView) HistoryOf() (desk.Subject, bool) {
	return desk.Subject{Entity: store.EntityArticle, ID: v.article.ID, Name: v.article.Title}, v.hasArticle()
}

// FilterList leads to the fields that narrow the panel's lists, and back.
func (v *articlesView) FilterList() { v.panel.Filters.Toggle() }

// recentLabel says whom a key links to, in the menu.
func (v *articlesView) recentLabel(n int) func() string {
	return func() string {
		if n >= len(v.app.RecentActors) {
			return lang.L("No recent actor")
		}
		return words.Sentence("Link to %s", v.app.Names.Actor(v.app.RecentActors[n]).Name)
	}
}

// linkRecent records that the selected words name one of the recent actors.
func (v *articlesView) linkRecent(n int) func() {
	return func() {
		f := form.New(store.KindMention, v.article.ID, v.reader.view.Body(), v.reader.selection())
		f.Actor = v.app.Names.Party(store.Participant{Actor: v.app.RecentActors[n]})
		v.inspector.KeepDraft()
		v.inspector.Write(f, func(err error) { v.app.Failed(err) })
	}
}

// listHistory lists what was done to something, in place of the list of articles.
func (v *articlesView) listHistory(of desk.Subject) {
	v.app.Show(v)
	v.history = history.NewList(v.app, of, func() { v.ShowAtLeft(nil); v.Shown() })
	v.setLeft(v.history.Content)
	v.history.Rows.Reload()
	v.history.List.Focus()
}

// changeableThen is the action chosen in a history to which what that is of can be set back.
func (v *articlesView) changeableThen() (store.HistoryEntry, bool) {
	e, ok := v.history.Chosen()
	return e, ok && v.app.CanWrite() && v.history.Of.ID != store.ID{}
}
