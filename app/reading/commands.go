package reading

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/desk"
	"standpoint/app/names"
	"standpoint/app/panel"
	"standpoint/app/textview"
	"standpoint/store"
	"standpoint/store/text"
)

// Commands are what can be done in the articles view.
func (v *View) Commands() []desk.Command {
	return slices.Concat(v.annotateCommands(), v.historyCommands(), v.wordsCommands(), v.textCommands(), v.walkCommands(), v.listCommands(),
		v.pageCommands())
}

// isReading reports whether the text of an article is in front.
func (v *View) isReading() bool { return v.HasArticle() && v.desk.IsInFront(v) }

// selected is the selection, if there are words in it that can be annotated.
func (v *View) selected() (text.Span, bool) {
	return v.Reader.selection(), v.desk.CanWrite() && v.isReading() && v.Reader.hasWords()
}

// current is the annotation whose mark is picked.
func (v *View) current() (store.ID, bool) {
	id, picked := v.Reader.Current()
	return id, picked && v.isReading()
}

// changeable is the annotation whose mark is picked, if it can be changed.
func (v *View) changeable() (store.ID, bool) {
	id, picked := v.current()
	return id, picked && v.desk.CanWrite()
}

func (v *View) annotateCommands() []desk.Command {
	annotate := func(kind store.Kind) desk.Deed {
		return desk.With(v.selected, func(text.Span) { v.Inspector.Begin(kind) })
	}
	commands := []desk.Command{{
		In: desk.SectionNew, Label: desk.Fixed(lang.L("Actor (Mention)")), Key: desk.KeyActor,
		Act: annotate(store.KindMention),
	}}
	commands = append(commands, v.recentActorCommands()...)
	return append(commands,
		desk.Command{In: desk.SectionNew, Label: desk.Fixed(lang.L("Statement")), Key: desk.KeyStatement, Act: annotate(store.KindStatement)},
		desk.Command{In: desk.SectionNew, Label: desk.Fixed(lang.L("Position")), Key: desk.KeyPosition, Act: annotate(store.KindPosition)},
		desk.Command{In: desk.SectionNew, Label: desk.Fixed(lang.L("Highlight")), Key: desk.KeyHighlight, Act: annotate(store.KindHighlight)},
		desk.Command{In: desk.SectionNew, Label: desk.Fixed(lang.L("Link All…")), Key: desk.KeyLinkAll, Act: desk.With(v.linkable, v.linkAll)},
		v.tickCommand(),
		desk.Command{
			In: desk.SectionAnnotation, Label: desk.Fixed(lang.L("Edit Annotation")), Key: desk.Letter('E'),
			Act: desk.With(v.current, v.edit),
		},
		desk.Command{
			In: desk.SectionAnnotation, Label: desk.Fixed(lang.L("Delete Annotation")), Key: desk.KeyDelete,
			Act: desk.With(v.changeable, v.deleteSeen),
		},
		desk.Command{
			In: desk.SectionAnnotation, Label: desk.Fixed(lang.L("History of Annotation")), Key: desk.KeyHistoryOfAnnotation,
			Act: desk.With(v.changeable, func(id store.ID) {
				v.Inspector.ShowHistory(store.EntityAnnotation, id)
			}),
		},
	)
}

// historyCommands are about the action that is chosen in the list of a history.
func (v *View) historyCommands() []desk.Command {
	return []desk.Command{
		{
			In: desk.SectionHistory, Label: desk.Fixed(lang.L("Take Back the Action…")), Key: desk.KeyTakeBack,
			Act: desk.With(v.takeable, func(e store.HistoryEntry) { v.History.TakeBack(e) }),
		},
		{
			In: desk.SectionHistory, Label: desk.Fixed(lang.L("Set Back to What It Was Then")), Key: desk.KeySetBack,
			Act: desk.With(v.changeableThen, func(e store.HistoryEntry) { v.History.SetBack(e) }),
		},
		{
			In: desk.SectionHistory, Label: desk.Fixed(lang.L("Show All as It Was Then")), Key: desk.KeyLookBack,
			Act: desk.With(func() (store.HistoryEntry, bool) { return v.History.Chosen() }, v.desk.LookBack),
		},
	}
}

