package store_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"standpoint/store"
)

// sceneFile is a closed project as bytes.
func sceneFile(f *testing.F) []byte {
	f.Helper()
	s := newScene(f)
	if err := s.Close(); err != nil {
		f.Fatal(err)
	}
	file, err := os.ReadFile(s.Path())
	if err != nil {
		f.Fatal(err)
	}
	return file
}

// FuzzOpen puts bytes over a project's file, and opens, reads, checks and recovers what that makes.
func FuzzOpen(f *testing.F) {
	whole := sceneFile(f)
	f.Add(100, []byte{0xff})
	f.Add(0, []byte("SQLite format 3\x00\x00\x00"))
	f.Add(4096, []byte{0x0d, 0, 0, 0, 9, 1, 2, 3})
	f.Add(len(whole)-4096, []byte{5, 0, 0, 0, 1})
	f.Fuzz(func(t *testing.T, at int, over []byte) {
		if at < 0 || at >= len(whole) {
			t.Skip()
		}
		file := append([]byte{}, whole...)
		copy(file[at:], over)
		path := filepath.Join(t.TempDir(), "fuzz.standpoint")
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), patience)
		defer cancel()
		if p, err := store.Open(ctx, path, store.Options{Coder: "Ada"}); err == nil {
			readAll(ctx, p)
			_, _ = p.Check(ctx, nil)
			_ = p.Close()
		}
		_, err := store.Recover(ctx, path, path+"-saved.standpoint")
		if err != nil && store.CodeOf(err) == "" {
			t.Errorf("recovering fails without a sentence: %v", err)
		}
		if ctx.Err() != nil {
			t.Error("it takes for ever")
		}
	})
}

// FuzzMerge merges a copy whose journal holds a change that no program wrote, in a session that is whole.
func FuzzMerge(f *testing.F) {
	f.Add("actor", []byte("0123456789abcdef"), int64(0), `{"created":true,"name":"Orla"}`)
	f.Add("annotation", []byte("0123456789abcdef"), int64(5), `{"created":true,"anchor":{"body":"00","quotes":[{"start":-1,"end":9}]}}`)
	f.Add("gadget", []byte("0123456789abcdef"), int64(-9), `{"created":true,"whirr":[1,{"x":null}]}`)
	f.Add("issue", []byte("0123456789abcdef"), int64(1),
		`{"created":true,"parent":"not an id","merged_into":"30313233-3435-3637-3839-616263646566"}`)
	f.Add("article", []byte("0123456789abcdef"), int64(1), `{"purge":true,"body":"zz"}`)
	f.Add("tag", []byte("short"), int64(1), `{"purged":"00"`)
	base := sceneFile(f)
	f.Fuzz(func(t *testing.T, entity string, id []byte, later int64, fields string) {
		folder := t.TempDir()
		path, other := filepath.Join(folder, "ours.standpoint"), filepath.Join(folder, "theirs.standpoint")
		for _, name := range []string{path, other} {
			if err := os.WriteFile(name, base, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if err := store.AddForeignChange(t.Context(), other, store.ActionDo, entity, id, later, fields); err != nil {
			t.Skip() // SQLite does not take it
		}
		p, err := store.Open(t.Context(), path, store.Options{Coder: "Ada"})
		if err != nil {
			t.Fatal(err)
		}
		before := look(t, p)
		if _, err := tryMerge(t.Context(), p, other, restoreAll); err != nil {
			if store.CodeOf(err) == "" {
				t.Errorf("refused without a sentence: %v", err)
			}
			if diff := alike(before, look(t, p)); diff != "" {
				t.Errorf("a refused merge changed something:\n%s", diff)
			}
		} else if _, _, err := p.TakeBackMerge(t.Context()); err != nil && store.CodeOf(err) != store.CodeNotFound {
			t.Errorf("it cannot be taken back: %v", err)
		}
		mustPass(t, p)
		if diff := alike(before, look(t, p)); diff != "" {
			t.Errorf("taken back, something else is there:\n%s", diff)
		}
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
}
