package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/textview"
	"standpoint/store"
)

// newCommands is the table of all commands, in the order of the menus. A new
// command is one entry in the part of its menu.
func (a *App) newCommands() []command {
	is := a.conditions()
	return slices.Concat(
		a.fileCommands(is), a.editCommands(is), a.annotateCommands(is), a.goCommands(is),
		a.viewCommands(is), a.helpCommands(), a.recentActorCommands(is),
	)
}

// conditions are what commands ask before they can be run.
type conditions struct {
	open, writable   func() bool // a project is
	article, reading func() bool // an article is open; its text is in front
	selected         func() bool // words are, and can be annotated
	current, marked  func() bool // a mark is picked; and can be changed
	entry            func() bool // an actor or issue is open, and can be changed
	editing          func() bool // something can be saved or given up
}

func (a *App) conditions() conditions {
	is := conditions{}
	is.open = func() bool { return a.project != nil }
	is.writable = func() bool { return a.project != nil && !a.project.ReadOnly() }
	is.article = func() bool { return is.open() && a.articles.hasArticle() }
	is.reading = func() bool { return is.article() && a.current == a.articles }
	is.selected = func() bool { return is.writable() && is.reading() && a.articles.reader.hasWords() }
	is.current = func() bool { return is.reading() && a.articles.reader.hasCurrent() }
	is.marked = func() bool { return is.writable() && is.current() }
	is.entry = func() bool { d, ok := a.current.(*directory); return ok && is.writable() && d.hasOpen() }
	is.editing = func() bool { return a.current != nil && a.current.editing() }
	return is
}

func (a *App) fileCommands(is conditions) []command {
	return []command{
		{menu: menuFile, label: fixed(lang.L("New Project…")), key: ctrl(fyne.KeyN), run: a.newProject},
		{menu: menuFile, label: fixed(lang.L("Open Project…")), key: ctrl(fyne.KeyO), run: a.openProject},
		{menu: menuFile, label: fixed(lang.L("Open Sample Project")), key: ctrlShift(fyne.KeyO), run: a.openSample, ends: true},
		{menu: menuFile, label: fixed(lang.L("Import Articles…")), key: ctrl(fyne.KeyI), run: a.importFiles, enabled: is.writable},
		{menu: menuFile, label: fixed(lang.L("Paste as New Article")), key: ctrlShift(fyne.KeyV), run: a.pasteArticle, enabled: is.writable, ends: true},
		{menu: menuFile, label: fixed(lang.L("Export Notes…")), key: ctrlShift(fyne.KeyE), run: a.exportNotes, enabled: is.open},
		{menu: menuFile, label: fixed(lang.L("Export Project as JSON…")), key: ctrlShift(fyne.KeyJ), run: a.exportJSON, enabled: is.open},
		{menu: menuFile, label: fixed(lang.L("Back Up Project…")), key: ctrlShift(fyne.KeyB), run: a.backUp, enabled: is.open},
		{menu: menuFile, label: fixed(lang.L("Restore…")), key: ctrlShift(fyne.KeyR), run: a.restoreBackup, enabled: is.writable},
		{menu: menuFile, label: fixed(lang.L("Backup Folder…")), key: ctrlShift(fyne.KeyF), run: a.chooseBackupFolder, enabled: is.writable, ends: true},
		{menu: menuFile, label: fixed(lang.L("Merge Another Copy…")), key: ctrlShift(fyne.KeyM), run: a.mergeProject, enabled: is.writable},
		{menu: menuFile, label: fixed(lang.L("Take Back the Latest Merge…")), key: ctrlShift(fyne.KeyT), run: a.takeBackMerge, enabled: is.writable},
		{menu: menuFile, label: fixed(lang.L("Join What Looks the Same…")), key: ctrlShift(fyne.KeyU), run: a.joinAlike, enabled: is.writable, ends: true},
		{menu: menuFile, label: fixed(lang.L("Cancel What Is Running")), key: cancelKey(), run: a.work.Cancel, enabled: a.isRunning},
		{menu: menuFile, label: fixed(lang.L("Coder…")), key: ctrlShift(fyne.KeyW), run: a.showCoder, enabled: is.writable, ends: true},
		{menu: menuFile, label: fixed(lang.L("Quit")), key: ctrl(fyne.KeyQ), run: a.quit},
	}
}

