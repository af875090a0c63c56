//go:build window

// These tests drive the real window with mouse and keyboard, on a display of
// their own. They know the program as a person does: by what is on the screen,
// and by what standpoint-cli says is in the project.
package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/look"
)

const article = `Title: Harbour talks begin in Port Varro
Source: The Varro Courier
Author: A. Reporter
Date: 2031-03-04

Delegates of Norvia and Estmark met in Port Varro on Tuesday for the first time since the strait was closed.

Mara Ellin, the trade minister of Norvia, told reporters: “We will keep the harbour open to every ship that carries grain.” ` +
	`She did not say for how long.
`

// quotation is what the minister says, without the marks.
const quotation = "We will keep the harbour open to every ship that carries grain."

// withAStatement shows a new project into which an article was imported, and in which what the minister says was recorded.
func withAStatement(t *testing.T) (d *display, p *program, project string) {
	t.Helper()
	d = newDisplay(t, 1440, 900)
	project = filepath.Join(d.home, "harbour.standpoint")
	file := filepath.Join(d.home, "harbour.txt")
	if err := os.WriteFile(file, []byte(article), 0o600); err != nil {
		t.Fatal(err)
	}
	d.subcommand("new", project)
	p = d.start(look.Light, project)
	p.key("ctrl+i")
	p.chooseFile("Choose the files to import into “harbour”", file)
	p.untilRows(project, "articles", 1)
	p.selectWords("We will keep the", "that carries grain.")
	p.recordStatement("Open harbour")
	p.untilRows(project, "statements", 1)
	return d, p, project
}

// The dialog begins in the folder of the person's documents, which has nothing but these files.
func TestWindowTakesFilesInThatWereChosenTogether(t *testing.T) {
	d := newDisplay(t, 1440, 900)
	project := filepath.Join(d.home, "harbour.standpoint")
	for _, name := range []string{"first", "second", "third"} {
		d.put(filepath.Join(d.home, "Documents", name+".txt"), []byte("Title: The "+name+"\n\nThe "+name+" ferry left at noon.\n"))
	}
	d.subcommand("new", project)
	p := d.start(look.Light, project)
	p.key("ctrl+i")
	const title = "Choose the files to import into “harbour”"
	p.window("^" + title + "$")
	p.settled()
	p.key("ctrl+a")
	p.settled()
	p.keep("chosen")
	p.key("Return")
	p.noWindow("^" + title + "$")
	p.window("Standpoint")
	p.untilWaiting()
	p.key("Return")
	p.untilRows(project, "articles", 3)
}

// From an empty project to a statement, a day's work in small: import, select,
// annotate, undo, redo, quit.
func TestWindowTakesAnArticleIn(t *testing.T) {
	d, p, project := withAStatement(t)
	p.settled()
	p.keep("statement")

	p.mention("Estmark")
	p.untilRows(project, "annotations", 3) // with the statement and its position
	p.key("ctrl+z")
	p.untilRows(project, "annotations", 2)

	p.key("ctrl+z")
	p.untilRows(project, "statements", 0)
	p.key("ctrl+y")
	p.untilRows(project, "statements", 1)
	p.key("ctrl+z")
	p.untilRows(project, "statements", 0)
	p.key("ctrl+shift+z") // redo, too
	p.untilRows(project, "statements", 1)

	written := filepath.Join(d.home, "notes.md")
	p.key("alt+4")
	p.settled()
	p.keep("notes-on-articles")
	p.key("ctrl+l", "Down", "Down") // the choice of the document: briefs on issues
	p.settled()
	p.key("ctrl+shift+e")
	p.settled()
	p.keep("notes-on-issues")
	p.key("Return")
	p.chooseName("Choose where the notes of “harbour” are written", strings.TrimSuffix(written, ".md"))
	p.until("the notes to hold the quotation", func() bool {
		notes, err := os.ReadFile(written)
		return err == nil && strings.HasPrefix(string(notes), "# harbour: issues") && strings.Contains(string(notes), quotation)
	})
	p.quit()

	statement := d.subcommand("list", project, "statements", "--json")
	for _, want := range []string{quotation, "Mara Ellin", "Open harbour", "support"} {
		if !strings.Contains(statement, want) {
			t.Errorf("%q is not in the project's statements:\n%s", want, statement)
		}
	}
	if said := d.subcommand("check", project); said != "" {
		t.Logf("check: %s", said)
	}
}

// recordStatement fills in the form for the selected words, with an issue that is new, and saves it. The text says who speaks.
func (p *program) recordStatement(issue string) {
	p.t.Helper()
	p.key("s")
	p.settled() // the form begins with the issue
	p.write(issue)
	p.settled()
	p.key("Return") // create an issue; goes on to the stance
	p.settled()
	p.key("s") // support
	p.settled()
	p.keep("new-statement")
	p.key("Return") // the form is complete: save
}

// mention double-clicks a word and links it to an actor of that name, who is new.
func (p *program) mention(word string) {
	p.t.Helper()
	at := p.place(word)
	p.click(at.Min.X+at.Dx()/2, at.Min.Y+at.Dy()/2, 2)
	p.key("a")
	p.settled()
	p.key("ctrl+a") // the field proposes the words
	p.write(word)
	p.settled()
	p.key("Return", "ctrl+Return")
}

// TestScreenshots keeps pictures of each view, in both sizes the window is made
// for, light and dark.
func TestScreenshots(t *testing.T) {
	views := []struct {
		name string
		keys []string
	}{
		{"articles", []string{"alt+1"}},
		{"proposals", []string{"ctrl+4", "Escape", "ctrl+End", "bracketleft"}}, // the list, and one picked in the text
		{"actors", []string{"alt+2"}},
		{"issues", []string{"alt+3"}},
		{"notes", []string{"alt+4"}},
		{"standings", []string{"alt+5", "Down", "Return"}},           // and the positions behind a cell
		{"standings-changes", []string{"c", "Down", "Down", "Down"}}, // and one that is explained
		{"standings-balance", []string{"b", "Down"}},
		{"standings-network", []string{"n", "Down"}},
		{"standings-timeline", []string{"i", "Return", "Down"}}, // of the issue with the most positions
	}
	sizes := []struct {
		name          string
		width, height int
	}{{"large", 1440, 900}, {"small", 1100, 700}}
	for variant, name := range map[fyne.ThemeVariant]string{look.Light: "light", look.Dark: "dark"} {
		for _, size := range sizes {
			t.Run(name+" "+size.name, func(t *testing.T) {
				d := newDisplay(t, size.width, size.height)
				p := d.start(variant) // at the first start, with the sample project
				for _, view := range views {
					p.key(view.keys...)
					p.settled()
					t.Log(p.keep(view.name + "-" + name + "-" + size.name))
				}
				p.quit()
			})
		}
	}
}
