package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestEveryWorkThatIsLinkedComesWithItsLicences(t *testing.T) {
	modules, err := linked(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if err := gather(modules, folder); err != nil {
		t.Fatal(err)
	}
	for _, m := range modules {
		if list, err := os.ReadDir(filepath.Join(folder, filepath.FromSlash(m.path))); err != nil || len(list) == 0 {
			t.Errorf("%s has none: %v", m.path, err)
		}
	}
	// One of each kind: several of one module, in its subfolders, of parts in C, of fonts, in sources alone.
	for name, want := range map[string]string{
		"standpoint/LICENSE":                         "Standpoint",
		"standpoint/assets/fonts/LICENSE-DejaVu.txt": "Bitstream Vera",
		"standpoint/app/intake/LICENSE-PDFium":       "FreeType",
		"standpoint/app/suggest/tagger/LICENSE-GUM":  "Zeldes",
		"go/LICENSE":                                             "The Go Authors",
		"modernc.org/libc/LICENSE":                               "The Libc Authors",
		"modernc.org/libc/LICENSE-3RD-PARTY.md":                  "musl",
		"modernc.org/sqlite/LICENSE-SQLITE":                      "public domain",
		"modernc.org/memory/LICENSE-MMAP-GO":                     "Evan Shaw",
		"github.com/go-text/typesetting/harfbuzz/LICENSE":        "Ebrahim Byagowi",
		"github.com/fyne-io/image/ico/LICENSE-reader":            "Apache License",
		"github.com/fyne-io/image/ico/LICENSE-writer":            "The Go Authors",
		"github.com/sergi/go-diff/APACHE-LICENSE-2.0":            "Apache License",
		"fyne.io/fyne/v2/theme/font/LICENSE.txt":                 "SIL OPEN FONT LICENSE",
		"fyne.io/fyne/v2/theme/font/LICENSE_Inter.txt":           "Inter Project",
		"fyne.io/fyne/v2/theme/font/LICENSE_EmojiOneColor.txt":   "Adobe",
		"github.com/go-gl/glfw/v3.4/glfw/glfw/LICENSE.md":        "Camilla",
		"github.com/go-gl/glfw/v3.4/glfw/notices-in-sources.txt": "Collabora",
		"github.com/go-gl/gl/notices-in-sources.txt":             "Khronos",
	} {
		text, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(name)))
		if err != nil || !strings.Contains(string(text), want) {
			t.Errorf("%s does not speak of %s: %v", name, want, err)
		}
	}
}

func TestAWorkWithoutALicenceIsNotPassedOn(t *testing.T) {
	if err := gather([]module{{"example.org/bare", t.TempDir()}}, t.TempDir()); err == nil || !strings.Contains(err.Error(),
		"example.org/bare") {
		t.Errorf("it is: %v", err)
	}
}

func TestTheListOfTheWorkOfOthersNamesWhatIsLinkedAndNothingElse(t *testing.T) {
	page, err := os.ReadFile("../../../docs/third-party.md")
	if err != nil {
		t.Fatal(err)
	}
	var listed, want []string
	for _, row := range regexp.MustCompile(`(?m)^\| (\S+\.\S+/\S+) \|`).FindAllSubmatch(page, -1) {
		listed = append(listed, string(row[1]))
	}
	for _, system := range []string{"linux", "darwin", "windows"} {
		modules, err := linked(t.Context(), "GOOS="+system)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range modules {
			if m.path != standard && m.path != ours {
				want = append(want, m.path)
			}
		}
	}
	slices.Sort(want)
	want = slices.Compact(want)
	for _, path := range want {
		if !slices.Contains(listed, path) {
			t.Errorf("%s is linked and not in docs/third-party.md", path)
		}
	}
	for _, path := range listed {
		if !slices.Contains(want, path) {
			t.Errorf("%s is in docs/third-party.md and linked on no system", path)
		}
	}
}