func (a *App) editCommands(is conditions) []command {
	return []command{
		{menu: menuEdit, label: a.undoLabel, key: &fyne.ShortcutUndo{}, run: a.undo, enabled: a.canUndo},
		{menu: menuEdit, label: a.redoLabel, key: &fyne.ShortcutRedo{}, run: a.redo, enabled: a.canRedo, ends: true},
		{menu: menuEdit, label: fixed(lang.L("Cut")), key: &fyne.ShortcutCut{}, run: a.toFocused(&fyne.ShortcutCut{Clipboard: a.ui.Clipboard()}), enabled: a.takesText, typing: true},
		{menu: menuEdit, label: fixed(lang.L("Copy")), key: &fyne.ShortcutCopy{}, run: a.toFocused(&fyne.ShortcutCopy{Clipboard: a.ui.Clipboard()}), enabled: a.givesText, typing: true},
		{menu: menuEdit, label: fixed(lang.L("Copy with Citation")), key: ctrlShift(fyne.KeyC), run: a.copyCited, enabled: func() bool { return is.reading() && (a.articles.reader.hasWords() || is.current()) }},
		{menu: menuEdit, label: fixed(lang.L("Paste")), key: &fyne.ShortcutPaste{}, run: a.toFocused(&fyne.ShortcutPaste{Clipboard: a.ui.Clipboard()}), enabled: a.takesText, typing: true},
		{menu: menuEdit, label: fixed(lang.L("Select All")), key: &fyne.ShortcutSelectAll{}, run: a.toFocused(&fyne.ShortcutSelectAll{}), enabled: a.givesText, typing: true},
		{menu: menuEdit, label: fixed(lang.L("Expand Selection")), letter: 'X', run: a.articles.reader.view.WidenSelection, enabled: is.reading},
		{menu: menuEdit, label: fixed(lang.L("Shrink Selection")), letter: 'Z', run: a.articles.reader.view.NarrowSelection, enabled: is.reading, ends: true},
		{menu: menuEdit, label: fixed(lang.L("Edit Text")), key: ctrl(fyne.KeyE), run: a.editText, enabled: func() bool { return is.writable() && is.article() }, ends: true},
		{menu: menuEdit, label: fixed(lang.L("Find in Article")), key: ctrl(fyne.KeyF), run: a.findInArticle, enabled: is.article},
		{menu: menuEdit, label: fixed(lang.L("Find Next")), key: ctrl(fyne.KeyG), run: a.findNext, enabled: is.article},
		{menu: menuEdit, label: fixed(lang.L("Find Previous")), key: ctrlShift(fyne.KeyG), run: a.findPrevious, enabled: is.article},
		{menu: menuEdit, label: fixed(lang.L("Search Project")), key: ctrl(fyne.KeyK), run: a.searchProject, enabled: is.open, ends: true},
		{menu: menuEdit, label: fixed(lang.L("History")), key: altCtrl(fyne.KeyH), run: a.showHistoryOf, enabled: a.canShowHistory},
		{menu: menuEdit, label: fixed(lang.L("History of the Project")), key: ctrlShift(fyne.KeyH), run: a.showProjectHistory, enabled: is.open},
		{menu: menuEdit, label: fixed(lang.L("Back to the Present")), key: ctrlShift(fyne.KeyP), run: a.leavePast, enabled: func() bool { return a.past != "" }, ends: true},
		{menu: menuEdit, label: fixed(lang.L("Trash…")), key: ctrlShift(fyne.KeyK), run: a.showTrash, enabled: is.writable},
		{menu: menuEdit, label: fixed(lang.L("Empty Trash…")), key: ctrlShift(fyne.KeyDelete), run: a.emptyTrash, enabled: is.writable, ends: true},
		{menu: menuEdit, label: fixed(lang.L("New Actor")), key: ctrlShift(fyne.KeyN), run: func() { a.actors.begin("") }, enabled: is.writable},
		{menu: menuEdit, label: fixed(lang.L("New Issue")), key: ctrlShift(fyne.KeyI), run: func() { a.issues.begin("") }, enabled: is.writable},
		{menu: menuEdit, label: a.mergeLabel, letter: 'M', run: a.mergeEntry, enabled: is.entry},
		{menu: menuEdit, label: a.deleteLabel, key: plain(fyne.KeyDelete), run: a.deleteEntry, enabled: is.entry},
	}
}

