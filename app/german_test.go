package app

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/store"
	"standpoint/store/storetest"
)

const hafen = `Mara Ellin, die Ministerin von Norvia, sprach zum Varro Kurier: „Wir halten den Hafen offen.“ Wie lange, blieb ungesagt.

Fremde Beobachter lehnte Norvia ab. Wer zahlt, steht aus.`

// givenWords are what the project of the test has, and names that are the same in all languages.
const givenWords = hafen + `
Hafenrunde Belmora Nachtzug Öffnung Ada Presse test Wikidata wikidata JSON Standpoint English Deutsch Super commit TEST
Erstellt vorkommt überbracht Spricht` // what notes say by themselves in German

// germanScene is a part of the window to look at.
type germanScene struct {
	name string
	show func()
}

// newGermanWindow is one with a small project, and all that there is to look at in it.
func newGermanWindow(t *testing.T) (a *App, scenes []germanScene) {
	t.Helper()
	a = newSampleAppIn(t, "de")
	a.projects.create(filepath.Join(t.TempDir(), "test.standpoint"))
	empty := []germanScene{
		{"nothing to read", func() { a.Show(a.articles) }},
		{"no actors", func() { a.Show(a.view("actors")) }},
		{"no issues", func() { a.Show(a.view("issues")) }},
		{"no notes", func() { a.Show(a.view("notes")) }},
		{"no standings", func() { a.Show(a.view("standings")) }},
	}
	return a, empty
}

