package app

import (
	"fyne.io/fyne/v2/lang"

	"standpoint/app/desk"
	"standpoint/app/directory"
	"standpoint/app/notesview"
	"standpoint/app/reading"
	"standpoint/app/standings"
)

// namedView is a view with its name and the label of its tab.
type namedView struct {
	desk.View

	name, label string
}

// listOfViews makes the views of a window, in the order of their tabs; that of the articles is there already.
type listOfViews func(d *desk.Desk, articles *reading.View) []namedView

// views is the list of the window's views.
func views(d *desk.Desk, articles *reading.View) []namedView {
	return []namedView{
		{articles, "articles", lang.L("Articles")},
		{directory.NewActors(d), "actors", lang.L("Actors")},
		{directory.NewIssues(d), "issues", lang.L("Issues")},
		{notesview.New(d), "notes", lang.L("Notes")},
		{standings.New(d), "standings", lang.L("Standings")},
	}
}
