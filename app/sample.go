package app

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"

	"standpoint/app/exchange"
	"standpoint/app/exchange/standpoint"
	"standpoint/store"
)

// sampleCoder is whose the work in the sample is: the program's, and not that of the person who will be at work.
const sampleCoder = "Standpoint"

// makeSample makes the sample project at path, unless it is there, out of our JSON. It gets its name when all of it is there.
func makeSample(ctx context.Context, path string, sample []byte, o store.Options, progress func(done, total int)) error {
	if exists(path) {
		return nil
	}
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	making := filepath.Join(folder, "making")
	if err := os.RemoveAll(making); err != nil { // what a crash left
		return err
	}
	if err := os.Mkdir(making, 0o700); err != nil {
		return err
	}
	whole := filepath.Join(making, filepath.Base(path))
	err := fillSample(ctx, whole, sample, o, progress)
	if err == nil {
		err = os.Rename(whole, path)
	}
	return errors.Join(err, os.RemoveAll(making))
}

func fillSample(ctx context.Context, path string, sample []byte, o store.Options, progress func(done, total int)) error {
	o.Coder = sampleCoder
	p, err := store.Create(ctx, path, o)
	if err != nil {
		return err
	}
	_, err = standpoint.Import(ctx, p, bytes.NewReader(sample), "sample.json", exchange.Options{Progress: progress})
	if err == nil {
		err = p.BeginUndoHere(ctx)
	}
	return errors.Join(err, p.Close())
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
