//go:build window

package main_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/look"
)

// mixedFolder is a folder with an article in each of many formats, a file that is cut off, a table whose columns nobody knows, and what is
// there twice or nearly. It returns how many articles there are, without those that are there twice.
func mixedFolder(d *display) (folder string, articles int) {
	d.t.Helper()
	folder = filepath.Join(d.home, "mixed")
	const (
		mail = "From: The Harbour Letter <letter@example.org>\nSubject: From a mail\nDate: Tue, 04 Mar 2031 09:00:00 +0100\n" +
			"Message-ID: <1@example.org>\nMIME-Version: 1.0\n\nThe ferry left at noon.\n"
		talks = "Delegates of Norvia and Estmark met in Port Varro for the first time since the strait was closed. Mara Ellin, the trade " +
			"minister of Norvia, told reporters that the harbour would stay open to every ship that carries grain. "
	)
	for name, text := range map[string]string{
		"page.html": `<html><head><title>From a page</title><link rel="stylesheet" href="page_files/style.css"></head><body><article>` +
			`<h1>From a page</h1><p>The strait was closed on Monday, the port authority of Varro said in a long statement to the crews.</p>` +
			`<p>Ships that carry grain may pass by daylight, and all others have to wait until the mines are swept.</p></article></body></html>`,
		"page_files/style.css": "p { margin: 0 }",
		"one.eml":              mail,
		"two.mbox": "From a Tue Mar  4 09:00:00 2031\n" + mail + "\nFrom b Tue Mar  4 10:00:00 2031\n" + strings.ReplaceAll(mail,
			"noon", "dawn"),
		"rows.csv":   "Title,Date,Text\nFrom a table,2031-05-16,They began.\nFrom a second row,2031-05-17,They ended.\n",
		"record.ris": "TY  - NEWS\nTI  - From a reference\nAB  - The grain was weighed twice.\nDA  - 2031/05/18\nER  - \n",
		"cyrillic.txt": "Title: From another encoding\n\n\xcf\xe0\xf0\xee\xec \xf3\xf8\xb8\xeb \xe2 \xef\xee\xeb\xe4\xe5\xed\xfc, " +
			"\xf1\xea\xe0\xe7\xe0\xeb \xea\xe0\xef\xe8\xf2\xe0\xed.",
		"packed.zip":      packed(d, "within.txt", "Title: From the archive\n\nThe lamps on the pier were lit again."),
		"talks.txt":       "Title: Talks in Port Varro\nSource: The Varro Courier\nDate: 03/04/2031\n\n" + talks + "A second round is planned.",
		"talks-again.txt": "Title: Talks begin in Port Varro\nSource: Estmark Wire\nDate: 03/04/2031\n\n" + talks + "Nobody knows for how long.",
		"unknown.csv":     "Eins;Zwei;Drei\nErste;16.05.2031;Die Fähre kam spät an, sagte der Kapitän.\n",
		"broken.docx":     "PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00",
	} {
		d.put(filepath.Join(folder, filepath.FromSlash(name)), []byte(text))
	}
	for _, name := range []string{"letter.docx", "letter.odt", "letter.rtf"} {
		data, err := os.ReadFile(filepath.Join("../../app/intake/testdata/documents", name))
		if err != nil {
			d.t.Fatal(err)
		}
		d.put(filepath.Join(folder, name), data)
	}
	return folder, 12
}

// packed is an archive with one file in it.
func packed(d *display, name, text string) string {
	d.t.Helper()
	var archive bytes.Buffer
	z := zip.NewWriter(&archive)
	within, err := z.Create(name)
	if err == nil {
		_, err = within.Write([]byte(text))
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		d.t.Fatal(err)
	}
	return archive.String()
}

func (d *display) put(path string, data []byte) {
	d.t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		d.t.Fatal(err)
	}
}

// importFolder chooses the folder in the system's dialog, and waits until all that is in it waits: the button that imports can be pressed.
func (p *program) importFolder(project, folder string) {
	p.t.Helper()
	p.key("ctrl+alt+i")
	p.chooseFile("Choose the folder whose files are imported into “"+strings.TrimSuffix(filepath.Base(project), ".standpoint")+"”", folder)
	p.untilWaiting()
}