func (a *App) annotateCommands(is conditions) []command {
	nudge := func(end func(*textview.View, int), by int) func() {
		return func() { end(a.articles.reader.view, by) }
	}
	return []command{
		{menu: menuAnnotate, label: fixed(lang.L("Actor (Mention)")), letter: 'A', run: a.annotate(store.KindMention), enabled: is.selected},
		{menu: menuAnnotate, label: fixed(lang.L("Statement")), letter: 'S', run: a.annotate(store.KindStatement), enabled: is.selected},
		{menu: menuAnnotate, label: fixed(lang.L("Position")), letter: 'P', run: a.annotate(store.KindPosition), enabled: is.selected},
		{menu: menuAnnotate, label: fixed(lang.L("Highlight")), letter: 'H', run: a.annotate(store.KindHighlight), enabled: is.selected},
		{menu: menuAnnotate, label: fixed(lang.L("Link All…")), letter: 'L', run: a.linkAll, enabled: func() bool { return is.writable() && a.canLinkAll() }},
		{menu: menuAnnotate, label: fixed(lang.L("Add Selection to Annotation")), letter: '+', run: a.addSelection, enabled: func() bool { return is.selected() && a.articles.inspector.canAddSpan() }},
		{menu: menuAnnotate, label: fixed(lang.L("Take Selection out of Annotation")), letter: '-', run: a.cutSelection, enabled: func() bool { return is.selected() && a.articles.inspector.canCutSpan(a.articles.reader.selection()) }},
		{menu: menuAnnotate, label: fixed(lang.L("Join the Annotation's Words")), letter: 'J', run: a.joinSpans, enabled: func() bool { return is.writable() && is.reading() && a.articles.inspector.canJoinSpans() }, ends: true},
		{menu: menuAnnotate, label: fixed(lang.L("Start a Word Earlier")), key: altShift(fyne.KeyLeft), run: nudge((*textview.View).NudgeStart, -1), enabled: is.marked},
		{menu: menuAnnotate, label: fixed(lang.L("Start a Word Later")), key: altShift(fyne.KeyRight), run: nudge((*textview.View).NudgeStart, 1), enabled: is.marked},
		{menu: menuAnnotate, label: fixed(lang.L("End a Word Earlier")), key: alt(fyne.KeyLeft), run: nudge((*textview.View).NudgeEnd, -1), enabled: is.marked},
		{menu: menuAnnotate, label: fixed(lang.L("End a Word Later")), key: alt(fyne.KeyRight), run: nudge((*textview.View).NudgeEnd, 1), enabled: is.marked, ends: true},
		{menu: menuAnnotate, label: fixed(lang.L("Edit Annotation")), letter: 'E', run: a.editCurrent, enabled: is.current},
		{menu: menuAnnotate, label: fixed(lang.L("Delete Annotation")), key: plain(fyne.KeyDelete), run: a.deleteCurrent, enabled: is.marked},
		{menu: menuAnnotate, label: fixed(lang.L("History of Annotation")), key: ctrl(fyne.KeyH), run: a.showHistory, enabled: is.marked, ends: true},
		{menu: menuAnnotate, label: fixed(lang.L("Save")), key: ctrl(fyne.KeyReturn), run: a.saveForm, enabled: is.editing},
		{menu: menuAnnotate, label: fixed(lang.L("Give Up")), key: plain(fyne.KeyEscape), run: a.giveUp, enabled: is.editing},
	}
}

