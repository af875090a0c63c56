package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/desk"
)

// gatherCommands puts the commands of the window and of its views into the order of the menus.
func (a *App) gatherCommands() []desk.Command {
	all := slices.Concat(a.projectCommands(), a.editCommands(), a.windowCommands(), a.languageCommands())
	for _, v := range a.views {
		all = append(all, v.Commands()...)
	}
	slices.SortStableFunc(all, func(c, d desk.Command) int { return c.In.Compare(d.In) })
	return all
}

// projectCommands are about the project as a whole.
func (a *App) projectCommands() []desk.Command {
	open := func() bool { return a.Project != nil }
	return []desk.Command{
		{In: desk.SectionProject, Label: desk.Fixed(lang.L("New Project…")), Key: desk.Ctrl(fyne.KeyN), Act: desk.Always(a.newProject)},
		{In: desk.SectionProject, Label: desk.Fixed(lang.L("Open Project…")), Key: desk.Ctrl(fyne.KeyO), Act: desk.Always(a.openProject)},
		{
			In: desk.SectionProject, Label: desk.Fixed(lang.L("Open Sample Project")), Key: desk.CtrlShift(fyne.KeyO),
			Act: desk.Always(a.openSample),
		},
		{
			In: desk.SectionBringIn, Label: desk.Fixed(lang.L("Import Articles…")), Key: desk.Ctrl(fyne.KeyI),
			Act: desk.When(a.CanWrite, a.importFiles),
		},
		{
			In: desk.SectionBringIn, Label: desk.Fixed(lang.L("Paste as New Article")), Key: desk.CtrlShift(fyne.KeyV),
			Act: desk.When(a.CanWrite, a.pasteArticle),
		},
		{
			In: desk.SectionTakeOut, Label: desk.Fixed(lang.L("Export Notes…")), Key: desk.CtrlShift(fyne.KeyE),
			Act: desk.When(open, a.exportNotes),
		},
		{
			In: desk.SectionTakeOut, Label: desk.Fixed(lang.L("Export Project as JSON…")), Key: desk.CtrlShift(fyne.KeyJ),
			Act: desk.When(open, a.exportJSON),
		},
		{In: desk.SectionTakeOut, Label: desk.Fixed(lang.L("Back Up Project…")), Key: desk.CtrlShift(fyne.KeyB), Act: desk.When(open, a.backUp)},
		{
			In: desk.SectionTakeOut, Label: desk.Fixed(lang.L("Restore…")), Key: desk.CtrlShift(fyne.KeyR),
			Act: desk.When(a.CanWrite, a.restoreBackup),
		},
		{
			In: desk.SectionTakeOut, Label: desk.Fixed(lang.L("Backup Folder…")), Key: desk.CtrlShift(fyne.KeyF),
			Act: desk.When(a.CanWrite, a.chooseBackupFolder),
		},
		{
			In: desk.SectionMerge, Label: desk.Fixed(lang.L("Merge Another Copy…")), Key: desk.CtrlShift(fyne.KeyM),
			Act: desk.When(a.CanWrite, a.mergeProject),
		},
		{
			In: desk.SectionMerge, Label: desk.Fixed(lang.L("Take Back the Latest Merge…")), Key: desk.CtrlShift(fyne.KeyT),
			Act: desk.When(a.CanWrite, a.takeBackMerge),
		},
		{
			In: desk.SectionMerge, Label: desk.Fixed(lang.L("Join What Looks the Same…")), Key: desk.CtrlShift(fyne.KeyU),
			Act: desk.When(a.CanWrite, a.joinAlike),
		},
		{
			In: desk.SectionWork, Label: desk.Fixed(lang.L("Cancel What Is Running")), Key: desk.KeyCancel,
			Act: desk.When(a.isRunning, a.Work.Cancel),
		},
		{In: desk.SectionWork, Label: desk.Fixed(lang.L("Coder…")), Key: desk.CtrlShift(fyne.KeyW), Act: desk.When(a.CanWrite, a.showCoder)},
		{In: desk.SectionQuit, Label: desk.Fixed(lang.L("Quit")), Key: desk.Ctrl(fyne.KeyQ), Act: desk.Always(a.quit)},
		{In: desk.SectionHistory, Label: desk.Fixed(lang.L("History")), Key: desk.AltCtrl(fyne.KeyH), Act: desk.With(a.historied, a.listHistory)},
		{
			In: desk.SectionHistory, Label: desk.Fixed(lang.L("History of the Project")), Key: desk.CtrlShift(fyne.KeyH),
			Act: desk.When(open, a.showProjectHistory),
		},
		{
			In: desk.SectionHistory, Label: desk.Fixed(lang.L("Back to the Present")), Key: desk.KeyPresent,
			Act: desk.When(func() bool { return a.past != "" }, a.leavePast),
		},
		{In: desk.SectionTrash, Label: desk.Fixed(lang.L("Trash…")), Key: desk.CtrlShift(fyne.KeyK), Act: desk.When(a.CanWrite, a.showTrash)},
		{
			In: desk.SectionTrash, Label: desk.Fixed(lang.L("Empty Trash…")), Key: desk.CtrlShift(fyne.KeyDelete),
			Act: desk.When(a.CanWrite, a.emptyTrash),
		},
	}
}

