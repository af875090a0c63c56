package inspector

import (
	"standpoint/store"
)

// Delete deletes an annotation; Undo brings it back.
func (i *Inspector) Delete(id store.ID) {
	i.desk.Do(store.TitleForDeleting(i.KindOf(id)), func(b *store.Batch) error {
		return b.Delete(store.EntityAnnotation, id)
	}, func(err error) {
		if i.desk.Failed(err) {
			return
		}
		i.forget(id)
		i.reading.Focus()
	})
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
