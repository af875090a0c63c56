package picker

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWithExtension(t *testing.T) {
	notes := []Filter{Document("Markdown", "md"), JSON()}
	for _, c := range []struct {
		name    string
		path    string
		filters []Filter
		want    string
	}{
		{"none typed", "/a/notes", notes, "/a/notes.md"},
		{"the first", "/a/notes.md", notes, "/a/notes.md"},
		{"another that is allowed", "/a/notes.json", notes, "/a/notes.json"},
		{"upper case", "/a/NOTES.MD", notes, "/a/NOTES.MD"},
		{"a full stop in the name", "/a/talks 16.5", notes, "/a/talks 16.5.md"},
		{"a full stop at the end", "/a/notes.", notes, "/a/notes.md"},
		{"every file", "/a/notes", []Filter{Document("Markdown", "md"), EveryFile()}, "/a/notes"},
		{"no filters", "/a/notes", nil, "/a/notes"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := withExtension(c.path, c.filters); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestFileNameIsOneEveryFileSystemTakes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"notes.md", "notes.md"},
		{"Talks: who/what?\x00", "Talks- who-what-"},
		{" Переговори. ", "Переговори"},
		{"Talks of 16. May " + strings.Repeat("x", 200), "Talks of 16. May " + strings.Repeat("x", maxName-17)},
		{strings.Repeat("д", 200) + ".md", strings.Repeat("д", maxName) + ".md"},
		{"con.md", "_con.md"},
		{"Lpt7 of May.md", "Lpt7 of May.md"},
		{"NUL", "_NUL"},
		{"\u202Edm.notes.md", "dm.notes.md"},
		{"old \xff name.md", "old - name.md"},
	} {
		if got := FileName(c.text); got != c.want {
			t.Errorf("FileName(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func TestNativeFilters(t *testing.T) {
	texts := []Filter{{"Text", []string{"txt"}}}
	every := []Filter{texts[0], EveryFile()}
	for _, c := range []struct {
		name, goos string
		filters    []Filter
		want       []Filter
	}{
		{"case matters on Linux", "linux", texts, []Filter{{"Text", []string{"txt", "TXT"}}}},
		{"every file on Linux", "linux", every, nil},
		{"Windows takes them as they are", "windows", every, every},
		{"macOS too", "darwin", texts, texts},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, nativeFilters(c.goos, c.filters)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestStartFolder(t *testing.T) {
	if got, want := startFolder("darwin", "/Users/ann/My notes"), "file:///Users/ann/My%20notes"; got != want {
		t.Errorf("macOS: got %q, want %q", got, want)
	}
	if got, want := startFolder("linux", "/home/ann/My notes"), "/home/ann/My notes"; got != want {
		t.Errorf("Linux: got %q, want %q", got, want)
	}
}

func TestFakeAnswersInOrderThenGivesUp(t *testing.T) {
	fake := &Fake{Paths: []string{"/a.txt"}}
	var first, second result
	fake.OpenFile(Request{Purpose: ForImport}, first.answer)
	fake.SaveFile(Request{Purpose: ForNotes}, second.answer)
	if first.path != "/a.txt" || !errors.Is(second.err, ErrGivenUp) {
		t.Errorf("got %+v and %+v", first, second)
	}
	if len(fake.Asked) != 2 || fake.Asked[1].Purpose != ForNotes {
		t.Errorf("asked %+v", fake.Asked)
	}
}
