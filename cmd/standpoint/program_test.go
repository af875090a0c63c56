//go:build window

package main_test

import (
	"encoding/json"
	"errors"
	"image"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/look"
)

// program is Standpoint running on a display.
type program struct {
	*display
	variant fyne.ThemeVariant
	cmd     *exec.Cmd
	waited  chan struct{} // closed when it has ended
	err     error         // how, from then on
	turned  bool          // the wheel was turned down, so that it is turned up next
}

// built is the path of a program that make built.
func built(t testing.TB, name string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join("../../build", name))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("%v: `make window-test` builds it first", err)
	}
	return path
}

// start starts the window with these arguments and waits until it is there and
// at rest.
func (d *display) start(variant fyne.ThemeVariant, args ...string) *program {
	d.t.Helper()
	p := d.launch(variant, args...)
	d.window("Standpoint")
	d.settled()
	return p
}

// launch starts the window without waiting for it.
func (d *display) launch(variant fyne.ThemeVariant, args ...string) *program {
	d.t.Helper()
	p := &program{display: d, variant: variant, waited: make(chan struct{})}
	p.cmd = exec.CommandContext(d.t.Context(), built(d.t, "standpoint"), args...)
	theme := "light"
	if variant == look.Dark {
		theme = "dark"
	}
	p.cmd.Env = d.environment("FYNE_THEME=" + theme)
	p.cmd.Stderr = d.errors
	if err := p.cmd.Start(); err != nil {
		d.t.Fatal(err)
	}
	go func() {
		p.err = p.cmd.Wait()
		close(p.waited)
	}()
	d.running = p
	d.t.Cleanup(func() {
		_ = p.cmd.Process.Kill() // it may have ended by itself
		<-p.waited
	})
	return p
}

func (p *program) ended() bool {
	select {
	case <-p.waited:
		return true
	default:
		return false
	}
}

// quit closes the window as a person does, and waits for the program to end.
func (p *program) quit() {
	p.t.Helper()
	p.running = nil
	p.do("key", "--clearmodifiers", "ctrl+q") // to which no window answers any more
	p.until("the program to end", p.ended)
	if p.err != nil {
		p.t.Errorf("the program ended with %v", p.err)
	}
}

// colour is one of the window's own colours.
func (p *program) colour(name fyne.ThemeColorName) color.NRGBA {
	return color.NRGBAModel.Convert(look.New(p.variant).Color(name, p.variant)).(color.NRGBA)
}

// place finds words in the article as a reader does: with Ctrl+F, and looking
// where they light up. The words must stand on one line. The bar to find in stays
// open: it pushes the text down, and the place is where the words are now.
func (p *program) place(words string) image.Rectangle {
	p.t.Helper()
	p.settled()
	p.key("ctrl+f")
	p.settled()
	p.key("ctrl+a", "BackSpace")
	lit := func() image.Rectangle { return areaOf(p.screen(), p.colour(look.ColorFindCurrent)) }
	p.until("the words found before to go dark", func() bool { return lit().Empty() })
	p.write(words)
	p.until("the words "+words+" to light up", func() bool { return !lit().Empty() })
	p.settled()
	return lit()
}

// selectWords drags from before the first of these words to behind the last,
// which may stand on another line.
func (p *program) selectWords(first, last string) {
	p.t.Helper()
	from, to := p.place(first), p.place(last)
	p.drag(from.Min.X+1, from.Min.Y+from.Dy()/2, to.Max.X, to.Min.Y+to.Dy()/2)
	p.until("the words to be selected", func() bool {
		return !areaOf(p.screen(), p.colour(look.ColorSelection)).Empty()
	})
}

// chooseFile answers the system's dialog of that title for opening a file. Ctrl+L shows the field for its path.
func (p *program) chooseFile(title, path string) { p.t.Helper(); p.answerDialog(title, path, "ctrl+l") }

// chooseName answers the system's dialog of that title for saving one, where that field is there.
func (p *program) chooseName(title, path string) { p.t.Helper(); p.answerDialog(title, path) }

// answerDialog types a path in GTK's file dialog, after some keys.
func (p *program) answerDialog(title, path string, before ...string) {
	p.t.Helper()
	p.window("^" + title + "$")
	p.settled()
	for _, key := range before {
		p.key(key)
		p.settled()
	}
	p.key("ctrl+a")
	p.write(path)
	p.settled()
	p.key("Delete") // what the dialog has added to it: behind the name of a folder, that of the only folder in it
	p.key("Return")
	p.noWindow("^" + title + "$")
	p.window("Standpoint")
}

// subcommand runs standpoint-cli and returns its standard output.
func (d *display) subcommand(args ...string) string {
	d.t.Helper()
	cmd := exec.CommandContext(d.t.Context(), built(d.t, "standpoint-cli"), args...)
	cmd.Env = d.environment()
	out, err := cmd.Output()
	if err != nil {
		d.t.Fatalf("standpoint-cli %v: %v\n%s", args, err, stderrOf(err))
	}
	return string(out)
}

func stderrOf(err error) []byte {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.Stderr
	}
	return nil
}

// rows lists one entity of a project, as `standpoint list PROJECT what --json`
// prints it.
func (d *display) rows(project, what string) []map[string]any {
	d.t.Helper()
	var rows []map[string]any
	if err := json.Unmarshal([]byte(d.subcommand("list", project, what, "--json")), &rows); err != nil {
		d.t.Fatalf("list %s: %v", what, err)
	}
	return rows
}

// untilRows waits until the project holds that many of an entity.
func (d *display) untilRows(project, what string, n int) {
	d.t.Helper()
	d.until("the project to hold the "+what, func() bool { return len(d.rows(project, what)) == n })
}
