package inspector

import (
	"standpoint/app/desk"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/text"
)

// Delete deletes an annotation; Undo brings it back.
func (i *Inspector) Delete(id store.ID) {
	said := i.deletedWords(id)
	i.desk.Do(store.TitleForDeleting(i.KindOf(id)), func(b *store.Batch) error {
		return b.Delete(store.EntityAnnotation, id)
	}, func(err error) {
		if i.desk.Failed(err) {
			return
		}
		i.forget(id)
		i.reading.Focus()
		i.desk.Tell(said)
	})
}

// deletedWords says that an annotation was deleted, with what went with it, and how it
// comes back.
func (i *Inspector) deletedWords(id store.ID) string {
	var on string
	positions := 0
	for _, a := range i.reading.Annotations() {
		if a.ID == id {
			on = a.Anchor.Exact()
		}
		if a.Statement == id {
			positions++
		}
	}
	return words.KindDeleted(i.KindOf(id), text.Title(on, words.LongestDeleted), positions, desk.KeyUndo)
}

// KindOf is the kind of an annotation of the open article.
func (i *Inspector) KindOf(id store.ID) store.Kind {
	for _, a := range i.reading.Annotations() {
		if a.ID == id {
			return a.Kind
		}
	}
	return store.KindHighlight
}

// forget leaves the form of an annotation that was deleted, unless it holds what is not saved.
func (i *Inspector) forget(id store.ID) {
	if page, ok := i.formOf(id); ok && !i.dirty {
		page.forget()
		i.Rest()
	}
}
