//go:build window

package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"standpoint/app/look"
)

// The list at the left is made wider with the mouse, is so at the next start, is put back by a double click, and folded away by a key;
// and that the window fills the screen is kept.
func TestWindowPanesAreDraggedAndKept(t *testing.T) {
	d := newDisplay(t, 1440, 900)
	p, project := newCast(d)
	const usual, wider = 258, 358
	p.untilEdge(usual)
	p.drag(usual+3, 300, wider+3, 300)
	p.untilEdge(wider)
	p.quit()
	kept, err := os.ReadFile(p.preferences())
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(kept), `"maximised":true`) {
		t.Errorf("that the window fills the screen is not kept: %s", kept)
	}

	p = d.start(look.Light, project)
	p.untilEdge(wider)
	p.keep("wider-list")
	p.click(wider+3, 300, 2)
	p.untilEdge(usual)
	p.key("ctrl+b")
	p.untilEdge(0)
	p.keep("folded-list")
	p.click(3, 300, 1)
	p.untilEdge(usual)
	p.quit()
}

// preferences is the file in which the program keeps what is this person's.
func (p *program) preferences() string {
	p.t.Helper()
	found, err := filepath.Glob(filepath.Join(p.home, "config", "fyne", "*", "preferences.json"))
	if err != nil || len(found) != 1 {
		p.t.Fatalf("the preferences are %v, %v", found, err)
	}
	return found[0]
}

// untilEdge waits until the list at the left ends there.
func (p *program) untilEdge(x int) {
	p.t.Helper()
	const across = 300 // a height at which there is nothing else
	p.do("mousemove", "700", "500")
	p.until("the edge of the list", func() bool {
		screen := p.screen()
		return screen.NRGBAAt(x, across) == p.colour(look.ColorBorder) && screen.NRGBAAt(x+1, across) == p.colour(look.ColorPage)
	})
}
