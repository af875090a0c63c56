//go:build window

package main_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"standpoint/app/daytest"
	"standpoint/app/look"
	"standpoint/store"
	"standpoint/store/text"
)

// An article is recorded from an empty project, in the real window, by the keyboard alone.
func TestWindowADaysWorkByTheKeyboardAlone(t *testing.T) {
	newDisplay(t, 1440, 900).recordADay(look.Light, "day")
}

// A film of it, in pictures: one before each form is saved, in the sizes that people have.
func TestFilmOfADaysWork(t *testing.T) {
	for _, of := range []struct {
		name          string
		width, height int
		variant       fyne.ThemeVariant
		scale         string
	}{
		{"1440x900-light", 1440, 900, look.Light, "1"},
		{"1440x900-dark", 1440, 900, look.Dark, "1"},
		{"1100x700-light", 1100, 700, look.Light, "1"},
		{"1100x700-dark", 1100, 700, look.Dark, "1"},
		{"720x600-light", 720, 600, look.Light, "1"},
		{"720x600-dark", 720, 600, look.Dark, "1"},
		{"1440x900-twice", 2880, 1800, look.Light, "2"},
		{"1440x900-dark-twice", 2880, 1800, look.Dark, "2"},
	} {
		t.Run(of.name, func(t *testing.T) {
			d := newDisplay(t, of.width, of.height)
			d.scale = of.scale
			d.recordADay(of.variant, filepath.Join("film", of.name))
		})
	}
}

// recordADay does the work and looks at what is in the project then. Pictures of it have a name of which the number of the step is the
// end; for them alone it waits between keys.
func (d *display) recordADay(variant fyne.ThemeVariant, pictures string) {
	d.t.Helper()
	path := d.newDay()
	p := d.start(variant, path)
	p.settled()
	body, err := text.NewBody(daytest.Article())
	if err != nil {
		d.t.Fatal(err)
	}
	way, caret := daytest.NewWay(body), 0
	for n, step := range daytest.Steps() {
		if step.Words != "" {
			words, _ := way.Find(step.Words)
			p.key(keysyms(way.Select(caret, words))...)
			caret = words.End
		}
		keys := keysyms(strings.Fields(step.Keys))
		last := max(len(keys)-1, 1) // that saves what was filled in
		p.key(keys[:last]...)
		p.settled()
		p.keep(fmt.Sprintf("%s-%02d", pictures, n+1))
		p.key(keys[last:]...)
	}
	p.settled()
	p.keep(pictures + "-done")
	p.quit()
	d.compareDay(path)
}

// newDay is the path of a project in which there is only the article.
func (d *display) newDay() string {
	d.t.Helper()
	path, file := filepath.Join(d.home, "day.standpoint"), filepath.Join(d.home, "day.json")
	document, err := json.Marshal(map[string]any{"standpoint": 1, "articles": []map[string]any{{
		"id": store.NewID(), "title": daytest.Title, "source": daytest.Source, "published": daytest.Published, "body": daytest.Article(),
	}}})
	if err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(file, document, 0o600); err != nil {
		d.t.Fatal(err)
	}
	d.subcommand("new", path)
	d.subcommand("import", path, file)
	return path
}

func (d *display) compareDay(path string) {
	d.t.Helper()
	project, err := store.Open(d.t.Context(), path, store.Options{Coder: "Ada"})
	if err != nil {
		d.t.Fatal(err)
	}
	recorded, err := daytest.Record(d.t.Context(), project)
	if err != nil {
		d.t.Error(err)
	}
	if diff := cmp.Diff(daytest.Recorded(), recorded); diff != "" {
		d.t.Errorf("recorded (-want +got):\n%s", diff)
	}
	if err := project.Close(); err != nil {
		d.t.Error(err)
	}
}

// keysyms are keys as xdotool calls them.
func keysyms(keys []string) []string {
	var all []string
	for _, key := range keys {
		name, times, several := strings.Cut(key, "*")
		if !several {
			times = "1"
		}
		n, err := strconv.Atoi(times)
		if err != nil {
			panic(key + " is no key")
		}
		for range n {
			all = append(all, pressed(keysymNames.Replace(name))...)
		}
	}
	return all
}

var keysymNames = strings.NewReplacer(
	"Enter", "Return", "Space", "space", "PageUp", "Prior", "PageDown", "Next", "Ctrl+", "ctrl+", "Shift+", "shift+",
)

// pressed are the keys of a word of letters, or the one key that has a name.
func pressed(name string) []string {
	for _, named := range []string{"Return", "Tab", "space", "Escape", "ctrl+", "shift+", "Left", "Right", "Prior", "Next", "Home", "End"} {
		if strings.HasPrefix(name, named) {
			return []string{name}
		}
	}
	return strings.Split(name, "")
}