// fillGerman records something of each kind in the project.
func (a *App) fillGerman(t *testing.T) {
	t.Helper()
	var article store.Article
	_, err := a.Project.Do(t.Context(), storetest.Titled("Nachtzug"), func(b *store.Batch) (err error) {
		talks := store.Article{Title: "Hafenrunde", Source: "Varro Kurier", Author: "Ada", Published: "2031-03-04"}
		article, err = b.AddArticle(talks, hafen)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	a.Show(a.articles)
	a.articles.OpenAt(article.ID, nil)
	a.begin(t, store.KindStatement, "„Wir halten den Hafen offen.“")
	a.pick(t, lang.L("Speaker"), "Mara Ellin", store.ActorPerson)
	a.pick(t, lang.L("Speaker"), "Norvia", store.ActorState)
	a.pick(t, lang.L("Reported through"), "Varro Kurier", store.ActorOrganisation)
	a.pick(t, lang.L("Tags"), "Presse", "")
	a.field(t, lang.L("Note")).SetText("Nachtzug")
	a.pick(t, lang.L("Issue or actor"), "Öffnung", anIssue)
	a.choice(t, lang.L("Stance")).TypedRune('s')
	a.field(t, lang.L("Condition")).SetText("Wer zahlt")
	a.tap(t, lang.L("Add another position taken in this statement"))
	a.tap(t, lang.L("The speaker says where somebody else stands"))
	a.pick(t, lang.L("Issue or actor"), "Öffnung", anIssue)
	a.pick(t, lang.L("Holder"), "Belmora", store.ActorState)
	a.articles.Save()
	a.begin(t, store.KindPosition, "Fremde Beobachter lehnte Norvia ab")
	a.pick(t, lang.L("Holder"), "Norvia", store.ActorState)
	a.pick(t, lang.L("Issue or actor"), "Beobachter", anIssue)
	a.choice(t, lang.L("Stance")).TypedRune('o')
	a.articles.Save()
	if rows := a.statements(t); len(rows) != 1 {
		t.Fatalf("%d statements", len(rows))
	}
}

// germanScenes are the views, forms and lists of a project that has something of each kind.
func (a *App) germanScenes(t *testing.T) []germanScene {
	t.Helper()
	begin := func(k store.Kind) func() {
		return func() { a.Show(a.articles); a.begin(t, k, "Wer zahlt") }
	}
	actor := a.Names.Called("Mara Ellin").ID
	var issue store.ID
	for id, n := range a.Names.Issues {
		if n.Name == "Öffnung" {
			issue = id
		}
	}
	statement := a.statements(t)[0].ID
	picked := func(e store.Entity, id store.ID, then func()) func() {
		return func() { a.GoTo(desk.Place{Entity: e, ID: id}); then() }
	}
	begun := func(label string) func() {
		return func() {
			a.choose(label)
			for _, letter := range "Nachtzug" {
				a.keyboard().TypedRune(letter)
			}
		}
	}
	nothing := func() {}
	return []germanScene{
		{"reading", func() { a.Show(a.articles); a.articles.GiveUp() }},
		{"saved statement", func() { a.Show(a.articles); a.articles.Pick(statement) }},
		{"statements", func() { a.choose(lang.L("Statements")) }},
		{"positions", func() { a.choose(lang.L("Positions")) }},
		{"new mention", begin(store.KindMention)},
		{"new highlight", begin(store.KindHighlight)},
		{"new position", begin(store.KindPosition)},
		{"new statement", begin(store.KindStatement)},
		{"whole statement", func() {
			a.begin(t, store.KindStatement, "Wer zahlt")
			a.pick(t, lang.L("Speaker"), "Ada", store.ActorPerson)
			a.pick(t, lang.L("Issue or actor"), "Öffnung", anIssue)
			a.tap(t, lang.L("Add another position taken in this statement"))
			a.tap(t, lang.L("Addressees and a translation"))
		}},
		{"what is missing", func() { a.begin(t, store.KindStatement, "Wer zahlt"); a.articles.Save() }},
		{"unfinished", func() { a.articles.GiveUp() }},
		{"history of an annotation", func() { a.articles.Pick(statement); a.choose(lang.L("History of Annotation")) }},
		{"details", func() { a.choose(lang.L("Article Details")) }},
		{"text", func() { a.choose(lang.L("Edit Text")) }},
		{"link all", func() { a.text().Select(a.words(t, "Norvia")); a.choose(lang.L("Link All…")) }},
		{"history", func() { a.articles.GiveUp(); a.showProjectHistory() }},
		{"search", func() { a.searchField().SetText("Norvia") }},
		{"nothing found", func() { a.searchField().SetText("Belmora Nachtzug") }},
		{"actors", picked(store.EntityActor, actor, nothing)},
		{"deleting an actor", picked(store.EntityActor, actor, func() { a.choose("Akteur löschen") })},
		{"merging actors", picked(store.EntityActor, actor, func() { a.choose("Akteur zusammenlegen mit\u00a0…") })},
		{"new actor", begun("Neuer Akteur")},
		{"issues", picked(store.EntityIssue, issue, nothing)},
		{"new issue", begun("Neue Streitfrage")},
		{"notes", func() { a.Show(a.view("notes")) }},
		{"notes on an actor", picked(store.EntityActor, actor, func() { a.choose(lang.L("Notes on the Selected Actors")) })},
		{"standings", func() { a.Show(a.view("standings")) }},
		{"positions behind a mark", func() { a.press(fyne.KeyReturn) }},
		{"changes", func() { a.Show(a.view("standings")); a.menus.TypedLetter('c') }},
		{"network", func() { a.menus.TypedLetter('n') }},
		{"a preset", func() { a.choose(lang.L("Save as Preset…")) }},
		{"keys", a.menus.showKeys},
		{"about", a.showAbout},
		{"coder", a.coders.showCoder},
		{"backups", a.backups.restoreBackup},
	}
}

// A word that German texts have not, and the project neither, was forgotten by the translation.
func TestAGermanWindowSaysNothingInEnglish(t *testing.T) {
	known := wordsIn(givenWords)
	for _, text := range translation(t, "de.json") {
		for _, form := range formsOf(text) {
			known = append(known, wordsIn(form)...)
		}
	}
	slices.Sort(known)
	a, scenes := newGermanWindow(t)
	look := func(scenes []germanScene) {
		for _, s := range scenes {
			s.show()
			for _, o := range a.laidOut() {
				if words, ok := o.(*canvas.Text); ok {
					checkGerman(t, s.name, words.Text, known)
				}
			}
			a.closeMessages()
		}
	}
	look(scenes)
	a.fillGerman(t)
	look(a.germanScenes(t))
	a.menus.recentItem.ChildMenu.Items = nil // they are names of files
	for _, menu := range a.menus.mainMenu.Items {
		checkMenu(t, menu, known)
	}
}

func checkMenu(t *testing.T, menu *fyne.Menu, known []string) {
	t.Helper()
	for _, item := range menu.Items {
		label, _, _ := strings.Cut(item.Label, "\t")
		checkGerman(t, "the menu "+menu.Label, label, known)
		if item.ChildMenu != nil {
			checkMenu(t, item.ChildMenu, known)
		}
	}
}

func checkGerman(t *testing.T, where, said string, known []string) {
	t.Helper()
	for _, w := range wordsIn(said) {
		at, found := slices.BinarySearch(known, w)
		if cut := strings.Contains(said, w+"…") && at < len(known) && strings.HasPrefix(known[at], w); !found && !cut {
			t.Errorf("%s: %q is in %q", where, w, said)
		}
	}
}

var word = regexp.MustCompile(`\p{L}[\p{L}-]+`)

func wordsIn(s string) []string { return word.FindAllString(strings.ReplaceAll(s, "\u00ad", ""), -1) }

// laidOut are the objects that are seen of the window, or of what covers it.
func (a *App) laidOut() []fyne.CanvasObject {
	over := a.Window.Content()
	if covers := a.Window.Canvas().Overlays().List(); len(covers) > 0 {
		over = covers[len(covers)-1]
	}
	return seenOf(nil, over, over.MinSize().Max(over.Size()))
}

// seenOf adds an object and all that are seen in it, laid out in that size. What is hidden may hold words of what it showed before.
func seenOf(objects []fyne.CanvasObject, o fyne.CanvasObject, size fyne.Size) []fyne.CanvasObject {
	if !o.Visible() {
		return objects
	}
	objects = append(objects, o)
	var children []fyne.CanvasObject
	switch c := o.(type) {
	case fyne.Widget:
		r := c.CreateRenderer()
		r.Layout(size)
		children = r.Objects()
	case *fyne.Container:
		if c.Layout != nil {
			c.Layout.Layout(c.Objects, size)
		}
		children = c.Objects
	}
	for _, child := range children {
		objects = seenOf(objects, child, child.Size())
	}
	return objects
}

func (a *App) closeMessages() {
	for a.IsCovered() {
		a.press(fyne.KeyEscape)
	}
}

// What is longer in German still fits: no button is cut, and none is out of the window, in a small one either.
func TestButtonsAreWholeInASmallGermanWindow(t *testing.T) {
	a, scenes := newGermanWindow(t)
	sizes := []fyne.Size{{Width: 720, Height: 600}, {Width: 1100, Height: 700}}
	check := func(scenes []germanScene) {
		for _, size := range sizes {
			for _, s := range scenes {
				s.show()
				a.Window.Resize(size.AddWidthHeight(1, 0)) // the test has looked for fields, which lays them out as wide as they like
				a.Window.Resize(size)
				a.checkButtons(t, s.name)
				a.closeMessages()
			}
		}
	}
	check(scenes)
	a.fillGerman(t)
	check(a.germanScenes(t))
}

func (a *App) checkButtons(t *testing.T, where string) {
	t.Helper()
	window := a.Window.Canvas()
	top := window.Content()
	if covers := window.Overlays().List(); len(covers) > 0 {
		top = covers[len(covers)-1]
	}
	for _, b := range buttonsIn(top) {
		right := fyne.CurrentApp().Driver().AbsolutePositionForObject(b).X + b.Size().Width
		if right > window.Size().Width || b.Size().Width < b.MinSize().Width {
			t.Errorf("%s, %v wide: %q ends at %v and is %v wide, needs %v",
				where, window.Size().Width, said(b), right, b.Size().Width, b.MinSize().Width)
		}
	}
}

// buttonsIn are the buttons that are seen, where they are.
func buttonsIn(o fyne.CanvasObject) (buttons []*control.Button) {
	var parts []fyne.CanvasObject
	switch x := o.(type) {
	case *control.Button:
		if x.Visible() {
			return []*control.Button{x}
		}
	case *fyne.Container:
		parts = x.Objects
	case fyne.Widget:
		parts = test.WidgetRenderer(x).Objects()
	}
	for _, part := range parts {
		if part.Visible() {
			buttons = append(buttons, buttonsIn(part)...)
		}
	}
	return buttons
}
