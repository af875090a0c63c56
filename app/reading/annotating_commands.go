package reading

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/desk"
	"standpoint/app/names"
	"standpoint/app/textview"
	"standpoint/store"
	"standpoint/store/text"
)

// commands annotate what is selected, and change the annotation at hand.
func (a *annotating) commands() []desk.Command {
	return slices.Concat(a.newCommands(), a.annotationCommands(), a.wordsCommands(), []desk.Command{
		{
			In: desk.SectionClipboard, Label: desk.Fixed(lang.L("Copy with Citation")), Key: desk.CtrlShift(fyne.KeyC),
			Act: desk.With(a.citable, a.copyCited),
		},
		{
			In: desk.SectionClipboard, Label: desk.Fixed(lang.L("Copy Citation of the Article…")), Key: desk.AltShift(fyne.KeyB),
			Act: desk.When(a.desk.isReading, a.askReference),
		},
		{
			In: desk.SectionSearched, Label: desk.Fixed(lang.L("Search Project for the Selected Words")), Key: desk.AltCtrl(fyne.KeyK),
			Act: desk.With(a.searchable, func(words string) { a.search(words) }),
		},
	})
}

// newCommands annotate the selected words.
func (a *annotating) newCommands() []desk.Command {
	annotate := func(kind store.Kind) desk.Deed {
		return desk.With(a.selected, func(text.Span) { a.inspector.Begin(kind) })
	}
	commands := []desk.Command{{
		In: desk.SectionNew, Label: desk.Fixed(lang.L("Actor (Mention)")), Key: desk.KeyActor,
		Act: annotate(store.KindMention),
	}}
	commands = append(commands, a.recentActorCommands()...)
	return append(commands,
		desk.Command{In: desk.SectionNew, Label: desk.Fixed(lang.L("Statement")), Key: desk.KeyStatement, Act: annotate(store.KindStatement)},
		desk.Command{In: desk.SectionNew, Label: desk.Fixed(lang.L("Position")), Key: desk.KeyPosition, Act: annotate(store.KindPosition)},
		desk.Command{In: desk.SectionNew, Label: desk.Fixed(lang.L("Highlight")), Key: desk.KeyHighlight, Act: annotate(store.KindHighlight)},
		desk.Command{In: desk.SectionNew, Label: desk.Fixed(lang.L("Link All…")), Key: desk.KeyLinkAll, Act: desk.With(a.linkable, a.linkAll)},
		a.tickCommand(),
	)
}

// annotationCommands are about the annotation at hand.
func (a *annotating) annotationCommands() []desk.Command {
	return []desk.Command{
		{
			In: desk.SectionAnnotation, Label: desk.Fixed(lang.L("Edit Annotation")), Key: desk.Letter('E'),
			Act: desk.With(a.current, a.edit),
		},
		{
			In: desk.SectionAnnotation, Label: desk.Fixed(lang.L("Delete Annotation")), Key: desk.KeyDelete,
			Act: desk.With(a.deletable, a.deleteSeen),
		},
		{
			In: desk.SectionAnnotation, Label: desk.Fixed(lang.L("History of Annotation")), Key: desk.KeyHistoryOfAnnotation,
			Act: desk.With(a.changeable, func(id store.ID) {
				a.inspector.ShowHistory(store.EntityAnnotation, id)
			}),
		},
	}
}

// tickCommand links the chosen place of those that are listed, or leaves it out.
func (a *annotating) tickCommand() desk.Command {
	return desk.Command{
		In: desk.SectionSelected, Label: desk.Fixed(lang.L("Link or Leave Out the Place")), Key: desk.KeyTick,
		Act: desk.With(a.inspector.ChosenPlace, func(i int) { a.inspector.Toggle(i) }),
	}
}

// recentActorCommands are one for each of the keys 1 to 9.
func (a *annotating) recentActorCommands() []desk.Command {
	commands := make([]desk.Command, names.MostRecentActors)
	for n := range commands {
		commands[n] = desk.Command{
			In: desk.SectionNew.Within(lang.L("Link to Recent Actor")), Label: a.recentLabel(n), Key: desk.KeyRecent(n),
			Act: desk.When(func() bool { _, words := a.selected(); return words && n < len(a.desk.RecentActors) }, a.linkRecent(n)),
		}
	}
	return commands
}

// wordsCommands change which words the annotation at hand is about.
func (a *annotating) wordsCommands() []desk.Command {
	nudge := func(end func(*textview.View, int), by int) desk.Deed {
		return desk.With(a.movable, func(store.ID) { end(a.reader.text, by) })
	}
	part := func(of func(text.Span) bool) func() (text.Span, bool) {
		return func() (text.Span, bool) { s, words := a.selected(); return s, words && of(s) }
	}
	return []desk.Command{
		{
			In: desk.SectionWords, Label: desk.Fixed(lang.L("Add Selection to Annotation")), Key: desk.KeyAdd,
			Act: desk.With(part(a.inspector.CanAddSpan), a.inspector.AddSpan),
		},
		{
			In: desk.SectionWords, Label: desk.Fixed(lang.L("Take Selection out of Annotation")), Key: desk.Letter('-'),
			Act: desk.With(part(a.inspector.CanCutSpan), a.inspector.CutSpan),
		},
		{
			In: desk.SectionWords, Label: desk.Fixed(lang.L("Fill the Field with the Selection")), Key: desk.KeyFill,
			Act: desk.With(part(func(text.Span) bool { return a.inspector.CanTake() }), a.inspector.TakeSelection),
		},
		{In: desk.SectionWords, Label: desk.Fixed(lang.L("Join the Annotation's Words")), Key: desk.Letter('J'), Act: desk.When(
			func() bool { return a.desk.CanWrite() && a.desk.isReading() && a.inspector.CanJoinSpans() }, a.inspector.JoinSpans)},
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