// tickCommand links the chosen place of those that are listed, or leaves it out.
func (v *View) tickCommand() desk.Command {
	return desk.Command{
		In: desk.SectionNew, Label: desk.Fixed(lang.L("Link or Leave Out the Place")), Key: desk.KeyTick,
		Act: desk.With(v.Inspector.ChosenPlace, func(i int) { v.Inspector.Toggle(i) }),
	}
}

// recentActorCommands are one for each of the keys 1 to 9.
func (v *View) recentActorCommands() []desk.Command {
	commands := make([]desk.Command, names.MostRecentActors)
	for n := range commands {
		commands[n] = desk.Command{
			In: desk.SectionNew.Within(lang.L("Link to Recent Actor")), Label: v.recentLabel(n), Key: desk.KeyRecent(n),
			Act: desk.When(func() bool { _, words := v.selected(); return words && n < len(v.desk.RecentActors) }, v.linkRecent(n)),
		}
	}
	return commands
}

// wordsCommands change which words the annotation at hand is about.
func (v *View) wordsCommands() []desk.Command {
	nudge := func(end func(*textview.View, int), by int) desk.Deed {
		return desk.With(v.changeable, func(store.ID) { end(v.Reader.View, by) })
	}
	part := func(of func(text.Span) bool) func() (text.Span, bool) {
		return func() (text.Span, bool) { s, words := v.selected(); return s, words && of(s) }
	}
	return []desk.Command{
		{
			In: desk.SectionWords, Label: desk.Fixed(lang.L("Add Selection to Annotation")), Key: desk.KeyAdd,
			Act: desk.With(part(v.Inspector.CanAddSpan), v.Inspector.AddSpan),
		},
		{
			In: desk.SectionWords, Label: desk.Fixed(lang.L("Take Selection out of Annotation")), Key: desk.Letter('-'),
			Act: desk.With(part(v.Inspector.CanCutSpan), v.Inspector.CutSpan),
		},
		{In: desk.SectionWords, Label: desk.Fixed(lang.L("Join the Annotation's Words")), Key: desk.Letter('J'), Act: desk.When(
			func() bool { return v.desk.CanWrite() && v.isReading() && v.Inspector.CanJoinSpans() }, v.Inspector.JoinSpans)},
		{
			In: desk.SectionWords, Label: desk.Fixed(lang.L("Start a Word Earlier")), Key: desk.AltShift(fyne.KeyLeft),
			Act: nudge((*textview.View).NudgeStart, -1),
		},
		{
			In: desk.SectionWords, Label: desk.Fixed(lang.L("Start a Word Later")), Key: desk.AltShift(fyne.KeyRight),
			Act: nudge((*textview.View).NudgeStart, 1),
		},
		{
			In: desk.SectionWords, Label: desk.Fixed(lang.L("End a Word Earlier")), Key: desk.Alt(fyne.KeyLeft),
			Act: nudge((*textview.View).NudgeEnd, -1),
		},
		{
			In: desk.SectionWords, Label: desk.Fixed(lang.L("End a Word Later")), Key: desk.Alt(fyne.KeyRight),
			Act: nudge((*textview.View).NudgeEnd, 1),
		},
	}
}

// textCommands are about the text of the open article.
func (v *View) textCommands() []desk.Command {
	editable := func() bool { return v.desk.CanWrite() && v.HasArticle() }
	open := func() bool { return v.desk.Project != nil }
	return []desk.Command{
		{
			In: desk.SectionClipboard, Label: desk.Fixed(lang.L("Copy with Citation")), Key: desk.CtrlShift(fyne.KeyC),
			Act: desk.With(v.citable, v.copyCited),
		},
		{
			In: desk.SectionText, Label: desk.Fixed(lang.L("Expand Selection")), Key: desk.Letter('X'),
			Act: desk.When(v.isReading, v.Reader.View.WidenSelection),
		},
		{
			In: desk.SectionText, Label: desk.Fixed(lang.L("Shrink Selection")), Key: desk.Letter('Z'),
			Act: desk.When(v.isReading, v.Reader.View.NarrowSelection),
		},
		{
			In: desk.SectionText, Label: desk.Fixed(lang.L("Edit Text")), Key: desk.KeyEditText,
			Act: desk.When(editable, v.inFront(v.Inspector.ShowText)),
		},
		{
			In: desk.SectionText, Label: desk.Fixed(lang.L("Delete Article")), Key: desk.KeyDeleteArticle,
			Act: desk.When(func() bool { return editable() && v.isReading() }, v.Inspector.DeleteArticle),
		},
		{
			In: desk.SectionFind, Label: desk.Fixed(lang.L("Find in Article")), Key: desk.Ctrl(fyne.KeyF),
			Act: desk.When(v.HasArticle, v.inFront(v.Reader.find.open)),
		},
		{
			In: desk.SectionFind, Label: desk.Fixed(lang.L("Find Next")), Key: desk.KeyFindNext,
			Act: desk.When(v.HasArticle, func() { v.Reader.find.step(1) }),
		},
		{
			In: desk.SectionFind, Label: desk.Fixed(lang.L("Find Previous")), Key: desk.KeyFindPrevious,
			Act: desk.When(v.HasArticle, func() { v.Reader.find.step(-1) }),
		},
		{In: desk.SectionFind, Label: desk.Fixed(lang.L("Search Project")), Key: desk.KeySearch, Act: desk.When(open, v.Results.Field.Focus)},
	}
}

