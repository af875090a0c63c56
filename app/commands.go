package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/textview"
	"standpoint/store"
)

// newCommands is the table of all commands, in the order of the menus. A new
// command is one entry here.
func (a *App) newCommands() []command {
	open := func() bool { return a.project != nil }
	writable := func() bool { return a.project != nil && !a.project.ReadOnly() }
	article := func() bool { return open() && a.articles.hasArticle() }
	reading := func() bool { return article() && a.current == a.articles }
	selected := func() bool { return writable() && reading() && a.articles.reader.hasWords() }
	current := func() bool { return reading() && a.articles.reader.hasCurrent() }
	marked := func() bool { return writable() && current() }
	entry := func() bool { d, ok := a.current.(*directory); return ok && writable() && d.hasOpen() }
	editing := func() bool { return a.current != nil && a.current.editing() }

	nudge := func(end func(*textview.View, int), by int) func() {
		return func() { end(a.articles.reader.view, by) }
	}
	recent := func(n int) command {
		return command{
			menu: menuRecentActors, label: a.recentLabel(n), letter: rune('1' + n), run: a.linkRecent(n),
			enabled: func() bool { return selected() && n < len(a.recentActors) },
		}
	}
	commands := []command{
		{menu: menuFile, label: fixed(lang.L("New Project…")), key: ctrl(fyne.KeyN), run: a.newProject},
		{menu: menuFile, label: fixed(lang.L("Open Project…")), key: ctrl(fyne.KeyO), run: a.openProject},
		{menu: menuFile, label: fixed(lang.L("Open Sample Project")), key: ctrlShift(fyne.KeyO), run: a.openSample, ends: true},
		{menu: menuFile, label: fixed(lang.L("Import Articles…")), key: ctrl(fyne.KeyI), run: a.importFiles, enabled: writable},
		{menu: menuFile, label: fixed(lang.L("Paste as New Article")), key: ctrlShift(fyne.KeyV), run: a.pasteArticle, enabled: writable, ends: true},
		{menu: menuFile, label: fixed(lang.L("Export Notes…")), key: ctrl(fyne.KeyE), run: a.exportNotes, enabled: open},
		{menu: menuFile, label: fixed(lang.L("Export Project as JSON…")), key: ctrlShift(fyne.KeyE), run: a.exportJSON, enabled: open},
		{menu: menuFile, label: fixed(lang.L("Back Up Project…")), key: ctrlShift(fyne.KeyB), run: a.backUp, enabled: open, ends: true},
		{menu: menuFile, label: fixed(lang.L("Quit")), key: ctrl(fyne.KeyQ), run: a.quit},

		{menu: menuEdit, label: a.undoLabel, key: &fyne.ShortcutUndo{}, run: a.undo, enabled: a.canUndo},
		{menu: menuEdit, label: a.redoLabel, key: &fyne.ShortcutRedo{}, run: a.redo, enabled: a.canRedo, ends: true},
		{menu: menuEdit, label: fixed(lang.L("Cut")), key: &fyne.ShortcutCut{}, run: a.toFocused(&fyne.ShortcutCut{Clipboard: a.ui.Clipboard()}), enabled: a.takesText, typing: true},
		{menu: menuEdit, label: fixed(lang.L("Copy")), key: &fyne.ShortcutCopy{}, run: a.toFocused(&fyne.ShortcutCopy{Clipboard: a.ui.Clipboard()}), enabled: a.givesText, typing: true},
		{menu: menuEdit, label: fixed(lang.L("Copy with Citation")), key: ctrlShift(fyne.KeyC), run: a.copyCited, enabled: func() bool { return reading() && (a.articles.reader.hasWords() || current()) }},
		{menu: menuEdit, label: fixed(lang.L("Paste")), key: &fyne.ShortcutPaste{}, run: a.toFocused(&fyne.ShortcutPaste{Clipboard: a.ui.Clipboard()}), enabled: a.takesText, typing: true},
		{menu: menuEdit, label: fixed(lang.L("Select All")), key: &fyne.ShortcutSelectAll{}, run: a.toFocused(&fyne.ShortcutSelectAll{}), enabled: a.givesText, typing: true},
		{menu: menuEdit, label: fixed(lang.L("Expand Selection")), letter: 'X', run: a.articles.reader.view.WidenSelection, enabled: reading},
		{menu: menuEdit, label: fixed(lang.L("Shrink Selection")), letter: 'Z', run: a.articles.reader.view.NarrowSelection, enabled: reading, ends: true},
		{menu: menuEdit, label: fixed(lang.L("Find in Article")), key: ctrl(fyne.KeyF), run: a.findInArticle, enabled: article},
		{menu: menuEdit, label: fixed(lang.L("Find Next")), key: ctrl(fyne.KeyG), run: a.findNext, enabled: article},
		{menu: menuEdit, label: fixed(lang.L("Find Previous")), key: ctrlShift(fyne.KeyG), run: a.findPrevious, enabled: article},
		{menu: menuEdit, label: fixed(lang.L("Search Project")), key: ctrl(fyne.KeyK), run: a.searchProject, enabled: open, ends: true},
		{menu: menuEdit, label: fixed(lang.L("New Actor")), key: ctrlShift(fyne.KeyN), run: func() { a.actors.begin("") }, enabled: writable},
		{menu: menuEdit, label: fixed(lang.L("New Issue")), key: ctrlShift(fyne.KeyI), run: func() { a.issues.begin("") }, enabled: writable},
		{menu: menuEdit, label: a.mergeLabel, letter: 'M', run: a.mergeEntry, enabled: entry},
		{menu: menuEdit, label: a.deleteLabel, key: plain(fyne.KeyDelete), run: a.deleteEntry, enabled: entry},

		{menu: menuAnnotate, label: fixed(lang.L("Actor (Mention)")), letter: 'A', run: a.annotate(store.KindMention), enabled: selected},
		{menu: menuAnnotate, label: fixed(lang.L("Statement")), letter: 'S', run: a.annotate(store.KindStatement), enabled: selected},
		{menu: menuAnnotate, label: fixed(lang.L("Position")), letter: 'P', run: a.annotate(store.KindPosition), enabled: selected},
		{menu: menuAnnotate, label: fixed(lang.L("Highlight")), letter: 'H', run: a.annotate(store.KindHighlight), enabled: selected},
		{menu: menuAnnotate, label: fixed(lang.L("Add Selection to Annotation")), letter: '+', run: a.addSelection, enabled: func() bool { return selected() && a.articles.inspector.canAddSpan() }, ends: true},
		{menu: menuAnnotate, label: fixed(lang.L("Start a Word Earlier")), key: altShift(fyne.KeyLeft), run: nudge((*textview.View).NudgeStart, -1), enabled: marked},
		{menu: menuAnnotate, label: fixed(lang.L("Start a Word Later")), key: altShift(fyne.KeyRight), run: nudge((*textview.View).NudgeStart, 1), enabled: marked},
		{menu: menuAnnotate, label: fixed(lang.L("End a Word Earlier")), key: alt(fyne.KeyLeft), run: nudge((*textview.View).NudgeEnd, -1), enabled: marked},
		{menu: menuAnnotate, label: fixed(lang.L("End a Word Later")), key: alt(fyne.KeyRight), run: nudge((*textview.View).NudgeEnd, 1), enabled: marked, ends: true},
		{menu: menuAnnotate, label: fixed(lang.L("Edit Annotation")), letter: 'E', run: a.editCurrent, enabled: current},
		{menu: menuAnnotate, label: fixed(lang.L("Delete Annotation")), key: plain(fyne.KeyDelete), run: a.deleteCurrent, enabled: marked},
		{menu: menuAnnotate, label: fixed(lang.L("History of Annotation")), key: ctrl(fyne.KeyH), run: a.showHistory, enabled: marked, ends: true},
		{menu: menuAnnotate, label: fixed(lang.L("Save")), key: ctrl(fyne.KeyReturn), run: a.saveForm, enabled: editing},
		{menu: menuAnnotate, label: fixed(lang.L("Give Up")), key: plain(fyne.KeyEscape), run: a.giveUp, enabled: editing},

		{menu: menuGo, label: fixed(lang.L("Articles")), key: alt(fyne.Key1), run: func() { a.show(a.articles) }, checked: func() bool { return a.current == a.articles }},
		{menu: menuGo, label: fixed(lang.L("Actors")), key: alt(fyne.Key2), run: func() { a.show(a.actors) }, checked: func() bool { return a.current == a.actors }},
		{menu: menuGo, label: fixed(lang.L("Issues")), key: alt(fyne.Key3), run: func() { a.show(a.issues) }, checked: func() bool { return a.current == a.issues }, ends: true},
		{menu: menuGo, label: fixed(lang.L("Next Article")), key: alt(fyne.KeyDown), run: a.nextArticle, enabled: article},
		{menu: menuGo, label: fixed(lang.L("Previous Article")), key: alt(fyne.KeyUp), run: a.previousArticle, enabled: article, ends: true},
		{menu: menuGo, label: fixed(lang.L("Next Mark")), letter: ']', run: a.nextMark, enabled: reading},
		{menu: menuGo, label: fixed(lang.L("Previous Mark")), letter: '[', run: a.previousMark, enabled: reading, ends: true},
		{menu: menuGo, label: fixed(lang.L("Text")), key: plain(fyne.KeyF6), run: a.focusText, enabled: article},
		{menu: menuGo, label: fixed(lang.L("Article Details")), key: ctrl(fyne.KeyD), run: a.articleDetails, enabled: article},

		{menu: menuView, label: fixed(lang.L("Positions")), key: ctrl(fyne.Key1), run: func() { a.showPanel(panelPositions) }, checked: func() bool { return a.articles.panel.tab == panelPositions }},
		{menu: menuView, label: fixed(lang.L("Statements")), key: ctrl(fyne.Key2), run: func() { a.showPanel(panelStatements) }, checked: func() bool { return a.articles.panel.tab == panelStatements }},
		{menu: menuView, label: fixed(lang.L("Filter the List")), key: ctrl(fyne.KeyL), run: a.filterPanel, enabled: open, ends: true},
		{menu: menuView, label: fixed(lang.L("Light")), key: ctrlShift(fyne.KeyL), run: func() { a.setAppearance(appearanceLight) }, checked: func() bool { return a.prefs.appearance() == appearanceLight }},
		{menu: menuView, label: fixed(lang.L("Dark")), key: ctrlShift(fyne.KeyD), run: func() { a.setAppearance(appearanceDark) }, checked: func() bool { return a.prefs.appearance() == appearanceDark }},
		{menu: menuView, label: fixed(lang.L("As the System")), key: ctrlShift(fyne.KeyA), run: func() { a.setAppearance(appearanceSystem) }, checked: func() bool { return a.prefs.appearance() == appearanceSystem }, ends: true},
		{menu: menuView, label: fixed(lang.L("Full Screen")), key: plain(fyne.KeyF11), run: a.toggleFullScreen, checked: func() bool { return a.window.FullScreen() }},

		{menu: menuHelp, label: fixed(lang.L("Keys")), key: plain(fyne.KeyF1), run: a.showKeys},
		{menu: menuHelp, label: fixed(lang.L("About Standpoint")), key: &desktop.CustomShortcut{KeyName: fyne.KeyF1, Modifier: fyne.KeyModifierShortcutDefault}, run: a.showAbout},
	}
	for n := range mostRecentActors {
		commands = append(commands, recent(n))
	}
	return commands
}
