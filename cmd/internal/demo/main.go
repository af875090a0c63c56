// Command demo does without a display what Standpoint does with one: from the
// sample project it makes a project file, its notes, its JSON and pictures of
// the window, in the folder it is given.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/png"
	"io"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"standpoint/app"
	"standpoint/app/exchange"
	"standpoint/app/exchange/standpoint"
	"standpoint/app/notes"
	"standpoint/app/notes/render"
	"standpoint/app/picker"
	"standpoint/assets"
	"standpoint/store"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "Usage: demo FOLDER")
		os.Exit(2)
	}
	if err := run(context.Background(), os.Args[1], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run makes everything in folder, over what an earlier run left there, and
// prints the path of each file.
func run(ctx context.Context, folder string, out io.Writer) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("make the folder of the demonstration: %w", err)
	}
	path := filepath.Join(folder, "sample"+store.Extension)
	p, err := sampleProject(ctx, path)
	if err != nil {
		return err
	}
	made := []string{path}
	for _, document := range []struct {
		name  string
		write func(context.Context, *store.Project, io.Writer) error
	}{
		{"notes.md", writeNotes},
		{"project.json", standpoint.Export},
	} {
		path := filepath.Join(folder, document.name)
		if err := writeFile(path, func(w io.Writer) error { return document.write(ctx, p, w) }); err != nil {
			return errors.Join(err, p.Close())
		}
		made = append(made, path)
	}
	if err := p.Close(); err != nil {
		return fmt.Errorf("close %s: %w", path, err)
	}
	pictures, err := takePictures(path, folder)
	if err != nil {
		return err
	}
	made = append(made, pictures...)
	for _, path := range made {
		fmt.Fprintln(out, path)
	}
	return nil
}

// sampleProject makes a new project at path with the sample in it.
func sampleProject(ctx context.Context, path string) (*store.Project, error) {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("replace the project of an earlier demonstration: %w", err)
	}
	p, err := store.Create(ctx, path, store.Options{Coder: "Standpoint"})
	if err != nil {
		return nil, err
	}
	sample := bytes.NewReader(assets.Sample)
	if _, err := standpoint.Import(ctx, p, sample, "sample.json", exchange.Options{}); err != nil {
		return nil, errors.Join(err, p.Close())
	}
	return p, nil
}

func writeNotes(ctx context.Context, p *store.Project, w io.Writer) error {
	document, err := notes.Build(ctx, p, notes.Options{}, nil)
	if err != nil {
		return err
	}
	return render.Markdown(ctx, w, document)
}

func writeFile(path string, write func(io.Writer) error) error {
	var content bytes.Buffer
	if err := write(&content); err != nil {
		return fmt.Errorf("make %s: %w", path, err)
	}
	if err := os.WriteFile(path, content.Bytes(), 0o644); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}

// pictureSize is that of the window in the pictures, in pixels.
var pictureSize = fyne.NewSize(1440, 900)

// takePictures shows the project in a window that nobody sees and writes
// pictures of it; it returns their paths.
func takePictures(project, folder string) ([]string, error) {
	window, err := app.New(app.Options{
		UI:           test.NewApp(),
		NewPicker:    func(fyne.Window) picker.Picker { return &picker.Fake{} },
		Translations: assets.Translations,
		Language:     "en",
		Dir:          folder,
		Coder:        "Standpoint",
		CoderGiven:   true,
		Inline:       true,
	})
	if err != nil {
		return nil, err
	}
	defer window.Close()
	var paths []string
	for _, picture := range window.Pictures(project, pictureSize) {
		path := filepath.Join(folder, picture.Name+".png")
		if err := writeFile(path, func(w io.Writer) error { return png.Encode(w, picture.Image) }); err != nil {
			return nil, err
		}
		paths = append(paths, path)
	}
	return paths, nil
}
