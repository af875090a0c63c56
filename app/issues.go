package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"standpoint/store"
)

type issuesView struct{ app *App }

func newIssuesView(a *App) *issuesView { return &issuesView{a} }

func (v *issuesView) object() fyne.CanvasObject { return container.NewStack() }
func (v *issuesView) opened()                   {}
func (v *issuesView) changed(store.Event)       {}
func (v *issuesView) shown()                    {}
func (v *issuesView) hints() string             { return "" }
func (v *issuesView) editing() bool             { return false }
func (v *issuesView) save()                     {}
func (v *issuesView) giveUp()                   {}
func (v *issuesView) open(id store.ID)          {}
