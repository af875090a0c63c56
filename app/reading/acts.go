package reading

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
func (v *View) edit(id store.ID) { v.Inspector.EditSaved(id) }

// deleteSeen deletes the picked annotation if it can be seen: its words in the text,
// or its form. Else it is shown first, for nobody deletes what they no longer look at.
func (v *View) deleteSeen(id store.ID) {
	if !v.Reader.Sees(id) && v.Inspector.Annotation() != id {
		v.Reader.flash(v.spansOf(id))
		v.desk.Tell(words.Sentence("This is the current mark. Press %s again to delete it.", desk.KeyDelete))
		return
	}
	v.Inspector.Delete(id)
}

// linkable is the name whose places can be linked: the selected words, or the actor whom the current mark names.
func (v *View) linkable() (store.Name, bool) {
	if !v.desk.CanWrite() || !v.desk.IsInFront(v) {
		return store.Name{}, false
	}
	if v.Reader.hasWords() {
		return store.Name{Name: v.Reader.View.SelectedText()}, true
	}
	id, _ := v.Reader.Current()
	actor := v.desk.Names.Actor(v.mentioned(id))
	return actor, actor.ID != store.ID{}
}

// linkAll asks which places of a name in the open article are to be linked.
func (v *View) linkAll(name store.Name) { v.Inspector.ShowLink(name, false) }

// LinkEverywhere asks which places of a name in all articles are to be linked.
func (v *View) LinkEverywhere(name store.Name) {
	v.desk.Show(v)
	v.Inspector.ShowLink(name, true)
}

// mentioned is the actor whom a mention of the open article names.
func (v *View) mentioned(id store.ID) store.ID {
	for _, a := range v.annotations {
		if a.ID == id && a.Kind == store.KindMention {
			return a.Actor
		}
	}
	return store.ID{}
}

// citable are the words to be copied with where they stand: those selected, else those of the current mark.
func (v *View) citable() ([]text.Span, bool) {
	if v.isReading() && v.Reader.hasWords() {
		return []text.Span{v.Reader.selection()}, true
	}
	id, picked := v.current()
	return v.spansOf(id), picked
}

// copyCited copies words of the open article with where they stand.
func (v *View) copyCited(spans []text.Span) {
	v.desk.UI.Clipboard().SetContent(notes.CiteQuote(v.article, v.Reader.View.Body(), spans...).String())
	v.desk.Tell(lang.L("Copied with its citation."))
}

// HistoryOf is what the history of the open article is of.
func (v *View) HistoryOf() (desk.Subject, bool) {
	return desk.Subject{Entity: store.EntityArticle, ID: v.article.ID, Name: v.article.Title}, v.HasArticle()
}

// FilterList leads to the fields that narrow the panel's lists, and back.
func (v *View) FilterList() { v.Panel.ToggleFilter() }

// recentLabel says whom a key links to, in the menu.
func (v *View) recentLabel(n int) func() string {
	return func() string {
		if n >= len(v.desk.RecentActors) {
			return lang.L("No recent actor")
		}
		return words.Sentence("Link to %s", v.desk.Names.Actor(v.desk.RecentActors[n]).Name)
	}
}

// linkRecent records that the selected words name one of the recent actors.
func (v *View) linkRecent(n int) func() {
	return func() {
		f := form.New(store.KindMention, v.article.ID, v.Reader.View.Body(), v.Reader.selection())
		f.Actor = v.desk.Names.Party(store.Participant{Actor: v.desk.RecentActors[n]})
		v.Inspector.KeepDraft()
		v.Inspector.Write(f, func(err error) { v.desk.Failed(err) })
	}
}

// ListHistory lists what was done to something, in place of the list of articles.
func (v *View) ListHistory(of desk.Subject) {
	v.desk.Show(v)
	v.History = history.NewList(v.desk, of, func() { v.ShowAtLeft(nil); v.Shown() })
	v.setLeft(v.History.Content)
	v.History.Rows.Reload()
	v.History.List.Focus()
}

// canList reports whether the list of articles can be shown: the places to be linked, which stand there, are not left by that.
func (v *View) canList() bool {
	return v.desk.Project != nil && v.Inspector.AtLeft() == nil
}

// listArticles shows the list of articles, in place of a history or of what was found, and gives it the keyboard.
func (v *View) listArticles() {
	v.endSearch()
	v.List.Focus()
}

// takeable is the action chosen in a history, if it can be taken back.
func (v *View) takeable() (store.HistoryEntry, bool) {
	e, ok := v.History.Chosen()
	return e, ok && v.desk.CanWrite()
}

// changeableThen is the action chosen in a history to which what that is of can be set back.
func (v *View) changeableThen() (store.HistoryEntry, bool) {
	e, ok := v.History.Chosen()
	return e, ok && v.desk.CanWrite() && v.History.Of.ID != store.ID{}
}
