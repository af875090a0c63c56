package watched

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"standpoint/app/intake"
)

// write writes a file of the folder, as of a time in minutes.
func write(t *testing.T, folder, name, text string, minutes int) string {
	t.Helper()
	path := filepath.Join(folder, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	at := time.Unix(2_000_000_000, 0).Add(time.Duration(minutes) * time.Minute)
	if err := os.Chtimes(path, at, at); err != nil {
		t.Fatal(err)
	}
	return path
}

func (f *Folder) look(t *testing.T) (names []string) {
	t.Helper()
	paths, err := f.Look(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		name, err := filepath.Rel(f.path, path)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, filepath.ToSlash(name))
	}
	return names
}

func expect(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("arrived are %v, not %v", got, want)
	}
}

func TestAFileHasArrivedWhenItNoLongerGrowsAndIsHandedOutOnce(t *testing.T) {
	folder := t.TempDir()
	f := NewFolder(folder, nil, nil)
	write(t, folder, "talks.txt", "The", 0)
	expect(t, f.look(t))
	write(t, folder, "talks.txt", "The talks", 0) // the size alone is another
	expect(t, f.look(t))
	write(t, folder, "talks.txt", "THE TALKS", 1) // the time alone is another
	expect(t, f.look(t))
	expect(t, f.look(t), "talks.txt")
	expect(t, f.look(t))
	write(t, folder, "talks.txt", "The talks ended.", 2) // another file under the same name
	expect(t, f.look(t))
	expect(t, f.look(t), "talks.txt")
}

func TestAFileWithNothingInItIsAboutToBeWritten(t *testing.T) {
	folder := t.TempDir()
	f := NewFolder(folder, nil, nil)
	write(t, folder, "talks.txt", "", 0)
	for range 3 {
		expect(t, f.look(t))
	}
}

func TestWhatWasDecidedAboutDoesNotComeBackInALaterSession(t *testing.T) {
	folder := t.TempDir()
	f := NewFolder(folder, nil, nil)
	imported := write(t, folder, "imported.txt", "The talks began.", 0)
	write(t, folder, "waiting.txt", "The talks ended.", 0)
	f.look(t)
	expect(t, f.look(t), "imported.txt", "waiting.txt")
	if !f.Decide([]string{imported}) || f.Decide([]string{filepath.Join(filepath.Dir(folder), "other.txt")}) {
		t.Error("it is not known which files are of the folder")
	}
	later := NewFolder(folder, f.Decided(), nil)
	expect(t, later.look(t))
	expect(t, later.look(t), "waiting.txt")
	write(t, folder, "imported.txt", "The talks began anew.", 1)
	later.look(t)
	expect(t, later.look(t), "imported.txt")
}

func TestWhatIsThereAlreadyCanBeLeft(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, "old.txt", "The talks began.", 0)
	f := NewFolder(folder, nil, nil)
	present, err := f.Present(t.Context())
	if err != nil || len(present) != 1 {
		t.Fatalf("there are %v, %v", present, err)
	}
	f.Decide(present)
	write(t, folder, "new.txt", "The talks ended.", 1)
	f.look(t)
	expect(t, f.look(t), "new.txt")
}

func TestAFolderThatIsGoneIsNamedAndTakenUpWhereItWasWhenItIsBack(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "folder")
	write(t, folder, "talks.txt", "The talks began.", 0)
	f := NewFolder(folder, nil, nil)
	f.look(t)
	expect(t, f.look(t), "talks.txt")
	if err := os.Rename(folder, folder+".away"); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Look(t.Context()); err == nil || !strings.Contains(err.Error(), "cannot be looked into") {
		t.Errorf("a folder that is gone gives %v", err)
	}
	if err := os.WriteFile(folder, []byte("no folder"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Look(t.Context()); err == nil || !strings.Contains(err.Error(), "is no folder any more") {
		t.Errorf("a file in its place gives %v", err)
	}
	if err := os.Remove(folder); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(folder+".away", folder); err != nil {
		t.Fatal(err)
	}
	write(t, folder, "ended.txt", "The talks ended.", 1)
	expect(t, f.look(t))
	expect(t, f.look(t), "ended.txt")
}

// counted has a folder count how often it is listed, and how many files are looked at.
func counted(f *Folder) (lists, stats *int) {
	lists, stats = new(int), new(int)
	find, stat := f.find, f.stat
	f.find = func(ctx context.Context, path string, most int) intake.Found { *lists++; return find(ctx, path, most) }
	f.stat = func(name string) (os.FileInfo, error) { *stats++; return stat(name) }
	return lists, stats
}

func TestALookAtManyFilesIsOneListingWhateverWasHandedOut(t *testing.T) {
	folder := t.TempDir()
	const files = 10_000
	for i := range files {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%05d.txt", i)), []byte("The talks began."), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	f := NewFolder(folder, nil, nil)
	lists, stats := counted(f)
	handed := 0
	for range 5 {
		handed += len(f.look(t))
	}
	if handed != files || *lists != 5 || *stats != 5*(files+1) {
		t.Errorf("5 looks at %d files handed out %d, listed the folder %d times and looked at %d files", files, handed, *lists, *stats)
	}
	if _, err := NewFolder(folder, nil, nil).listUpTo(t, files-1); err == nil || !strings.Contains(err.Error(), "too many to be watched") {
		t.Errorf("a folder with more files than may be gives %v", err)
	}
}

// listUpTo lists a folder that may hold so many files.
func (f *Folder) listUpTo(t *testing.T, most int) ([]listed, error) {
	t.Helper()
	find := f.find
	f.find = func(ctx context.Context, path string, _ int) intake.Found { return find(ctx, path, most) }
	return f.list(t.Context())
}

func TestWhatIsKeptOfTheDecisionsDoesNotGrowForEver(t *testing.T) {
	folder := t.TempDir()
	f := NewFolder(folder, nil, nil)
	for i := range 2*mostFiles + 1 {
		f.decided.add(mark{1, byte(i >> 16), byte(i >> 8), byte(i)})
	}
	path := write(t, folder, "talks.txt", "The talks began.", 0)
	f.Decide([]string{path})
	if n := len(f.Decided()) / len(mark{}); n != 1 {
		t.Errorf("%d decisions are kept of one file", n)
	}
}
