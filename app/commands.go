package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/desk"
	"standpoint/app/words"
)

// gatherCommands puts the commands of the window and of its views into the order of the menus.
func (a *App) gatherCommands() []desk.Command {
	all := slices.Concat(
		a.projectCommands(), a.transfers.commands(), a.watching.commands(), a.transfers.arrivals.Commands(),
		a.originals.commands(), a.backups.commands(), a.merges.commands(), a.coders.commands(),
		a.trash.commands(), a.edits.commands(), a.windowCommands(), a.paneCommands(), a.menus.languageCommands(a.options.Translations),
		a.scaleCommands(),
	)
	for _, v := range a.views {
		for _, c := range v.Commands() {
			if !c.OfAny {
				c.View = v.View
			}
			all = append(all, c)
		}
	}
	all = append(all, a.SelectedCommands()...) // below what a view has to offer for its own rows
	slices.SortStableFunc(all, func(c, d desk.Command) int { return c.In.Compare(d.In) })
	return all
}

// projectCommands are about the project as a whole.
func (a *App) projectCommands() []desk.Command {
	open := func() bool { return a.Project != nil }
	return []desk.Command{
		{In: desk.SectionProject, Label: desk.Fixed(lang.L("New Project…")), Key: desk.KeyNewProject, Act: desk.Always(a.projects.newProject)},
		{In: desk.SectionProject, Label: desk.Fixed(lang.L("Open Project…")), Key: desk.KeyOpenProject, Act: desk.Always(a.projects.openProject)},
		{
			In: desk.SectionProject, Label: desk.Fixed(lang.L("Open Sample Project")), Key: desk.CtrlShift(fyne.KeyO),
			Act: desk.Always(a.projects.openSample),
		},
		{
			In: desk.SectionWork, Label: desk.Fixed(lang.L("Cancel What Is Running")), Key: desk.KeyCancel,
			Act: desk.When(a.isRunning, a.Work.Cancel),
		},
		{In: desk.SectionQuit, Label: desk.Fixed(lang.L("Quit")), Key: desk.Ctrl(fyne.KeyQ), Act: desk.Always(a.projects.quit)},
		{In: desk.SectionHistory, Label: desk.Fixed(lang.L("History")), Key: desk.AltCtrl(fyne.KeyJ), Act: desk.With(a.historied, a.listHistory)},
		{
			In: desk.SectionHistory, Label: desk.Fixed(lang.L("History of the Project")), Key: desk.CtrlShift(fyne.KeyH),
			Act: desk.When(open, a.showProjectHistory), OfAll: true,
		},
		{
			In: desk.SectionHistory, Label: desk.Fixed(lang.L("Back to the Present")), Key: desk.KeyPresent,
			Act: desk.When(func() bool { return a.projects.past != "" }, a.projects.leavePast), OfAll: true,
		},
	}
}

// isRunning reports whether something is running that can be cancelled.
func (a *App) isRunning() bool {
	job, running := a.Work.Running()
	return running && !job.Lasting
}

// windowCommands are about the window itself.
func (a *App) windowCommands() []desk.Command {
	var commands []desk.Command
	for n, v := range a.views {
		commands = append(commands, desk.Command{
			In: desk.SectionViews, Label: desk.Fixed(v.label), Key: desk.Alt(fyne.KeyName(rune('1' + n))),
			Act: desk.Always(func() { a.Show(v.View) }), Checked: func() bool { return a.IsInFront(v.View) },
		})
	}
	for _, to := range []struct {
		label, appearance string
		key               desk.Key
	}{
		{lang.L("Light"), desk.AppearanceLight, desk.CtrlShift(fyne.KeyL)},
		{lang.L("Dark"), desk.AppearanceDark, desk.CtrlShift(fyne.KeyD)},
		{lang.L("As the System"), desk.AppearanceSystem, desk.CtrlShift(fyne.KeyA)},
	} {
		commands = append(commands, desk.Command{
			In: desk.SectionAppearance, Label: desk.Fixed(to.label), Key: to.key,
			Act:     desk.Always(func() { a.setAppearance(to.appearance) }),
			Checked: func() bool { return a.Prefs.Appearance() == to.appearance },
		})
	}
	return append(commands,
		desk.Command{
			In: desk.SectionLists, Label: desk.Fixed(lang.L("One Line a Row")), Key: desk.KeyDenseLists,
			Act: desk.Always(a.toggleDenseLists), Checked: a.Prefs.HasDenseLists,
		},
		desk.Command{
			In: desk.SectionWindow, Label: desk.Fixed(lang.L("Full Screen")), Key: desk.Plain(fyne.KeyF11),
			Act: desk.Always(a.toggleFullScreen), Checked: a.Window.FullScreen,
		},
		desk.Command{In: desk.SectionHelp, Label: desk.Fixed(lang.L("Keys")), Key: desk.KeyHelp, Act: desk.Always(a.menus.showKeys)},
		desk.Command{
			In: desk.SectionHelp, Label: desk.Fixed(lang.L("About Standpoint")), Key: desk.Ctrl(fyne.KeyF1),
			Act: desk.Always(a.showAbout),
		},
	)
}

// historied is what there is a history of in the view in front.
func (a *App) historied() (desk.Subject, bool) {
	if v, ok := a.current.(desk.Historied); ok {
		return v.HistoryOf()
	}
	return desk.Subject{}, false
}

func (a *App) listHistory(of desk.Subject) { a.articles.ListHistory(of) }

// showProjectHistory lists all that was done in the project.
func (a *App) showProjectHistory() { a.articles.ListHistory(desk.Subject{Name: a.Project.Name()}) }

// toggleDenseLists makes each row of the lists one line, or tall again.
func (a *App) toggleDenseLists() {
	a.Prefs.SetDenseLists(!a.Prefs.HasDenseLists())
	for _, v := range a.views {
		if l, ok := v.View.(desk.Lister); ok {
			l.Relist()
		}
	}
}

func (a *App) toggleFullScreen() { a.Window.SetFullScreen(!a.Window.FullScreen()) }

func (a *App) showAbout() {
	a.Say(words.Sentence("Standpoint %s", a.options.Version),
		lang.L("Who said what, and who stands where, in the article’s own words.")+"\n"+a.options.Build+"\n"+lang.L("MIT licence"))
}
