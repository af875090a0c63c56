package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Programs are built of the packages that have such benchmarks alone, also of two whose folders have one name.
func TestOnlyProgramsWithSuchBenchmarksAreBuilt(t *testing.T) {
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("there is no go here:", err)
	}
	module, programs := t.TempDir(), t.TempDir()
	t.Chdir(module)
	const header = "package p\n\nimport \"testing\"\n\n"
	for name, source := range map[string]string{
		"go.mod":              "module example\n\ngo 1.26\n",
		"a/text/x_test.go":    header + "func BenchmarkSearch(b *testing.B) { for b.Loop() {} }\n",
		"b/text/x_test.go":    header + "func BenchmarkSearchAgain(b *testing.B) { for b.Loop() {} }\n",
		"other/x_test.go":     header + "func BenchmarkScroll(b *testing.B) { for b.Loop() {} }\n",
		"nothing/x_test.go":   header + "func TestSearch(t *testing.T) {}\n",
		"unbuilt/x_test.go":   "//go:build never\n\n" + header + "func BenchmarkSearch(b *testing.B) {}\n",
		"broken/x.go":         "package broken\n\nvar x = y\n",
		"broken/test_test.go": "package broken\n",
	} {
		file := filepath.Join(module, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(source), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	o := options{count: 1, time: "1x", tags: "ci", match: "Search", packages: []string{"./..."}}
	built, err := build(t.Context(), o, programs)
	if err != nil {
		t.Fatal(err)
	}
	var measured []string
	r := results{count: 1, done: func(b result) { measured = append(measured, b.name) }}
	var said strings.Builder
	for _, p := range built {
		if err := p.run(t.Context(), o, programs, &r, &said); err != nil {
			t.Error(err)
		}
	}
	if diff := cmp.Diff([]string{"example/a/text Search", "example/b/text SearchAgain"}, measured); diff != "" || said.Len() > 0 {
		t.Errorf("other benchmarks ran (-want +got):\n%s%s", diff, &said)
	}
}

// Projects are kept for the code that filled them; nothing else in the folder is touched.
func TestProjectsOfOtherCodeAreRemoved(t *testing.T) {
	keep := t.TempDir()
	if err := os.WriteFile(filepath.Join(keep, "mine"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var folders []string
	for _, id := range []string{"one", "one", "other"} {
		folder, err := keptFor(keep, id)
		if err != nil {
			t.Fatal(err)
		}
		folders = append(folders, filepath.Base(folder))
	}
	left, err := os.ReadDir(keep)
	if err != nil {
		t.Fatal(err)
	}
	names := []string{}
	for _, entry := range left {
		names = append(names, entry.Name())
	}
	if diff := cmp.Diff([]string{"mine", folders[2]}, names); diff != "" || folders[0] != folders[1] || folders[1] == folders[2] {
		t.Errorf("of %v there are left (-want +got):\n%s", folders, diff)
	}
}
