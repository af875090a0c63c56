// Command standpoint is the window; with a subcommand, such as import or
// export, it does that without one.
package main

import (
	"cmp"
	"errors"
	"os"
	"os/user"
	"path/filepath"
	"runtime"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"standpoint/app"
	"standpoint/app/clipboard"
	"standpoint/app/picker"
	"standpoint/assets"
	"standpoint/cmd/internal/command"
	"standpoint/cmd/internal/release"
)

func main() {
	if picker.Serve() {
		return
	}
	command.LimitMemory()
	if len(os.Args) > 1 && command.IsCommand(os.Args[1]) {
		attachConsole()
		os.Exit(command.Main(os.Args, os.Stdin, os.Stdout, os.Stderr))
	}
	if err := run(os.Args[1:]); err != nil {
		attachConsole()
		_, _ = os.Stderr.WriteString("standpoint: " + err.Error() + "\n")
		os.Exit(1)
	}
}

// run shows the window until it is closed. The one argument there may be is the
// project to open.
func run(args []string) error {
	if !hasDisplay() {
		return errors.New("there is no display here to open a window on. The subcommands need none: see “standpoint --help”")
	}
	command.GatherSooner()
	keepIn := keepLog()
	nameSession()
	makeCacheFolder()
	followDesktop()
	fyneapp.SetMetadata(fyne.AppMetadata{
		ID: release.ID, Name: "Standpoint", Version: release.Version,
		// All that comes from other goroutines comes through fyne.Do. Told so, Fyne does not
		// read a stack trace at each change of each object to see on which goroutine it is.
		Migrations: map[string]bool{"fyneDo": true},
	})
	ui := clipboard.Guard(fyneapp.NewWithID(release.ID))
	ui.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	// Not beside Fyne's own settings: it watches their folder, and stumbles over each file that goes from it.
	folder := filepath.Join(ui.Storage().RootURI().Path(), "data")
	keepIn(folder)
	var files *picker.System
	given := os.Getenv("STANDPOINT_CODER")
	window, err := app.New(app.Options{
		UI: ui,
		NewPicker: func(w fyne.Window) picker.Picker {
			files = picker.New(w, ui.Preferences(), fyne.Do)
			return files
		},
		Translations: assets.Translations,
		Sample:       assets.Sample,
		Dir:          folder,
		Cache:        command.CacheFolder(),
		Coder:        cmp.Or(given, coder()),
		CoderGiven:   given != "",
		Version:      release.Version,
		Build:        release.Build(),
		Maximising:   maximising,
	})
	if err != nil {
		return err
	}
	path := ""
	if len(args) > 0 {
		if path, err = filepath.Abs(args[0]); err != nil {
			return err
		}
	}
	defer files.Close()
	return window.Run(path)
}

// hasDisplay says whether a window can be opened. X11 and Wayland name theirs in
// the environment; macOS and Windows always have one.
func hasDisplay() bool {
	switch runtime.GOOS {
	case "darwin", "windows":
		return true
	}
	return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// nameSession says that this is an X11 session where nothing but an X display is
// named. Else Wayland is tried first, and its library complains on standard error.
func nameSession() {
	if os.Getenv("DISPLAY") != "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		_ = os.Setenv("XDG_SESSION_TYPE", "x11") // without it the window opens too
	}
}

// makeCacheFolder makes the folder that caches of all programs are in, which a
// new home lacks and Fyne expects. Without it only the cache is missing.
func makeCacheFolder() {
	if folder, err := os.UserCacheDir(); err == nil {
		_ = os.MkdirAll(folder, 0o700)
	}
}

// coder is the name of the person at the computer, as the system knows it.
func coder() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	if u.Name != "" {
		return u.Name
	}
	return u.Username
}
