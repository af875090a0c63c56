package app

import (
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
)

// panes are what stands at the sides of the view in front; nil if it has no such parts.
func (a *App) panes() *control.Panes {
	if v, ok := a.InFront().(desk.Paned); ok {
		return v.Panes()
	}
	return nil
}

// paneCommands show the panes at the sides and fold them away.
func (a *App) paneCommands() []desk.Command {
	command := func(label string, key desk.Key, side control.Side) desk.Command {
		return desk.Command{
			In: desk.SectionWindow, Label: desk.Fixed(label), Key: key,
			Act: desk.With(func() (*control.Panes, bool) { p := a.panes(); return p, p != nil && p.Has(side) },
				func(p *control.Panes) { p.Toggle(side) }),
			Checked: func() bool { p := a.panes(); return p != nil && p.Shown(side) },
		}
	}
	return []desk.Command{
		command(lang.L("List at the Left"), desk.KeyLeftPane, control.Left),
		command(lang.L("Side at the Right"), desk.KeyRightPane, control.Right),
	}
}
