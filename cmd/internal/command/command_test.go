package command_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"standpoint/cmd/internal/command"
	"standpoint/store"
	"standpoint/store/storetest"
)

// run runs a subcommand and returns its exit status and what it wrote.
func run(stdin io.Reader, args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	status = command.Main(append([]string{"standpoint"}, args...), stdin, &out, &errs)
	return status, out.String(), errs.String()
}

func TestMessagesNameTheProgramAsItWasCalled(t *testing.T) {
	for called, name := range map[string]string{
		"standpoint": "standpoint", "/usr/bin/standpoint-cli": "standpoint-cli", `C:\Program Files\standpoint-cli.exe`: "standpoint-cli",
		"./sp": "sp", "": "standpoint",
	} {
		for _, c := range []struct {
			args []string
			says string
		}{
			{[]string{"export", "--nonsense"}, name + ": unknown flag --nonsense"},
			{[]string{"export", "--nonsense"}, "Run “" + name + " export --help” to see"},
			{[]string{"check", "gone.standpoint"}, name + ": "},
			{[]string{"--help"}, "Usage: " + name + " "},
		} {
			var written bytes.Buffer
			command.Main(append([]string{called}, c.args...), nil, &written, &written)
			if !strings.Contains(written.String(), c.says) {
				t.Errorf("called as %q, %v says %q, want %q", called, c.args, written.String(), c.says)
			}
		}
	}
}

func TestIsCommand(t *testing.T) {
	for name, want := range map[string]bool{
		"new": true, "import": true, "list": true, "search": true, "export": true, "check": true, "backup": true, "history": true,
		"--help": true, "coder": false, "help": false, "Import": false, "talks.standpoint": false, "": false,
	} {
		if got := command.IsCommand(name); got != want {
			t.Errorf("IsCommand(%q) = %t", name, got)
		}
	}
}

// waiting is a standard input that says when it is read, and has nothing to give.
type waiting struct{ read chan struct{} }

func (w waiting) Read([]byte) (int, error) {
	close(w.read)
	select {}
}

func TestInterruptStopsCleanly(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot interrupt itself on Windows")
	}
	project := filepath.Join(t.TempDir(), "a.standpoint")
	if status, _, stderr := run(nil, "new", project); status != 0 {
		t.Fatal(stderr)
	}
	stdin := waiting{make(chan struct{})}
	go func() {
		<-stdin.read
		self, err := os.FindProcess(os.Getpid())
		if err == nil {
			err = self.Signal(os.Interrupt)
		}
		if err != nil {
			t.Error(err)
		}
	}()
	status, stdout, stderr := run(stdin, "import", project, "-")
	if status != 1 || stdout != "" || stderr != "standpoint: Stopped.\n" {
		t.Errorf("status %d, output %q, messages %q", status, stdout, stderr)
	}
	if status, _, stderr := run(nil, "check", project); status != 0 || !strings.Contains(stderr, "sound") {
		t.Errorf("check after the interrupt: %d %s", status, stderr)
	}
}

// TestProjectThatIsOpenElsewhere has the project open for writing, as a window has it.
func TestProjectThatIsOpenElsewhere(t *testing.T) {
	project := filepath.Join(t.TempDir(), "a.standpoint")
	p, err := store.Create(t.Context(), project, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close() //nolint:errcheck // the test is over
	_, err = p.Do(t.Context(), storetest.Titled("Add Ann"), func(b *store.Batch) error {
		_, err := b.AddActor(store.Actor{Name: "Ann"})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"list", project, "actors"},
		{"search", project, "ann"},
		{"export", project, "--format", "json", "-o", "-"},
		{"history", project},
	} {
		if status, stdout, stderr := run(nil, args...); status != 0 || !strings.Contains(stdout, "Ann") {
			t.Errorf("%v: status %d, output %q, messages %q", args, status, stdout, stderr)
		}
	}
	backup := filepath.Join(t.TempDir(), "copy.standpoint")
	if status, _, stderr := run(nil, "backup", project, backup); status != 0 {
		t.Errorf("backup: %s", stderr)
	}
	if status, stdout, _ := run(nil, "list", backup, "actors"); status != 0 || !strings.Contains(stdout, "Ann") {
		t.Errorf("the backup lists %q", stdout)
	}
	status, _, stderr := run(strings.NewReader(`{"standpoint": 1}`), "import", project, "-")
	if status != 1 || !strings.HasPrefix(stderr, "standpoint: ") || !strings.Contains(stderr, "a.standpoint") {
		t.Errorf("import: status %d, messages %q", status, stderr)
	}
}

// full is an output that takes nothing.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestOutputThatCannotBeWrittenFails(t *testing.T) {
	project := filepath.Join(t.TempDir(), "a.standpoint")
	if status, _, stderr := run(nil, "new", project); status != 0 {
		t.Fatal(stderr)
	}
	for _, args := range [][]string{
		{"list", project, "actors"},
		{"list", project, "actors", "--json"},
		{"search", project, "a", "--json"},
		{"history", project, "--json"},
		{"export", project, "--format", "json", "-o", "-"},
		{"export", project, "--format", "markdown", "-o", "-"},
	} {
		var stderr bytes.Buffer
		if status := command.Main(append([]string{"standpoint"}, args...), nil, full{}, &stderr); status != 1 || stderr.Len() == 0 {
			t.Errorf("%v: status %d, messages %q", args, status, stderr.String())
		}
	}
}

func TestWhatIsWrongWithAFileIsSaidOnceAndBesideTheData(t *testing.T) {
	folder := t.TempDir()
	project, copied := filepath.Join(folder, "a.standpoint"), filepath.Join(folder, "copied.standpoint")
	p, err := store.Create(t.Context(), project, store.Options{Coder: "Ada"})
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(project) // without the log that it has while it is open
	if err == nil {
		err = os.WriteFile(copied, b, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"list", copied, "articles", "--json"},
		{"check", copied, "--json"},
		{"merge", project, copied},
		{"export", copied, "--format", "json", "-o", "-"},
	} {
		status, stdout, stderr := run(nil, args...)
		if status != 0 || strings.Count(stderr, "may be missing") != 1 || strings.Contains(stdout, "may be missing") {
			t.Errorf("%s: status %d, data %q, messages %q", args[0], status, stdout, stderr)
		}
	}
	if status, _, stderr := run(nil, "list", project, "articles"); status != 0 || stderr != "" {
		t.Errorf("of a file that was closed it says %q", stderr)
	}
}
