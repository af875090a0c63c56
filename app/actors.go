package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"standpoint/store"
)

type actorsView struct{ app *App }

func newActorsView(a *App) *actorsView { return &actorsView{a} }

func (v *actorsView) object() fyne.CanvasObject { return container.NewStack() }
func (v *actorsView) opened()                   {}
func (v *actorsView) changed(store.Event)       {}
func (v *actorsView) shown()                    {}
func (v *actorsView) hints() string             { return "" }
func (v *actorsView) editing() bool             { return false }
func (v *actorsView) save()                     {}
func (v *actorsView) giveUp()                   {}
func (v *actorsView) open(id store.ID)          {}