// isRunning reports whether something is running that can be cancelled.
func (a *App) isRunning() bool {
	job, running := a.Work.Running()
	return running && !job.Lasting
}

// editCommands are about what is being typed or filled in, wherever that is.
func (a *App) editCommands() []desk.Command {
	cut, paste := &fyne.ShortcutCut{Clipboard: a.UI.Clipboard()}, &fyne.ShortcutPaste{Clipboard: a.UI.Clipboard()}
	copied, all := &fyne.ShortcutCopy{Clipboard: a.UI.Clipboard()}, &fyne.ShortcutSelectAll{}
	return []desk.Command{
		{In: desk.SectionUndo, Label: a.undoLabel, Key: desk.KeyUndo, Act: desk.When(a.canUndo, a.undo)},
		{In: desk.SectionUndo, Label: a.redoLabel, Key: desk.Standard(&fyne.ShortcutRedo{}), Act: desk.When(a.canRedo, a.redo)},
		{
			In: desk.SectionClipboard, Label: desk.Fixed(lang.L("Cut")), Key: desk.Standard(cut), Act: desk.When(a.takesText, a.toFocused(cut)),
			Typing: true,
		},
		{
			In: desk.SectionClipboard, Label: desk.Fixed(lang.L("Copy")), Key: desk.Standard(copied),
			Act: desk.When(a.givesText, a.toFocused(copied)), Typing: true,
		},
		{
			In: desk.SectionClipboard, Label: desk.Fixed(lang.L("Paste")), Key: desk.Standard(paste),
			Act: desk.When(a.takesText, a.toFocused(paste)), Typing: true,
		},
		{
			In: desk.SectionClipboard, Label: desk.Fixed(lang.L("Select All")), Key: desk.Standard(all),
			Act: desk.When(a.givesText, a.toFocused(all)), Typing: true,
		},
		{In: desk.SectionForm, Label: desk.Fixed(lang.L("Save")), Key: desk.KeySave, Act: desk.With(a.edited, desk.Editor.Save)},
		{In: desk.SectionForm, Label: desk.Fixed(lang.L("Give Up")), Key: desk.KeyGiveUp, Act: desk.With(a.edited, desk.Editor.GiveUp)},
		{
			In: desk.SectionLists, Label: desk.Fixed(lang.L("Filter the List")), Key: desk.KeyFilter,
			Act: desk.With(a.filtered, desk.Filterable.FilterList),
		},
	}
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
			In: desk.SectionWindow, Label: desk.Fixed(lang.L("Full Screen")), Key: desk.Plain(fyne.KeyF11),
			Act: desk.Always(a.toggleFullScreen), Checked: a.Window.FullScreen,
		},
		desk.Command{In: desk.SectionHelp, Label: desk.Fixed(lang.L("Keys")), Key: desk.KeyHelp, Act: desk.Always(a.showKeys)},
		desk.Command{
			In: desk.SectionHelp, Label: desk.Fixed(lang.L("About Standpoint")), Key: desk.Ctrl(fyne.KeyF1),
			Act: desk.Always(a.showAbout),
		},
	)
}