// inFront brings the view to the front before it does something.
func (v *View) inFront(do func()) func() {
	return func() { v.desk.Show(v); do() }
}

// walkCommands lead to other articles, marks and parts of the view.
func (v *View) walkCommands() []desk.Command {
	step := func(by int) desk.Deed { return desk.When(v.HasArticle, v.inFront(func() { v.List.Step(by) })) }
	sentence := func(forward bool) desk.Deed {
		return desk.When(v.isReading, func() { v.Reader.View.MoveBySentence(forward, false) })
	}
	return []desk.Command{
		{In: desk.SectionArticles, Label: desk.Fixed(lang.L("Next Article")), Key: desk.Alt(fyne.KeyDown), Act: step(1)},
		{In: desk.SectionArticles, Label: desk.Fixed(lang.L("Previous Article")), Key: desk.Alt(fyne.KeyUp), Act: step(-1)},
		{
			In: desk.SectionMarks, Label: desk.Fixed(lang.L("Next Mark")), Key: desk.KeyNextMark,
			Act: desk.When(v.isReading, v.Reader.View.NextMark),
		},
		{
			In: desk.SectionMarks, Label: desk.Fixed(lang.L("Previous Mark")), Key: desk.KeyPreviousMark,
			Act: desk.When(v.isReading, v.Reader.View.PreviousMark),
		},
		{In: desk.SectionMarks, Label: desk.Fixed(lang.L("Next Sentence")), Key: desk.Ctrl(fyne.KeyPageDown), Act: sentence(true)},
		{In: desk.SectionMarks, Label: desk.Fixed(lang.L("Previous Sentence")), Key: desk.Ctrl(fyne.KeyPageUp), Act: sentence(false)},
		{
			In: desk.SectionParts, Label: desk.Fixed(lang.L("Text")), Key: desk.Plain(fyne.KeyF6),
			Act: desk.When(v.HasArticle, v.inFront(v.Reader.Focus)),
		},
		{
			In: desk.SectionParts, Label: desk.Fixed(lang.L("List of Articles")), Key: desk.Ctrl(fyne.KeyF6),
			Act: desk.When(v.canList, v.inFront(v.listArticles)),
		},
		{
			In: desk.SectionParts, Label: desk.Fixed(lang.L("Article Details")), Key: desk.Ctrl(fyne.KeyD),
			Act: desk.When(v.HasArticle, v.inFront(v.Inspector.ShowDetails)),
		},
	}
}

// listCommands are about what the lists and the marks show.
func (v *View) listCommands() []desk.Command {
	commands := []desk.Command{
		{
			In: desk.SectionLists, Label: desk.Fixed(lang.L("Positions")), Key: desk.Ctrl(fyne.Key1), Act: v.tab(panel.TabPositions),
			Checked: func() bool { return v.Panel.Tab == panel.TabPositions },
		},
		{
			In: desk.SectionLists, Label: desk.Fixed(lang.L("Statements")), Key: desk.Ctrl(fyne.Key2), Act: v.tab(panel.TabStatements),
			Checked: func() bool { return v.Panel.Tab == panel.TabStatements },
		},
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
		commands = append(commands, desk.Command{
			In: desk.SectionDim, Label: desk.Fixed(of.label), Key: desk.AltCtrl(fyne.KeyName(rune('1' + n))),
			Act: desk.Always(v.ToggleKind(of.kind)), Checked: func() bool { return !v.dimmed[of.kind] },
		})
	}
	return commands
}

