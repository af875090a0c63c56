package app

import (
	"standpoint/app/desk"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/text"
)

// delete deletes an annotation; Undo brings it back.
func (i *inspector) delete(id store.ID) {
	said := i.deletedWords(id)
	i.app.Do(words.Sentence("Delete %s", words.Kind(i.kindOf(id))), func(b *store.Batch) error {
		return b.Delete(store.EntityAnnotation, id)
	}, func(err error) {
		if i.app.Failed(err) {
			return
		}
		i.forget(id)
		i.reading.Focus()
		i.app.Tell(said)
	})
}

// deletedWords says that an annotation was deleted, with what went with it, and how it
// comes back.
func (i *inspector) deletedWords(id store.ID) string {
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
	return words.KindDeleted(i.kindOf(id), text.Title(on, words.LongestDeleted), positions, desk.KeyUndo)
}

// kindOf is the kind of an annotation of the open article.
func (i *inspector) kindOf(id store.ID) store.Kind {
	for _, a := range i.reading.Annotations() {
		if a.ID == id {
			return a.Kind
		}
	}
	return store.KindHighlight
}
