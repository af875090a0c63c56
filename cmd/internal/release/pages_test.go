package release

import (
	"bytes"
	"errors"
	"go/build/constraint"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
)

const top = "../../.."

// each calls fn for every file of the source whose name ends so, with its path from the top.
func each(t *testing.T, ending string, fn func(name string, text []byte)) {
	t.Helper()
	err := filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if hidden := strings.HasPrefix(d.Name(), ".") && path != top; d.IsDir() && (hidden || d.Name() == "build" || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(path, ending) {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(top, path)
		fn(filepath.ToSlash(name), text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// isRun reports whether a file of tests is compiled with these tags beside those of the system.
func isRun(t *testing.T, text []byte, tags ...string) bool {
	t.Helper()
	for line := range bytes.Lines(text) {
		if bytes.HasPrefix(line, []byte("package ")) {
			break
		}
		if !constraint.IsGoBuild(strings.TrimSpace(string(line))) {
			continue
		}
		expression, err := constraint.Parse(strings.TrimSpace(string(line)))
		if err != nil {
			t.Fatal(err)
		}
		system := []string{runtime.GOOS, runtime.GOARCH, "unix"}
		return expression.Eval(func(tag string) bool { return slices.Contains(append(system, tags...), tag) })
	}
	return true
}

// What promises.md says of a test is true: it is there, and is run by what is said to run it.
func TestEveryTestThatThePromisesNameIsRun(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(top, "docs", "promises.md"))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][][]byte{}
	each(t, "_test.go", func(name string, text []byte) {
		files[filepath.Base(name)] = append(files[filepath.Base(name)], text)
	})
	named := regexp.MustCompile("`([a-z_]+_test\\.go)`(, with `make window-test`)?").FindAllSubmatch(page, -1)
	if len(named) < 10 {
		t.Errorf("the page names %d files of tests", len(named))
	}
	for _, n := range named {
		name, tags := string(n[1]), []string{"ci"}
		if len(n[2]) > 0 {
			tags = append(tags, "window")
		}
		texts := files[name]
		if len(texts) == 0 {
			t.Errorf("%s is not in the tree", name)
		}
		if !slices.ContainsFunc(texts, func(text []byte) bool { return bytes.Contains(text, []byte("\nfunc Test")) && isRun(t, text, tags...) }) {
			t.Errorf("%s is not run with the tags %v", name, tags)
		}
	}
}

// link is one to a place in the tree.
var link = regexp.MustCompile(`\]\(([^)#:]+)(#[^)]*)?\)`)

func TestEveryLinkOfThePagesLeadsSomewhere(t *testing.T) {
	each(t, ".md", func(name string, text []byte) {
		for _, l := range link.FindAllSubmatch(text, -1) {
			to := filepath.Join(top, filepath.Dir(name), string(l[1]))
			if _, err := os.Stat(to); err != nil {
				t.Errorf("%s has a link to %s, which is not there", name, l[1])
			}
		}
	})
}

// In a package these pages lie without those around them.
func TestThePagesThatArePackagedLinkToNoOthers(t *testing.T) {
	for _, name := range []string{"CHANGELOG.md", "docs/third-party.md"} {
		text, err := os.ReadFile(filepath.Join(top, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range link.FindAllSubmatch(text, -1) {
			t.Errorf("%s links to %s", name, l[1])
		}
	}
}

// Tests that must run in our own CI ask for CI=true, which make must not hide from them.
func TestMakePassesOnThatThisIsCI(t *testing.T) {
	if _, err := exec.LookPath("make"); err != nil {
		t.Skip("make is not here:", err)
	}
	cmd := exec.CommandContext(t.Context(), "make", "--no-print-directory", "--eval", "said: ; @echo CI is $$CI", "said")
	cmd.Dir = top
	cmd.Env = append(os.Environ(), "CI=true", "MAKEFLAGS=")
	out, err := cmd.Output()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		t.Fatalf("make: %v\n%s", err, exit.Stderr)
	}
	if err != nil || string(out) != "CI is true\n" {
		t.Errorf("make says %q, %v", out, err)
	}
}
