package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/names"
	"standpoint/app/textview"
	"standpoint/store"
	"standpoint/store/text"
)

// commands are what can be done in the articles view.
func (v *articlesView) commands() []command {
	return slices.Concat(v.annotateCommands(), v.historyCommands(), v.wordsCommands(), v.textCommands(), v.walkCommands(), v.listCommands(), v.pageCommands())
}

// isReading reports whether the text of an article is in front.
func (v *articlesView) isReading() bool { return v.hasArticle() && v.app.isInFront(v) }

// selected is the selection, if there are words in it that can be annotated.
func (v *articlesView) selected() (text.Span, bool) {
	return v.reader.selection(), v.app.canWrite() && v.isReading() && v.reader.hasWords()
}

// current is the annotation whose mark is picked.
func (v *articlesView) current() (store.ID, bool) {
	id, picked := v.reader.current()
	return id, picked && v.isReading()
}

// changeable is the annotation whose mark is picked, if it can be changed.
func (v *articlesView) changeable() (store.ID, bool) {
	id, picked := v.current()
	return id, picked && v.app.canWrite()
}

func (v *articlesView) annotateCommands() []command {
	annotate := func(kind store.Kind) act {
		return with(v.selected, func(text.Span) { v.inspector.begin(kind) })
	}
	commands := []command{{in: sectionNew, label: fixed(lang.L("Actor (Mention)")), key: keyActor, act: annotate(store.KindMention)}}
	commands = append(commands, v.recentActorCommands()...)
	return append(commands,
		command{in: sectionNew, label: fixed(lang.L("Statement")), key: keyStatement, act: annotate(store.KindStatement)},
		command{in: sectionNew, label: fixed(lang.L("Position")), key: keyPosition, act: annotate(store.KindPosition)},
		command{in: sectionNew, label: fixed(lang.L("Highlight")), key: keyHighlight, act: annotate(store.KindHighlight)},
		command{in: sectionNew, label: fixed(lang.L("Link All…")), key: keyLinkAll, act: with(v.linkable, v.linkAll)},
		v.tickCommand(),
		command{in: sectionAnnotation, label: fixed(lang.L("Edit Annotation")), key: letter('E'), act: with(v.current, v.edit)},
		command{in: sectionAnnotation, label: fixed(lang.L("Delete Annotation")), key: keyDelete, act: with(v.changeable, v.deleteSeen)},
		command{in: sectionAnnotation, label: fixed(lang.L("History of Annotation")), key: keyHistoryOfAnnotation, act: with(v.changeable, func(id store.ID) {
			v.inspector.showHistory(store.EntityAnnotation, id)
		})},
	)
}

// historyCommands are about the action that is chosen in the list of a history.
func (v *articlesView) historyCommands() []command {
	return []command{
		{in: sectionHistory, label: fixed(lang.L("Set Back to What It Was Then")), key: keySetBack, act: with(v.changeableThen, func(e store.HistoryEntry) { v.history.setBack(e) })},
		{in: sectionHistory, label: fixed(lang.L("Show All as It Was Then")), key: keyLookBack, act: with(func() (store.HistoryEntry, bool) { return v.history.chosen() }, v.app.lookBack)},
	}
}

// tickCommand links the chosen place of those that are listed, or leaves it out.
func (v *articlesView) tickCommand() command {
	return command{in: sectionNew, label: fixed(lang.L("Link or Leave Out the Place")), key: keyTick, act: with(v.inspector.chosenPlace, func(i int) { v.inspector.toggle(i) })}
}

// recentActorCommands are one for each of the keys 1 to 9.
func (v *articlesView) recentActorCommands() []command {
	commands := make([]command, names.MostRecentActors)
	for n := range commands {
		commands[n] = command{
			in: sectionNew.within(lang.L("Link to Recent Actor")), label: v.recentLabel(n), key: letter(rune('1' + n)),
			act: when(func() bool { _, words := v.selected(); return words && n < len(v.app.recentActors) }, v.linkRecent(n)),
		}
	}
	return commands
}

