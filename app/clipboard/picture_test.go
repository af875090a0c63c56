package clipboard

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// asked is a program of the system that was run.
type asked struct {
	name, input, picture string
	arguments            []string
}

// recording runs nothing, and records what was to be run.
func recording(into *asked, err error) func(context.Context, []byte, []string, string, ...string) error {
	return func(_ context.Context, input []byte, environment []string, name string, arguments ...string) error {
		*into = asked{name: name, input: string(input), arguments: arguments}
		for _, e := range environment {
			if path, is := strings.CutPrefix(e, pictureVariable+"="); is {
				picture, err := os.ReadFile(path)
				into.picture = string(picture)
				if err != nil {
					return err
				}
			}
		}
		return err
	}
}

func TestAPictureIsHandedToEachSystem(t *testing.T) {
	for name, c := range map[string]struct {
		system, wayland, display string
		fails                    error
		program, says            string
	}{
		"Windows":                {system: "windows", program: "powershell.exe"},
		"a Mac":                  {system: "darwin", program: "osascript"},
		"Wayland":                {system: "linux", wayland: "wayland-0", display: ":0", program: "wl-copy"},
		"Wayland, not taken":     {system: "linux", wayland: "wayland-0", fails: errors.New("no seat"), program: "wl-copy", says: "no seat"},
		"Wayland, no program":    {system: "linux", wayland: "wayland-0", fails: exec.ErrNotFound, program: "wl-copy", says: "wl-clipboard"},
		"no display":             {system: "linux", says: "There is no display"},
		"a Mac that refuses":     {system: "darwin", fails: errors.New("exit status 1"), program: "osascript", says: "Export it as a file"},
		"no program, no display": {system: "freebsd", says: "There is no display"},
	} {
		t.Run(name, func(t *testing.T) {
			var got asked
			env := func(key string) string {
				return map[string]string{"WAYLAND_DISPLAY": c.wayland, "DISPLAY": c.display}[key]
			}
			err := copyPicture(t.Context(), []byte("a picture"), system{name: c.system, env: env, run: recording(&got, c.fails)})
			if got.name != c.program || (err == nil) != (c.says == "") || err != nil && !strings.Contains(err.Error(), c.says) {
				t.Errorf("%q was run, and it says: %v", got.name, err)
			}
			if c.program != "" && got.input+got.picture != "a picture" {
				t.Errorf("%s was given %q and a file with %q", got.name, got.input, got.picture)
			}
		})
	}
}

func TestNoFileOfACopiedPictureStays(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	t.Setenv("TMP", os.Getenv("TMPDIR"))
	var got asked
	if err := copyPicture(t.Context(), []byte("a picture"), system{name: "darwin", env: os.Getenv, run: recording(&got, nil)}); err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(os.Getenv("TMPDIR")); err != nil || len(left) > 0 || got.picture == "" {
		t.Errorf("it leaves %v, %v", left, err)
	}
}

func TestAProgramThatIsNotThereIsKnown(t *testing.T) {
	if err := run(t.Context(), nil, nil, "a-program-that-is-not-there"); !errors.Is(err, exec.ErrNotFound) {
		t.Error(err)
	}
}

func TestOfAnX11ServerThatRefusesNothingIsHeld(t *testing.T) {
	s := &server{} // it tells of no owner, so the clipboard was not taken
	if err := s.start(t).hold([]byte("a picture")); !errors.Is(err, errRefused) {
		t.Error(err)
	}
}
