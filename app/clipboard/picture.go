package clipboard

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"runtime"
	"strings"

	"standpoint/store/say"
)

// CopyPicture puts a picture, as the bytes of a PNG file, on the system's clipboard, which the window's driver fills with text alone. It
// may wait for a program of the system, so it is called beside the window. An error is a sentence.
func (a *App) CopyPicture(ctx context.Context, png []byte) error {
	return copyPicture(ctx, png, system{name: runtime.GOOS, env: os.Getenv, run: run})
}

// system is what pictures are handed to.
type system struct {
	name string // as GOOS
	env  func(string) string
	run  func(ctx context.Context, input []byte, environment []string, name string, arguments ...string) error
}

// run runs a program with an input. One that is not there is exec.ErrNotFound.
func run(ctx context.Context, input []byte, environment []string, name string, arguments ...string) error {
	c := exec.CommandContext(ctx, name, arguments...)
	c.Stdin, c.Env = bytes.NewReader(input), append(os.Environ(), environment...)
	var said strings.Builder
	c.Stderr = &said
	err := c.Run()
	if words := strings.TrimSpace(said.String()); err != nil && words != "" {
		return errors.Join(err, errors.New(words))
	}
	return err
}

// The name under which programs find the file with the picture.
const pictureVariable = "STANDPOINT_PICTURE"

// copyPicture hands a picture to the system that there is. A display of Wayland has a program for it; where that is missing, one of X11
// that stands for it may do, as it does where there is no Wayland.
func copyPicture(ctx context.Context, png []byte, s system) error {
	switch s.name {
	case "windows":
		return withFile(png, func(variable string) error {
			return told(s.run(ctx, nil, []string{variable}, "powershell.exe", "-NoProfile", "-NonInteractive", "-STA", "-Command",
				"$ErrorActionPreference = 'Stop'; Add-Type -AssemblyName System.Windows.Forms, System.Drawing; "+
					"[System.Windows.Forms.Clipboard]::SetImage([System.Drawing.Image]::FromFile($env:"+pictureVariable+"))"))
		})
	case "darwin":
		return withFile(png, func(variable string) error {
			return told(s.run(ctx, nil, []string{variable}, "osascript", "-e",
				`set the clipboard to (read (POSIX file (system attribute "`+pictureVariable+`")) as «class PNGf»)`))
		})
	}
	d, isX11 := displayIn(s.env, s.name)
	if s.env("WAYLAND_DISPLAY") != "" {
		err := s.run(ctx, png, nil, "wl-copy", "--type", "image/png")
		if !errors.Is(err, exec.ErrNotFound) || !isX11 {
			return told(err)
		}
	}
	if !isX11 {
		return say.Errorf("There is no display on which a picture can be copied. Export it as a file in its place.")
	}
	return told(d.hold(png))
}

// told is what is said where the system takes no picture.
func told(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, exec.ErrNotFound):
		return say.Errorf("Copying a picture takes the program wl-copy, which is not there: install wl-clipboard, or export the picture as a " +
			"file.")
	}
	return say.Errorf("The system did not take the picture: %w. Export it as a file in its place.", err)
}

// withFile has a program read a picture from a file, whose name it finds in a variable.
func withFile(png []byte, do func(variable string) error) (err error) {
	f, err := os.CreateTemp("", "standpoint-*.png")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.Remove(f.Name())) }()
	if _, err := f.Write(png); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := f.Close(); err != nil {
		return err
	}
	return do(pictureVariable + "=" + f.Name())
}