func (a *App) goCommands(is conditions) []command {
	bySentence := func(forward bool) func() {
		return func() { a.articles.reader.view.MoveBySentence(forward, false) }
	}
	return []command{
		{menu: menuGo, label: fixed(lang.L("Articles")), key: alt(fyne.Key1), run: func() { a.show(a.articles) }, checked: func() bool { return a.current == a.articles }},
		{menu: menuGo, label: fixed(lang.L("Actors")), key: alt(fyne.Key2), run: func() { a.show(a.actors) }, checked: func() bool { return a.current == a.actors }},
		{menu: menuGo, label: fixed(lang.L("Issues")), key: alt(fyne.Key3), run: func() { a.show(a.issues) }, checked: func() bool { return a.current == a.issues }, ends: true},
		{menu: menuGo, label: fixed(lang.L("Next Article")), key: alt(fyne.KeyDown), run: a.nextArticle, enabled: is.article},
		{menu: menuGo, label: fixed(lang.L("Previous Article")), key: alt(fyne.KeyUp), run: a.previousArticle, enabled: is.article, ends: true},
		{menu: menuGo, label: fixed(lang.L("Next Mark")), letter: ']', run: a.nextMark, enabled: is.reading},
		{menu: menuGo, label: fixed(lang.L("Previous Mark")), letter: '[', run: a.previousMark, enabled: is.reading},
		{menu: menuGo, label: fixed(lang.L("Next Sentence")), key: ctrl(fyne.KeyPageDown), run: bySentence(true), enabled: is.reading},
		{menu: menuGo, label: fixed(lang.L("Previous Sentence")), key: ctrl(fyne.KeyPageUp), run: bySentence(false), enabled: is.reading, ends: true},
		{menu: menuGo, label: fixed(lang.L("Text")), key: plain(fyne.KeyF6), run: a.focusText, enabled: is.article},
		{menu: menuGo, label: fixed(lang.L("Article Details")), key: ctrl(fyne.KeyD), run: a.articleDetails, enabled: is.article},
	}
}

func (a *App) viewCommands(is conditions) []command {
	return []command{
		{menu: menuView, label: fixed(lang.L("Positions")), key: ctrl(fyne.Key1), run: func() { a.showPanel(panelPositions) }, checked: func() bool { return a.articles.panel.tab == panelPositions }},
		{menu: menuView, label: fixed(lang.L("Statements")), key: ctrl(fyne.Key2), run: func() { a.showPanel(panelStatements) }, checked: func() bool { return a.articles.panel.tab == panelStatements }},
		{menu: menuView, label: fixed(lang.L("Filter the List")), key: ctrl(fyne.KeyL), run: a.filterPanel, enabled: is.open, ends: true},
		{menu: menuView, label: fixed(lang.L("Marks: Mentions")), key: altCtrl(fyne.Key1), run: a.articles.toggleKind(store.KindMention), checked: func() bool { return !a.articles.dimmed[store.KindMention] }},
		{menu: menuView, label: fixed(lang.L("Marks: Statements")), key: altCtrl(fyne.Key2), run: a.articles.toggleKind(store.KindStatement), checked: func() bool { return !a.articles.dimmed[store.KindStatement] }},
		{menu: menuView, label: fixed(lang.L("Marks: Positions")), key: altCtrl(fyne.Key3), run: a.articles.toggleKind(store.KindPosition), checked: func() bool { return !a.articles.dimmed[store.KindPosition] }},
		{menu: menuView, label: fixed(lang.L("Marks: Highlights")), key: altCtrl(fyne.Key4), run: a.articles.toggleKind(store.KindHighlight), checked: func() bool { return !a.articles.dimmed[store.KindHighlight] }, ends: true},
		{menu: menuView, label: fixed(lang.L("Larger Text")), key: ctrl(fyne.KeyEqual), run: a.setting(func(c *comfort) { c.Text++ })},
		{menu: menuView, label: fixed(lang.L("Smaller Text")), key: ctrl(fyne.KeyMinus), run: a.setting(func(c *comfort) { c.Text-- })},
		{menu: menuView, label: fixed(lang.L("Usual Text")), key: ctrl(fyne.Key0), run: a.setting(func(c *comfort) { c.Text, c.Column, c.Spacing = 0, 0, 0 })},
		{menu: menuView, label: fixed(lang.L("Wider Column")), key: alt(fyne.KeyEqual), run: a.setting(func(c *comfort) { c.Column++ })},
		{menu: menuView, label: fixed(lang.L("Narrower Column")), key: alt(fyne.KeyMinus), run: a.setting(func(c *comfort) { c.Column-- })},
		{menu: menuView, label: fixed(lang.L("Looser Lines")), key: altCtrl(fyne.KeyEqual), run: a.setting(func(c *comfort) { c.Spacing++ })},
		{menu: menuView, label: fixed(lang.L("Tighter Lines")), key: altCtrl(fyne.KeyMinus), run: a.setting(func(c *comfort) { c.Spacing-- })},
		{menu: menuView, label: fixed(lang.L("Sans Serif")), key: plain(fyne.KeyF7), run: a.setting(func(c *comfort) { c.Sans = !c.Sans }), checked: a.isSet(func(c comfort) bool { return c.Sans })},
		{menu: menuView, label: fixed(lang.L("Paragraph Numbers")), key: plain(fyne.KeyF8), run: a.setting(func(c *comfort) { c.Numbers = !c.Numbers }), checked: a.isSet(func(c comfort) bool { return c.Numbers })},
		{menu: menuView, label: fixed(lang.L("Margin")), key: plain(fyne.KeyF9), run: a.setting(func(c *comfort) { c.NoMargin = !c.NoMargin }), checked: a.isSet(func(c comfort) bool { return !c.NoMargin })},
		{menu: menuView, label: fixed(lang.L("Margin at the Right")), key: ctrl(fyne.KeyF9), run: a.setting(func(c *comfort) { c.MarginRight = !c.MarginRight }), checked: a.isSet(func(c comfort) bool { return c.MarginRight }), ends: true},
		{menu: menuView, label: fixed(lang.L("Light")), key: ctrlShift(fyne.KeyL), run: func() { a.setAppearance(appearanceLight) }, checked: func() bool { return a.prefs.appearance() == appearanceLight }},
		{menu: menuView, label: fixed(lang.L("Dark")), key: ctrlShift(fyne.KeyD), run: func() { a.setAppearance(appearanceDark) }, checked: func() bool { return a.prefs.appearance() == appearanceDark }},
		{menu: menuView, label: fixed(lang.L("As the System")), key: ctrlShift(fyne.KeyA), run: func() { a.setAppearance(appearanceSystem) }, checked: func() bool { return a.prefs.appearance() == appearanceSystem }, ends: true},
		{menu: menuView, label: fixed(lang.L("Full Screen")), key: plain(fyne.KeyF11), run: a.toggleFullScreen, checked: func() bool { return a.window.FullScreen() }},
	}
}

