package library

import (
	"fyne.io/fyne/v2"

	"standpoint/store"
)

// chips are what is asked of the articles, each with what takes it off.
func (f *filters) chips() []fyne.CanvasObject {
	collection := ""
	for _, c := range f.kept.collections {
		if c.ID == f.asked.Collection && c.ID != (store.ID{}) {
			collection = c.Name
		}
	}
	return f.desk.FilterChips(f.asked, collection, f.ask)
}