// untilWaiting waits until what is in the files waits, and can be imported.
func (p *program) untilWaiting() {
	p.t.Helper()
	p.until("the button that imports", func() bool { return p.hasMainButton(image.Rect(0, 70, p.dump().size.X, 200)) })
	p.settled()
}

// hasMainButton reports whether a button stands in an area in the colour of what can be done: more of it than the border of a row has.
func (p *program) hasMainButton(area image.Rectangle) bool {
	p.t.Helper()
	const width, height = 12, 4
	screen, accent := p.part(area), p.colour(look.ColorAccent)
	for y := screen.Rect.Min.Y; y < screen.Rect.Max.Y-height; y++ {
		run := 0 // pixels of the line that have the colour, as those below have
		for x := screen.Rect.Min.X; x < screen.Rect.Max.X; x++ {
			if screen.NRGBAAt(x, y) != accent || screen.NRGBAAt(x, y+height-1) != accent {
				run = 0
			} else if run++; run == width {
				return true
			}
		}
	}
	return false
}

// A folder of mixed files comes in through the preview, by the keyboard alone; what is wrong is named, and one Undo takes it all back.
func TestWindowImportsAFolderOfMixedFiles(t *testing.T) {
	d := newDisplay(t, 1440, 900)
	project := filepath.Join(d.home, "mixed.standpoint")
	folder, articles := mixedFolder(d)
	d.subcommand("new", project)
	p := d.start(look.Light, project)
	p.importFolder(project, folder)
	if rows := p.rows(project, "articles"); len(rows) != 0 {
		t.Fatalf("%d articles are in the project before anybody said so", len(rows))
	}
	p.key("ctrl+alt+c", "Return") // why two files cannot be read; import
	p.untilRows(project, "articles", articles)
	p.settled()
	p.keep("preview-imported")
	p.key("ctrl+shift+v") // what was copied, as an article
	p.untilRows(project, "articles", articles+1)
	said := d.subcommand("list", project, "articles", "--json")
	p.key("ctrl+z")
	p.untilRows(project, "articles", articles)
	p.key("ctrl+z")
	p.untilRows(project, "articles", 0)
	p.quit()
	for _, want := range []string{
		"From a page", "From a mail", "From a table", "From a second row", "From a reference", "From another encoding", "From the archive",
		"A letter from the islands", "Talks in Port Varro", "Talks begin in Port Varro", "broken.docx",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not among the articles:\n%s", want, said)
		}
	}
}

// Pictures of what waits, of the list that comes of it and of a search in it, in each size the window is made for, light and dark.
func TestScreenshotsOfThePreview(t *testing.T) {
	for _, in := range []struct {
		variant       fyne.ThemeVariant
		name          string
		width, height int
	}{{look.Light, "light", 1440, 900}, {look.Dark, "dark", 1100, 700}, {look.Light, "light", 720, 600}} {
		t.Run(fmt.Sprintf("%s %d", in.name, in.width), func(t *testing.T) {
			d := newDisplay(t, in.width, in.height)
			project := filepath.Join(d.home, "mixed.standpoint")
			folder, articles := mixedFolder(d)
			d.subcommand("new", project)
			p := d.start(in.variant, project)
			p.importFolder(project, folder)
			keep := func(what string) { t.Log(p.keep(fmt.Sprintf("preview-%s-%s-%d", what, in.name, in.width))) }
			keep("first")
			p.key("End", "Up", "Up", "Up") // a text that is nearly there
			p.settled()
			keep("near")
			p.key("ctrl+alt+t")
			p.settled()
			keep("compared")
			p.key("Escape", "ctrl+a")
			p.settled()
			keep("several")
			p.key("Return")
			p.untilRows(project, "articles", articles)
			p.settled()
			if in.width == 720 { // where the list is folded away
				p.key("ctrl+b")
				p.settled()
			}
			keep("list")
			p.key("ctrl+k")
			p.write("harbour")
			p.settled()
			keep("search")
			p.quit()
		})
	}
}