// wordsCommands change which words the annotation at hand is about.
func (v *articlesView) wordsCommands() []command {
	nudge := func(end func(*textview.View, int), by int) act {
		return with(v.changeable, func(store.ID) { end(v.reader.view, by) })
	}
	part := func(of func(text.Span) bool) func() (text.Span, bool) {
		return func() (text.Span, bool) { s, words := v.selected(); return s, words && of(s) }
	}
	return []command{
		{in: sectionWords, label: fixed(lang.L("Add Selection to Annotation")), key: keyAdd, act: with(part(v.inspector.canAddSpan), v.inspector.addSpan)},
		{in: sectionWords, label: fixed(lang.L("Take Selection out of Annotation")), key: letter('-'), act: with(part(v.inspector.canCutSpan), v.inspector.cutSpan)},
		{in: sectionWords, label: fixed(lang.L("Join the Annotation's Words")), key: letter('J'), act: when(
			func() bool { return v.app.canWrite() && v.isReading() && v.inspector.canJoinSpans() }, v.inspector.joinSpans)},
		{in: sectionWords, label: fixed(lang.L("Start a Word Earlier")), key: altShift(fyne.KeyLeft), act: nudge((*textview.View).NudgeStart, -1)},
		{in: sectionWords, label: fixed(lang.L("Start a Word Later")), key: altShift(fyne.KeyRight), act: nudge((*textview.View).NudgeStart, 1)},
		{in: sectionWords, label: fixed(lang.L("End a Word Earlier")), key: alt(fyne.KeyLeft), act: nudge((*textview.View).NudgeEnd, -1)},
		{in: sectionWords, label: fixed(lang.L("End a Word Later")), key: alt(fyne.KeyRight), act: nudge((*textview.View).NudgeEnd, 1)},
	}
}

// textCommands are about the text of the open article.
func (v *articlesView) textCommands() []command {
	editable := func() bool { return v.app.canWrite() && v.hasArticle() }
	open := func() bool { return v.app.project != nil }
	return []command{
		{in: sectionClipboard, label: fixed(lang.L("Copy with Citation")), key: ctrlShift(fyne.KeyC), act: with(v.citable, v.copyCited)},
		{in: sectionText, label: fixed(lang.L("Expand Selection")), key: letter('X'), act: when(v.isReading, v.reader.view.WidenSelection)},
		{in: sectionText, label: fixed(lang.L("Shrink Selection")), key: letter('Z'), act: when(v.isReading, v.reader.view.NarrowSelection)},
		{in: sectionText, label: fixed(lang.L("Edit Text")), key: keyEditText, act: when(editable, v.inFront(v.inspector.showText))},
		{in: sectionFind, label: fixed(lang.L("Find in Article")), key: ctrl(fyne.KeyF), act: when(v.hasArticle, v.inFront(v.reader.find.open))},
		{in: sectionFind, label: fixed(lang.L("Find Next")), key: keyFindNext, act: when(v.hasArticle, func() { v.reader.find.step(1) })},
		{in: sectionFind, label: fixed(lang.L("Find Previous")), key: keyFindPrevious, act: when(v.hasArticle, func() { v.reader.find.step(-1) })},
		{in: sectionFind, label: fixed(lang.L("Search Project")), key: keySearch, act: when(open, v.results.field.Focus)},
	}
}

// inFront brings the view to the front before it does something.
func (v *articlesView) inFront(do func()) func() {
	return func() { v.app.show(v); do() }
}

// walkCommands lead to other articles, marks and parts of the view.
func (v *articlesView) walkCommands() []command {
	step := func(by int) act { return when(v.hasArticle, v.inFront(func() { v.list.step(by) })) }
	typed := func(r rune) act { return when(v.isReading, func() { v.reader.view.TypedRune(r) }) }
	sentence := func(forward bool) act {
		return when(v.isReading, func() { v.reader.view.MoveBySentence(forward, false) })
	}
	return []command{
		{in: sectionArticles, label: fixed(lang.L("Next Article")), key: alt(fyne.KeyDown), act: step(1)},
		{in: sectionArticles, label: fixed(lang.L("Previous Article")), key: alt(fyne.KeyUp), act: step(-1)},
		{in: sectionMarks, label: fixed(lang.L("Next Mark")), key: keyNextMark, act: typed(']')},
		{in: sectionMarks, label: fixed(lang.L("Previous Mark")), key: keyPreviousMark, act: typed('[')},
		{in: sectionMarks, label: fixed(lang.L("Next Sentence")), key: ctrl(fyne.KeyPageDown), act: sentence(true)},
		{in: sectionMarks, label: fixed(lang.L("Previous Sentence")), key: ctrl(fyne.KeyPageUp), act: sentence(false)},
		{in: sectionParts, label: fixed(lang.L("Text")), key: plain(fyne.KeyF6), act: when(v.hasArticle, v.inFront(v.reader.focus))},
		{in: sectionParts, label: fixed(lang.L("Article Details")), key: ctrl(fyne.KeyD), act: when(v.hasArticle, v.inFront(v.inspector.showDetails))},
	}
}

