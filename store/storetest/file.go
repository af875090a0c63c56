package storetest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"standpoint/store"
)

// FixturesVariable names the environment variable with the folder in which File keeps
// what it made. `make bench` sets it, since a large project takes longer to fill than to
// measure, and several benchmarks measure the same, today and tomorrow.
const FixturesVariable = "STANDPOINT_BENCH_FIXTURES"

// File makes a filled project, closed, at the path. In an environment with
// FixturesVariable it is filled once for each size, and copied from then on: such copies
// are copies of one project, with the same ids.
func File(ctx context.Context, path string, size Size) (Filled, error) {
	folder := os.Getenv(FixturesVariable)
	if folder == "" {
		return newFile(ctx, path, size)
	}
	kept := size.kept(folder)
	filled, err := keep(ctx, kept, size)
	if err != nil {
		return filled, err
	}
	project, err := os.ReadFile(kept + extension)
	if err != nil {
		return filled, err
	}
	return filled, os.WriteFile(path, project, 0o600)
}

// kept is where a project of that size lies in a folder of fixtures, but for the extension.
func (s Size) kept(folder string) string {
	s = s.withDefaults()
	return filepath.Join(folder, fmt.Sprintf("%d-%d-%d-%d-%d-%d", s.Articles, s.Annotations, s.Actors, s.Issues, s.Body, s.Seed))
}

const (
	extension = ".standpoint"
	listing   = ".json" // of what is in the project; written last
)

func newFile(ctx context.Context, path string, size Size) (Filled, error) {
	p, err := store.Create(ctx, path, store.Options{Coder: "Ada"})
	if err != nil {
		return Filled{}, err
	}
	filled, err := Fill(ctx, p, size)
	return filled, errors.Join(err, p.Close())
}

// keep makes the project of that size and its listing, unless they are there.
func keep(ctx context.Context, kept string, size Size) (Filled, error) {
	filled, err := readKept(kept)
	if !errors.Is(err, fs.ErrNotExist) {
		return filled, err
	}
	if err := whole(kept+extension, func(path string) (err error) {
		filled, err = newFile(ctx, path, size)
		return err
	}); err != nil {
		return filled, err
	}
	list, err := json.Marshal(filled)
	if err != nil {
		return filled, err
	}
	return filled, os.WriteFile(kept+listing, list, 0o600)
}

// whole has a project made beside the path and moves it there when it is complete: who is stopped leaves no half of one.
func whole(path string, fill func(path string) error) error {
	beside, err := os.MkdirTemp(filepath.Dir(path), "unfinished-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(beside) }() // empty, but after a failure
	made := filepath.Join(beside, filepath.Base(path))
	if err := fill(made); err != nil {
		return err
	}
	return os.Rename(made, path)
}

func readKept(kept string) (Filled, error) {
	var filled Filled
	list, err := os.ReadFile(kept + listing)
	if err != nil {
		return filled, err
	}
	return filled, json.Unmarshal(list, &filled)
}