func (a *App) helpCommands() []command {
	return []command{
		{menu: menuHelp, label: fixed(lang.L("Keys")), key: plain(fyne.KeyF1), run: a.showKeys},
		{menu: menuHelp, label: fixed(lang.L("About Standpoint")), key: &desktop.CustomShortcut{KeyName: fyne.KeyF1, Modifier: fyne.KeyModifierShortcutDefault}, run: a.showAbout},
	}
}

// recentActorCommands are one for each of the keys 1 to 9.
func (a *App) recentActorCommands(is conditions) []command {
	commands := make([]command, mostRecentActors)
	for n := range commands {
		commands[n] = command{
			menu: menuRecentActors, label: a.recentLabel(n), letter: rune('1' + n), run: a.linkRecent(n),
			enabled: func() bool { return is.selected() && n < len(a.recentActors) },
		}
	}
	return commands
}

// addOtherKeys makes keys work that hands know from elsewhere, beside those that the
// menus show: Redo has two, and + is not on the key of = everywhere.
func (a *App) addOtherKeys() {
	larger := a.setting(func(c *comfort) { c.Text++ })
	for _, other := range []struct {
		key fyne.Shortcut
		run func()
	}{
		{ctrlShift(fyne.KeyZ), a.redo},
		{ctrlShift(fyne.KeyEqual), larger},
		{ctrl(fyne.KeyPlus), larger},
		{ctrlShift(fyne.KeyPlus), larger},
	} {
		a.window.Canvas().AddShortcut(other.key, func(fyne.Shortcut) { other.run() })
	}
}

// cancelKey cancels the job that is running, as it does elsewhere.
func cancelKey() fyne.Shortcut { return ctrl(fyne.KeyPeriod) }

func (a *App) isRunning() bool {
	_, running := a.work.Running()
	return running
}
