package directory

import (
	"context"

	"fyne.io/fyne/v2"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/names"
	"standpoint/store"
)

// subject is what a directory is of: actors or issues.
type subject interface {
	entity() store.Entity
	words() subjectWords
	name(store.ID) string              // "" if there is none
	items(query string) []control.Item // all of them, for picking
	rows(context.Context, *store.Project, listQuery) ([]listRow, int, error)
	rank(context.Context, *store.Project, listQuery, store.ID) (int, error) // the index of its row; -1 if it is not listed
	ids(context.Context, *store.Project, listQuery) ([]store.ID, error)     // of the rows of a page
	load(context.Context, *store.Project, store.ID) (profile, error)        // an error with CodeNotFound if it is gone
	facts(profile) []string                                                 // what stands under the name
	complete(*form.Particulars, names.Names)                                // fills in names that are known only by id
	fields(*fieldset) ownFields                                             // of a form, filled with its particulars
	save(b *store.Batch, id store.ID, before, after form.Particulars) (store.ID, error)
	commands(open func() (store.ID, bool)) []desk.Command // those on the one that is open, if it can be changed
}

// ownFields are the fields of a form that only actors have, or only issues.
type ownFields interface {
	besideColour() []fyne.CanvasObject     // between the name and the colour
	aboveDescription() []fyne.CanvasObject // between the colour and the description
	takePending()                          // takes over what was typed and not picked
}

// subjectWords are the texts that name a subject, translated.
type subjectWords struct {
	one, all                                string          // "Actor" over the form, "Actors"
	find, kinds                             string          // the search field, the filter of kinds ("" for none)
	create, createNamed                     string          // "New actor", "New actor “%s”"
	none, noneFound, noneSuch               string          // an empty list: of all, of a name “%s”, of a kind
	choose, quiet                           string          // nothing open, an empty record
	add, edit, delete, merge                store.TitleCode // of actions
	unfinished                              string          // a form that was left
	mergedInto, mergedUnused                string          // what a merge will do, of one that is in use, and of one that is not
	handedOver                              string          // what deleting with another in its place will do
	left                                    string          // what deleting without another in its place will do
	newCommand, mergeCommand, deleteCommand string          // as they stand in the menu
	newKey                                  fyne.KeyName    // with Ctrl and Shift
	count                                   func(n int) string
	deleteSeveral, askSeveral               func(n int) string // as it stands in the menu; what is asked before
	mergeSeveral, askMergeSeveral           func(n int) string // the same
}

// listQuery says which rows are listed, and in which order.
type listQuery struct {
	text    string              // part of a name or alias; "" for all
	kind    string              // of actors; "" for all
	in      store.ArticleFilter // named in such articles
	busiest bool                // most positions first; else by name
	store.Page
}

// listRow is one actor or issue as the list shows it.
type listRow struct {
	id     store.ID
	name   string
	colour string
	facts  func(names.Names) []string
}
