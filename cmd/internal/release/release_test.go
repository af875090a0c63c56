package release

import (
	"os"
	"regexp"
	"runtime/debug"
	"strings"
	"testing"
)

// setting reads a value of FyneApp.toml.
func setting(t *testing.T, name string) string {
	t.Helper()
	file, err := os.ReadFile("../../../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`(?m)^` + name + ` = "(.*)"$`).FindSubmatch(file)
	if found == nil {
		t.Fatalf("FyneApp.toml sets no %s", name)
	}
	return string(found[1])
}

func TestTheProgramsHaveTheVersionThatPackagesAreNamedBy(t *testing.T) {
	if want := setting(t, "Version"); Version != want {
		t.Errorf("the programs say %s, FyneApp.toml says %s", Version, want)
	}
	if want := setting(t, "ID"); ID != want {
		t.Errorf("the programs say %s, FyneApp.toml says %s", ID, want)
	}
}

func TestABuildNamesItsCommitAndWhetherFilesWereChangedSince(t *testing.T) {
	revision := debug.BuildSetting{Key: "vcs.revision", Value: "0123456789abcdef0123456789abcdef01234567"}
	for _, test := range []struct {
		settings []debug.BuildSetting
		want     string
	}{
		{[]debug.BuildSetting{revision, {Key: "vcs.modified", Value: "false"}}, "commit 0123456789ab"},
		{[]debug.BuildSetting{revision, {Key: "vcs.modified", Value: "true"}}, "commit 0123456789ab, changed since"},
		{nil, "commit unknown"},
	} {
		if got := describe(test.settings); got != test.want {
			t.Errorf("%v is %q, want %q", test.settings, got, test.want)
		}
	}
	if line := Line(); !strings.HasPrefix(line, "Standpoint "+Version+" (commit ") {
		t.Errorf("the line says %q", line)
	}
}
