package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
)

// With a full folder for temporary files a project is checked, recovered, merged, and looked at as it was: there is room elsewhere. What is
// made on a full disk is told in a sentence, and nothing is left there.
func TestAFullFolderForTemporaryFilesKeepsNobodyFromReading(t *testing.T) {
	storetest.OnSmallDisk(t, workOnSmallDisk, "HOME="+t.TempDir(), "XDG_CACHE_HOME=")
}

func workOnSmallDisk(t *testing.T, small string) {
	t.Helper()
	s := newScene(t)
	other := filepath.Join(t.TempDir(), "other.standpoint")
	must(t, s.Backup(t.Context(), other))
	must(t, store.AddToLastSession(t.Context(), other, "Tariffs"))
	history, _, err := s.History(t.Context(), store.HistoryQuery{})
	must(t, err)
	t.Setenv("TMPDIR", small)
	onFull := filepath.Join(small, "full.standpoint")
	copyProject(t, other, onFull)
	storetest.FillDisk(t, small)
	if _, err := store.Open(t.Context(), onFull, store.Options{Coder: "Ada"}); store.CodeOf(err) != store.CodeNoRoom {
		t.Errorf("opened for writing on a full disk: %v", err)
	}
	if _, n, err := openProject(t, onFull, store.Options{ReadOnly: true}).Articles(t.Context(), store.ArticleQuery{}); err != nil || n == 0 {
		t.Errorf("of a project on a full disk %d articles are read, %v", n, err)
	}

	reader := openProject(t, s.Path(), store.Options{Coder: "Ada", ReadOnly: true})
	mustPass(t, reader)
	then, err := reader.At(t.Context(), history[0].Action)
	must(t, err)
	mustPass(t, then)
	must(t, then.Close())
	saved := other + "-saved.standpoint"
	if r, err := store.Recover(t.Context(), other, saved); err != nil || r.Changes == 0 {
		t.Errorf("recovered %+v, %v", r, err)
	}
	if r := merge(t, s.Project, other, nil); r.Changes == 0 {
		t.Error("nothing came by the merge")
	}

	name := filepath.Join(small, "new.standpoint")
	_, created := store.Create(t.Context(), name, store.Options{Coder: "Ada"})
	_, recovered := store.Recover(t.Context(), other, name)
	for what, err := range map[string]error{"new": created, "recover": recovered, "backup": s.Backup(t.Context(), name)} {
		if store.CodeOf(err) != store.CodeNotSaved || !strings.Contains(err.Error(), "its disk is full") || strings.Contains(err.Error(),
			"standpoint backup") {
			t.Errorf("%s on a full disk: %v", what, err)
		}
	}
	for _, folder := range []string{small, filepath.Dir(other), filepath.Dir(s.Path())} {
		hidden, err := filepath.Glob(filepath.Join(folder, ".*"))
		if err != nil || len(hidden) > 0 {
			t.Errorf("in %s stay %v, %v", folder, hidden, err)
		}
	}
	if _, err := os.Stat(name); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("something has the name of what was not made: %v", err)
	}
}
