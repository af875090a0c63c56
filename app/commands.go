package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// gatherCommands puts the commands of the window and of its views into the order of the menus.
func (a *App) gatherCommands() []command {
	all := slices.Concat(a.projectCommands(), a.editCommands(), a.windowCommands(), a.languageCommands())
	for _, v := range a.views {
		all = append(all, v.commands()...)
	}
	slices.SortStableFunc(all, func(c, d command) int { return c.in.compare(d.in) })
	return all
}

// projectCommands are about the project as a whole.
func (a *App) projectCommands() []command {
	open := func() bool { return a.project != nil }
	return []command{
		{in: sectionProject, label: fixed(lang.L("New Project…")), key: ctrl(fyne.KeyN), act: always(a.newProject)},
		{in: sectionProject, label: fixed(lang.L("Open Project…")), key: ctrl(fyne.KeyO), act: always(a.openProject)},
		{in: sectionProject, label: fixed(lang.L("Open Sample Project")), key: ctrlShift(fyne.KeyO), act: always(a.openSample)},
		{in: sectionBringIn, label: fixed(lang.L("Import Articles…")), key: ctrl(fyne.KeyI), act: when(a.canWrite, a.importFiles)},
		{in: sectionBringIn, label: fixed(lang.L("Paste as New Article")), key: ctrlShift(fyne.KeyV), act: when(a.canWrite, a.pasteArticle)},
		{in: sectionTakeOut, label: fixed(lang.L("Export Notes…")), key: ctrlShift(fyne.KeyE), act: when(open, a.exportNotes)},
		{in: sectionTakeOut, label: fixed(lang.L("Export Project as JSON…")), key: ctrlShift(fyne.KeyJ), act: when(open, a.exportJSON)},
		{in: sectionTakeOut, label: fixed(lang.L("Back Up Project…")), key: ctrlShift(fyne.KeyB), act: when(open, a.backUp)},
		{in: sectionTakeOut, label: fixed(lang.L("Restore…")), key: ctrlShift(fyne.KeyR), act: when(a.canWrite, a.restoreBackup)},
		{in: sectionTakeOut, label: fixed(lang.L("Backup Folder…")), key: ctrlShift(fyne.KeyF), act: when(a.canWrite, a.chooseBackupFolder)},
		{in: sectionMerge, label: fixed(lang.L("Merge Another Copy…")), key: ctrlShift(fyne.KeyM), act: when(a.canWrite, a.mergeProject)},
		{in: sectionMerge, label: fixed(lang.L("Take Back the Latest Merge…")), key: ctrlShift(fyne.KeyT), act: when(a.canWrite, a.takeBackMerge)},
		{in: sectionMerge, label: fixed(lang.L("Join What Looks the Same…")), key: ctrlShift(fyne.KeyU), act: when(a.canWrite, a.joinAlike)},
		{in: sectionWork, label: fixed(lang.L("Cancel What Is Running")), key: keyCancel, act: when(a.isRunning, a.work.Cancel)},
		{in: sectionWork, label: fixed(lang.L("Coder…")), key: ctrlShift(fyne.KeyW), act: when(a.canWrite, a.showCoder)},
		{in: sectionQuit, label: fixed(lang.L("Quit")), key: ctrl(fyne.KeyQ), act: always(a.quit)},
		{in: sectionHistory, label: fixed(lang.L("History")), key: altCtrl(fyne.KeyH), act: with(a.historied, a.listHistory)},
		{in: sectionHistory, label: fixed(lang.L("History of the Project")), key: ctrlShift(fyne.KeyH), act: when(open, a.showProjectHistory)},
		{in: sectionHistory, label: fixed(lang.L("Back to the Present")), key: keyPresent, act: when(func() bool { return a.past != "" }, a.leavePast)},
		{in: sectionTrash, label: fixed(lang.L("Trash…")), key: ctrlShift(fyne.KeyK), act: when(a.canWrite, a.showTrash)},
		{in: sectionTrash, label: fixed(lang.L("Empty Trash…")), key: ctrlShift(fyne.KeyDelete), act: when(a.canWrite, a.emptyTrash)},
	}
}