// tab brings a list of the panel to the front.
func (v *View) tab(name string) desk.Deed {
	return desk.Always(v.inFront(func() { v.Panel.Show(name) }))
}

// pageCommands are about how the text is set.
func (v *View) pageCommands() []desk.Command {
	set := func(change func(*Comfort)) desk.Deed { return desk.Always(func() { v.SetComfort(change) }) }
	is := func(get func(Comfort) bool) func() bool { return func() bool { return get(comfortOf(v.desk.Prefs)) } }
	return []desk.Command{
		{
			In: desk.SectionPage, Label: desk.Fixed(lang.L("Larger Text")), Key: desk.Ctrl(fyne.KeyEqual), Act: set(func(c *Comfort) { c.Text++ }),
			// + is not on the key of = everywhere
			Also: []desk.Key{desk.CtrlShift(fyne.KeyEqual), desk.Ctrl(fyne.KeyPlus), desk.CtrlShift(fyne.KeyPlus)},
		},
		{In: desk.SectionPage, Label: desk.Fixed(lang.L("Smaller Text")), Key: desk.Ctrl(fyne.KeyMinus), Act: set(func(c *Comfort) { c.Text-- })},
		{
			In: desk.SectionPage, Label: desk.Fixed(lang.L("Usual Text")), Key: desk.Ctrl(fyne.Key0),
			Act: set(func(c *Comfort) { c.Text, c.Column, c.Spacing = 0, 0, 0 }),
		},
		{
			In: desk.SectionPage, Label: desk.Fixed(lang.L("Wider Column")), Key: desk.Alt(fyne.KeyEqual),
			Act: set(func(c *Comfort) { c.Column++ }),
		},
		{
			In: desk.SectionPage, Label: desk.Fixed(lang.L("Narrower Column")), Key: desk.Alt(fyne.KeyMinus),
			Act: set(func(c *Comfort) { c.Column-- }),
		},
		{
			In: desk.SectionPage, Label: desk.Fixed(lang.L("Looser Lines")), Key: desk.AltCtrl(fyne.KeyEqual),
			Act: set(func(c *Comfort) { c.Spacing++ }),
		},
		{
			In: desk.SectionPage, Label: desk.Fixed(lang.L("Tighter Lines")), Key: desk.AltCtrl(fyne.KeyMinus),
			Act: set(func(c *Comfort) { c.Spacing-- }),
		},
		{
			In: desk.SectionPage, Label: desk.Fixed(lang.L("Sans Serif")), Key: desk.Plain(fyne.KeyF7),
			Act: set(func(c *Comfort) { c.Sans = !c.Sans }), Checked: is(func(c Comfort) bool { return c.Sans }),
		},
		{
			In: desk.SectionPage, Label: desk.Fixed(lang.L("Paragraph Numbers")), Key: desk.Plain(fyne.KeyF8),
			Act: set(func(c *Comfort) { c.Numbers = !c.Numbers }), Checked: is(func(c Comfort) bool { return c.Numbers }),
		},
		{
			In: desk.SectionPage, Label: desk.Fixed(lang.L("Margin")), Key: desk.Plain(fyne.KeyF9),
			Act: set(func(c *Comfort) { c.NoMargin = !c.NoMargin }), Checked: is(func(c Comfort) bool { return !c.NoMargin }),
		},
		{
			In: desk.SectionPage, Label: desk.Fixed(lang.L("Margin at the Right")), Key: desk.Ctrl(fyne.KeyF9),
			Act: set(func(c *Comfort) { c.MarginRight = !c.MarginRight }), Checked: is(func(c Comfort) bool { return c.MarginRight }),
		},
	}
}

// SetComfort changes how the text is set, and remembers it.
func (v *View) SetComfort(change func(*Comfort)) {
	c := comfortOf(v.desk.Prefs)
	change(&c)
	keepComfort(v.desk.Prefs, c)
	v.Reader.View.SetFace(comfortOf(v.desk.Prefs).face())
	v.desk.RefreshMenu()
}
