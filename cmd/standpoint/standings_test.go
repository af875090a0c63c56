//go:build window

package main_test

import (
	"bytes"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"standpoint/app/look"
)

// newStandings opens the sample in a project of the test's own.
func newStandings(d *display) (p *program, project string) {
	d.t.Helper()
	project = filepath.Join(d.home, "talks.standpoint")
	d.subcommand("new", project)
	d.subcommand("import", project, filepath.Join("..", "..", "assets", "sample.json"))
	p = d.start(look.Light, project)
	p.settled()
	return p, project
}

// From a cell of the table to the words in their article, without a mouse: what stands there is the current mark then, which Delete
// deletes.
func TestWindowGoesFromACellToItsWordsByTheKeyboardAlone(t *testing.T) {
	d := newDisplay(t, 1440, 900)
	p, project := newStandings(d)
	before := d.subcommand("list", project, "positions", "--json")
	const words = `“somebody pays for every canal, and so far it has been the Veldanian taxpayer.”` // of the cell below the first
	if strings.Count(before, words) != 1 {
		t.Fatalf("the words are not in the project:\n%s", before)
	}
	p.key("alt+5")
	p.settled()
	p.key("Down")
	p.settled()
	p.keep("standings-cell")
	p.key("Return") // lists the positions behind it
	p.settled()
	p.keep("standings-behind")
	p.key("Return") // leads to the latest of them
	p.settled()
	p.keep("standings-words")
	p.key("Delete")
	p.untilRows(project, "positions", strings.Count(before, `"quote":`)-1)
	if after := d.subcommand("list", project, "positions", "--json"); strings.Contains(after, words) {
		t.Error("the words at which the keyboard arrived are others")
	}
	p.key("ctrl+z")
	p.untilRows(project, "positions", strings.Count(before, `"quote":`))
	p.quit()
}

// A figure is exported by the keyboard alone, and pasted as a picture by another program.
func TestWindowExportsAndCopiesAFigure(t *testing.T) {
	d := newDisplay(t, 1440, 900)
	p, _ := newStandings(d)
	p.key("alt+5")
	p.settled()
	p.key("b")
	p.settled()
	p.key("ctrl+alt+s")
	p.settled()
	p.keep("standings-export")
	p.key("ctrl+Return")
	written := filepath.Join(d.home, "balance.svg")
	p.chooseName("Choose where the figure “For and against” is written", strings.TrimSuffix(written, ".svg"))
	p.until("the figure to be written", func() bool {
		drawing, err := os.ReadFile(written)
		return err == nil && strings.Contains(string(drawing), "For and against") && strings.HasSuffix(string(drawing), "</svg>\n")
	})
	p.key("ctrl+shift+i")
	p.until("the figure to be on the clipboard", func() bool {
		paste := exec.CommandContext(t.Context(), "xclip", "-selection", "clipboard", "-target", "image/png", "-out")
		paste.Env = d.environment()
		pasted, err := paste.Output()
		if err != nil {
			return false
		}
		picture, err := png.Decode(bytes.NewReader(pasted))
		return err == nil && picture.Bounds().Dx() > 1000
	})
	p.quit()
}