// isRunning reports whether something is running that can be cancelled.
func (a *App) isRunning() bool {
	job, running := a.work.Running()
	return running && !job.Lasting
}

// editCommands are about what is being typed or filled in, wherever that is.
func (a *App) editCommands() []command {
	cut, paste := &fyne.ShortcutCut{Clipboard: a.ui.Clipboard()}, &fyne.ShortcutPaste{Clipboard: a.ui.Clipboard()}
	copied, all := &fyne.ShortcutCopy{Clipboard: a.ui.Clipboard()}, &fyne.ShortcutSelectAll{}
	return []command{
		{in: sectionUndo, label: a.undoLabel, key: keyUndo, act: when(a.canUndo, a.undo)},
		{in: sectionUndo, label: a.redoLabel, key: standard(&fyne.ShortcutRedo{}), act: when(a.canRedo, a.redo)},
		{in: sectionClipboard, label: fixed(lang.L("Cut")), key: standard(cut), act: when(a.takesText, a.toFocused(cut)), typing: true},
		{in: sectionClipboard, label: fixed(lang.L("Copy")), key: standard(copied), act: when(a.givesText, a.toFocused(copied)), typing: true},
		{in: sectionClipboard, label: fixed(lang.L("Paste")), key: standard(paste), act: when(a.takesText, a.toFocused(paste)), typing: true},
		{in: sectionClipboard, label: fixed(lang.L("Select All")), key: standard(all), act: when(a.givesText, a.toFocused(all)), typing: true},
		{in: sectionForm, label: fixed(lang.L("Save")), key: keySave, act: with(a.edited, editor.save)},
		{in: sectionForm, label: fixed(lang.L("Give Up")), key: keyGiveUp, act: with(a.edited, editor.giveUp)},
		{in: sectionLists, label: fixed(lang.L("Filter the List")), key: keyFilter, act: with(a.filtered, filterable.filterList)},
	}
}

// windowCommands are about the window itself.
func (a *App) windowCommands() []command {
	var commands []command
	for n, v := range a.views {
		commands = append(commands, command{
			in: sectionViews, label: fixed(v.label), key: alt(fyne.KeyName(rune('1' + n))),
			act: always(func() { a.show(v) }), checked: func() bool { return a.isInFront(v.view) },
		})
	}
	for _, to := range []struct {
		label, appearance string
		key               key
	}{
		{lang.L("Light"), appearanceLight, ctrlShift(fyne.KeyL)},
		{lang.L("Dark"), appearanceDark, ctrlShift(fyne.KeyD)},
		{lang.L("As the System"), appearanceSystem, ctrlShift(fyne.KeyA)},
	} {
		commands = append(commands, command{
			in: sectionAppearance, label: fixed(to.label), key: to.key,
			act:     always(func() { a.setAppearance(to.appearance) }),
			checked: func() bool { return a.prefs.appearance() == to.appearance },
		})
	}
	return append(commands,
		command{in: sectionWindow, label: fixed(lang.L("Full Screen")), key: plain(fyne.KeyF11), act: always(a.toggleFullScreen), checked: a.window.FullScreen},
		command{in: sectionHelp, label: fixed(lang.L("Keys")), key: keyHelp, act: always(a.showKeys)},
		command{in: sectionHelp, label: fixed(lang.L("About Standpoint")), key: ctrl(fyne.KeyF1), act: always(a.showAbout)},
	)
}

// addOtherKeys makes keys work that hands know from elsewhere, beside those that the menus show.
func (a *App) addOtherKeys() {
	for _, c := range a.commands {
		for _, other := range c.also {
			a.window.Canvas().AddShortcut(other.shortcut, func(fyne.Shortcut) { a.perform(c) })
		}
	}
}