// listCommands are about what the lists and the marks show.
func (v *articlesView) listCommands() []command {
	commands := []command{
		{in: sectionLists, label: fixed(lang.L("Positions")), key: ctrl(fyne.Key1), act: v.tab(panelPositions), checked: func() bool { return v.panel.tab == panelPositions }},
		{in: sectionLists, label: fixed(lang.L("Statements")), key: ctrl(fyne.Key2), act: v.tab(panelStatements), checked: func() bool { return v.panel.tab == panelStatements }},
	}
	for n, of := range []struct {
		kind  store.Kind
		label string
	}{
		{store.KindMention, lang.L("Marks: Mentions")},
		{store.KindStatement, lang.L("Marks: Statements")},
		{store.KindPosition, lang.L("Marks: Positions")},
		{store.KindHighlight, lang.L("Marks: Highlights")},
	} {
		commands = append(commands, command{
			in: sectionDim, label: fixed(of.label), key: altCtrl(fyne.KeyName(rune('1' + n))),
			act: always(v.toggleKind(of.kind)), checked: func() bool { return !v.dimmed[of.kind] },
		})
	}
	return commands
}

// tab brings a list of the panel to the front.
func (v *articlesView) tab(name string) act {
	return always(v.inFront(func() { v.panel.show(name) }))
}

// pageCommands are about how the text is set.
func (v *articlesView) pageCommands() []command {
	set := func(change func(*comfort)) act { return always(func() { v.setComfort(change) }) }
	is := func(get func(comfort) bool) func() bool { return func() bool { return get(comfortOf(v.app.prefs)) } }
	return []command{
		{in: sectionPage, label: fixed(lang.L("Larger Text")), key: ctrl(fyne.KeyEqual), act: set(func(c *comfort) { c.Text++ }),
			also: []key{ctrlShift(fyne.KeyEqual), ctrl(fyne.KeyPlus), ctrlShift(fyne.KeyPlus)}}, // + is not on the key of = everywhere
		{in: sectionPage, label: fixed(lang.L("Smaller Text")), key: ctrl(fyne.KeyMinus), act: set(func(c *comfort) { c.Text-- })},
		{in: sectionPage, label: fixed(lang.L("Usual Text")), key: ctrl(fyne.Key0), act: set(func(c *comfort) { c.Text, c.Column, c.Spacing = 0, 0, 0 })},
		{in: sectionPage, label: fixed(lang.L("Wider Column")), key: alt(fyne.KeyEqual), act: set(func(c *comfort) { c.Column++ })},
		{in: sectionPage, label: fixed(lang.L("Narrower Column")), key: alt(fyne.KeyMinus), act: set(func(c *comfort) { c.Column-- })},
		{in: sectionPage, label: fixed(lang.L("Looser Lines")), key: altCtrl(fyne.KeyEqual), act: set(func(c *comfort) { c.Spacing++ })},
		{in: sectionPage, label: fixed(lang.L("Tighter Lines")), key: altCtrl(fyne.KeyMinus), act: set(func(c *comfort) { c.Spacing-- })},
		{in: sectionPage, label: fixed(lang.L("Sans Serif")), key: plain(fyne.KeyF7), act: set(func(c *comfort) { c.Sans = !c.Sans }), checked: is(func(c comfort) bool { return c.Sans })},
		{in: sectionPage, label: fixed(lang.L("Paragraph Numbers")), key: plain(fyne.KeyF8), act: set(func(c *comfort) { c.Numbers = !c.Numbers }), checked: is(func(c comfort) bool { return c.Numbers })},
		{in: sectionPage, label: fixed(lang.L("Margin")), key: plain(fyne.KeyF9), act: set(func(c *comfort) { c.NoMargin = !c.NoMargin }), checked: is(func(c comfort) bool { return !c.NoMargin })},
		{in: sectionPage, label: fixed(lang.L("Margin at the Right")), key: ctrl(fyne.KeyF9), act: set(func(c *comfort) { c.MarginRight = !c.MarginRight }), checked: is(func(c comfort) bool { return c.MarginRight })},
	}
}

// setComfort changes how the text is set, and remembers it.
func (v *articlesView) setComfort(change func(*comfort)) {
	c := comfortOf(v.app.prefs)
	change(&c)
	keepComfort(v.app.prefs, c)
	v.reader.view.SetFace(comfortOf(v.app.prefs).face())
	v.app.refreshMenu()
}
