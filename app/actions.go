package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/control"
	"standpoint/store"
	"standpoint/store/text"
)

// annotate begins an annotation of the selected words.
func (a *App) annotate(kind store.Kind) func() {
	return func() { a.articles.inspector.begin(kind) }
}

// addSelection adds the selected words to the annotation in the inspector.
func (a *App) addSelection() { a.articles.inspector.addSpan(a.articles.reader.selection()) }

// cutSelection takes the selected words out of the annotation in the inspector.
func (a *App) cutSelection() { a.articles.inspector.cutSpan(a.articles.reader.selection()) }

// joinSpans makes one stretch of the words of the annotation in the inspector.
func (a *App) joinSpans() { a.articles.inspector.joinSpans() }

// editCurrent puts the focus into the form of the current mark.
func (a *App) editCurrent() {
	id, ok := a.articles.reader.current()
	if !ok {
		return
	}
	i := a.articles.inspector
	if page, shown := i.form(); shown && page.form.Annotation == id {
		page.focus()
		return
	}
	read(a, &i.loading, loadFormOf(a.names, id), func(f form) {
		if f.Annotation == (store.ID{}) {
			return
		}
		i.edit(f, false)
		i.page.focus()
	})
}

// deleteCurrent deletes the current annotation if it can be seen: its words in the text,
// or its form. Else it is shown first, for nobody deletes what they no longer look at.
func (a *App) deleteCurrent() {
	v := a.articles
	id, ok := v.reader.current()
	if !ok {
		return
	}
	if page, open := v.inspector.form(); !v.reader.sees(id) && !(open && page.form.Annotation == id) {
		v.reader.flash(v.spansOf(id))
		a.tell(lang.L("This is the current mark. Press Delete again to delete it."))
		return
	}
	a.deleteAnnotation(id)
}

// deleteAnnotation deletes an annotation; Undo brings it back.
func (a *App) deleteAnnotation(id store.ID) {
	said := a.articles.deletedWords(id)
	a.do(sentence("Delete %s", kindName(a.articles.kindOf(id))), func(b *store.Batch) error {
		return b.Delete(store.EntityAnnotation, id)
	}, func(err error) {
		if a.failed(err) {
			return
		}
		a.articles.inspector.forget(id)
		a.articles.reader.focus()
		a.tell(said)
	})
}

// longestDeleted is how many code points of what was deleted the status line tells.
const longestDeleted = 60

// deletedWords says that an annotation was deleted, with what went with it, and how it
// comes back.
func (v *articlesView) deletedWords(id store.ID) string {
	var words string
	positions := 0
	for _, a := range v.annotations {
		if a.ID == id {
			words = a.Anchor.Exact()
		}
		if a.Statement == id {
			positions++
		}
	}
	kind, words := kindName(v.kindOf(id)), text.Title(words, longestDeleted)
	if positions > 0 {
		return sentence("Deleted: %s “%s” with %s. Ctrl+Z brings it back.", kind, words, plural(positions, "position"))
	}
	return deletedSaid(kind, words)
}

// deletedSaid says what was deleted, and how it comes back.
func deletedSaid(kind, name string) string {
	return sentence("Deleted: %s “%s”. Ctrl+Z brings it back.", kind, name)
}

func (a *App) saveForm() { a.current.save() }

func (a *App) giveUp() { a.current.giveUp() }

func (a *App) showHistory() {
	if id, ok := a.articles.reader.current(); ok {
		a.articles.inspector.showHistory(store.EntityAnnotation, id)
	}
}

func (a *App) articleDetails() {
	a.show(a.articles)
	a.articles.inspector.showDetails()
}

func (a *App) editText() {
	a.show(a.articles)
	a.articles.inspector.showText()
}

func (a *App) findInArticle() { a.show(a.articles); a.articles.reader.find.open() }

func (a *App) findNext() { a.articles.reader.find.step(1) }

func (a *App) findPrevious() { a.articles.reader.find.step(-1) }

func (a *App) searchProject() { a.frame.search.Focus() }

// endSearch brings the article list back.
func (a *App) endSearch() {
	a.frame.search.SetText("")
	a.articles.search("")
	a.articles.shown()
}

func (a *App) nextArticle() { a.show(a.articles); a.articles.list.step(1) }

func (a *App) previousArticle() { a.show(a.articles); a.articles.list.step(-1) }

func (a *App) nextMark() { a.articles.reader.view.TypedRune(']') }

func (a *App) previousMark() { a.articles.reader.view.TypedRune('[') }

func (a *App) focusText() { a.show(a.articles); a.articles.reader.focus() }

func (a *App) showPanel(tab string) { a.show(a.articles); a.articles.panel.show(tab) }

// filterPanel puts the focus where the list in front is narrowed.
func (a *App) filterPanel() {
	if d, ok := a.current.(*directory); ok {
		d.list.field.Focus()
		return
	}
	a.show(a.articles)
	a.articles.panel.filters.toggle()
}

func (a *App) toggleFullScreen() { a.window.SetFullScreen(!a.window.FullScreen()) }

// annotateMenu opens the menu of what can be done with the selection and the
// current mark.
func (a *App) annotateMenu(at fyne.Position) {
	var items []*fyne.MenuItem
	for n, c := range a.commands {
		if c.menu == menuAnnotate && c.isEnabled() {
			items = append(items, a.menuItems[n])
		}
	}
	if len(items) > 0 {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), a.window.Canvas(), at)
	}
}

// showKeys lists all keys, menu by menu.
func (a *App) showKeys() {
	columns := make([]fyne.CanvasObject, 0, len(a.mainMenu.Items))
	for n, menu := range a.mainMenu.Items {
		lines := []fyne.CanvasObject{control.NewSectionHeader(menu.Label, "", "")}
		for _, c := range a.commands {
			if c.menu == menuName(n) && c.keyName() != "" {
				lines = append(lines, control.NewKeyHint(c.keyName(), c.label()))
			}
		}
		columns = append(columns, control.NewFlow(5, lines...))
	}
	columns = append(columns, control.NewFlow(5, append(
		[]fyne.CanvasObject{control.NewSectionHeader(lang.L("In the text"), "", "")}, readingKeys()...)...))
	a.post(&message{title: lang.L("Keys"), body: newKeyPage(columns), yes: lang.L("Close"), key: fyne.KeyF1})
}

// readingKeys are the keys of the reading view that are no commands.
func readingKeys() []fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, k := range [][2]string{
		{"1–9", lang.L("link the selected words to a recent actor")},
		{lang.L("Left, Right, Up, Down"), lang.L("move; with Shift select")},
		{lang.L("Ctrl+Left, Right"), lang.L("by word")},
		{lang.L("Ctrl+Page Up, Down"), lang.L("by sentence")},
		{lang.L("Ctrl+Up, Down"), lang.L("by paragraph")},
		{lang.L("Home, End"), lang.L("ends of the line")},
		{lang.L("Ctrl+Home, End"), lang.L("ends of the article")},
		{lang.L("Page Up, Down"), lang.L("by page")},
		{"Enter", lang.L("open the current mark")},
		{"Tab", lang.L("to the next part of the window")},
	} {
		lines = append(lines, control.NewKeyHint(k[0], k[1]))
	}
	return lines
}

func (a *App) showAbout() {
	a.say(sentence("Standpoint %s", a.options.Version),
		lang.L("Who said what, and who stands where, in the article’s own words.")+"\n"+a.options.Build+"\n"+lang.L("MIT licence"))
}
