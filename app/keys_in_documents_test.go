package app

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"standpoint/app/desk"
)

// toldKey is a key with modifiers, as documents write it.
var toldKey = regexp.MustCompile(`\b(?:Ctrl|Alt|Shift)\+(?:(?:Ctrl|Alt|Shift)\+)*(?:Page Up|Page Down|[A-Za-z0-9]+|[^\s\w*,.])`)

// fieldKeys are keys of Fyne's fields and of the system, which are no commands, and ways to say several keys at once.
var fieldKeys = []string{"Ctrl+Space", "Shift+Tab", "Ctrl+Tab", "Ctrl+Backspace", "Shift+F10"}

// What the documents tell of keys with modifiers, the window has: a key that was given to another command stands there as it is now.
func TestTheKeysInTheDocumentsAreThoseOfTheWindow(t *testing.T) {
	known := map[string]bool{}
	add := func(keys ...desk.Key) {
		for _, k := range keys {
			known[strings.ReplaceAll(k.On(false), "\u00a0", " ")] = true
		}
	}
	for _, c := range newSampleApp(t).menus.commands {
		add(append([]desk.Key{c.Key}, c.Also...)...)
	}
	for _, own := range slices.Concat(keysOfText(), keysOfLists(), []ownKeys{ofChanges()}) {
		add(own.keys...)
	}
	for _, k := range fieldKeys {
		known[k] = true
	}
	documents, err := filepath.Glob("../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	arrows := strings.NewReplacer("←", "Left", "→", "Right", "↑", "Up", "↓", "Down")
	found := 0
	for _, name := range append(documents, "../README.md", "../CHANGELOG.md") {
		page, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range toldKey.FindAllString(strings.Join(strings.Fields(string(page)), " "), -1) {
			found++
			if !known[arrows.Replace(key)] {
				t.Errorf("%s tells of %s, which does nothing", filepath.Base(name), key)
			}
		}
	}
	if found < 50 {
		t.Errorf("only %d keys were found", found)
	}
}
