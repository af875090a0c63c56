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
// measure, and several benchmarks measure the same.
const FixturesVariable = "STANDPOINT_BENCH_FIXTURES"

// File makes a filled project, closed, at the path. In an environment with
// FixturesVariable it is filled once for each size, and copied from then on: such copies
// are copies of one project, with the same ids.
func File(ctx context.Context, path string, size Size) (Filled, error) {
	folder := os.Getenv(FixturesVariable)
	if folder == "" {
		return newFile(ctx, path, size)
	}
	size = size.withDefaults()
	kept := filepath.Join(folder, fmt.Sprintf("%d-%d-%d-%d-%d-%d",
		size.Articles, size.Annotations, size.Actors, size.Issues, size.Body, size.Seed))
	filled, err := readKept(kept)
	if errors.Is(err, fs.ErrNotExist) {
		filled, err = keep(ctx, kept, size)
	}
	if err != nil {
		return filled, err
	}
	project, err := os.ReadFile(kept + extension)
	if err != nil {
		return filled, err
	}
	return filled, os.WriteFile(path, project, 0o600)
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

func keep(ctx context.Context, kept string, size Size) (Filled, error) {
	filled, err := newFile(ctx, kept+extension, size)
	if err != nil {
		return filled, err
	}
	list, err := json.Marshal(filled)
	if err != nil {
		return filled, err
	}
	return filled, os.WriteFile(kept+listing, list, 0o600)
}

func readKept(kept string) (Filled, error) {
	var filled Filled
	list, err := os.ReadFile(kept + listing)
	if err != nil {
		return filled, err
	}
	return filled, json.Unmarshal(list, &filled)
}
