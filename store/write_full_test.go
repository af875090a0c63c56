//go:build unix

package store_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
)

// A child process fills its disk: it may write files up to a size only, which grows in small steps, so that each write of a
// workload is the one that fails once.

const fullProject = "STANDPOINT_FULL_PROJECT"

// filledDisk is what the child saw.
type filledDisk struct {
	Failed, Saved int
	Wrong         []string // errors that are no sentence of ours, and what should be there and is not
}

// fillDisk works on a project whose files cannot grow, gives them a little more room, and works on.
func fillDisk(path string) error {
	signal.Ignore(syscall.SIGXFSZ)
	ctx := context.Background()
	p, err := store.Open(ctx, path, store.Options{Coder: "Ada"})
	if err != nil {
		return err
	}
	var d filledDisk
	saved := map[store.ID]bool{}
	for step := range 400 {
		if err := limitFiles(uint64(step) * 1777); err != nil {
			return err
		}
		var added store.ID
		_, err := p.Do(ctx, storetest.Titled("Add"), func(b *store.Batch) error {
			a, err := b.AddArticle(store.Article{Title: fmt.Sprint("Article ", step), Source: "Wire"},
				storetest.Body(rand.New(rand.NewPCG(uint64(step), 1)), 3000))
			added = a.ID
			return err
		})
		if code := store.CodeOf(err); err != nil {
			d.Failed++
			if code != store.CodeNotSaved || !strings.Contains(err.Error(), "standpoint backup") {
				d.Wrong = append(d.Wrong, fmt.Sprintf("step %d: %v", step, err))
			}
			if _, _, err := p.Articles(ctx, store.ArticleQuery{}); err != nil {
				d.Wrong = append(d.Wrong, fmt.Sprintf("step %d, reading on: %v", step, err))
			}
			continue
		}
		d.Saved++
		saved[added] = true
	}
	if err := limitFiles(1 << 40); err != nil {
		return err
	}
	for id := range saved {
		if _, err := p.Article(ctx, id); err != nil {
			d.Wrong = append(d.Wrong, fmt.Sprintf("article %s was saved: %v", id, err))
		}
	}
	rows, total, err := p.Articles(ctx, store.ArticleQuery{})
	if err != nil || total != d.Saved || len(rows) != d.Saved {
		d.Wrong = append(d.Wrong, fmt.Sprintf("%d articles were saved, %d are there, %v", d.Saved, total, err))
	}
	return errors.Join(json.NewEncoder(os.Stdout).Encode(d), p.Close())
}

// limitFiles says how large files may become. The system's own limit is not touched.
func limitFiles(size uint64) error {
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	limit.Cur = min(size, limit.Max)
	return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit)
}

func TestAFullDiskLosesNothingAndIsToldInASentence(t *testing.T) {
	path := filepath.Join(t.TempDir(), "full.standpoint")
	p, err := store.Create(t.Context(), path, store.Options{Coder: "Ada"})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), fullProject+"="+path)
	cmd.Stderr = os.Stderr
	said, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var d filledDisk
	if err := json.Unmarshal(said, &d); err != nil {
		t.Fatalf("the child says %q: %v", said, err)
	}
	for _, wrong := range d.Wrong {
		t.Error(wrong)
	}
	t.Logf("%d writes failed, %d went through", d.Failed, d.Saved)
	if d.Failed < 20 || d.Saved == 0 {
		t.Error("that is not what a disk that fills up does")
	}
	mustPass(t, openProject(t, path, store.Options{Coder: "Ada"}))
}
