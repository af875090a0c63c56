package command_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"standpoint/app/notes"
)

func TestExportDocuments(t *testing.T) {
	path := newLibrary(t)
	for name, c := range map[string]struct {
		flags []string
		want  string
	}{
		"articles are usual": {nil, "Made on "},
		"a day is given":     {[]string{"--made", "2026-05-04"}, "Made on 4 May 2026 from the project"},
		"no day":             {[]string{"--made="}, "From the project"},
		"actors in German":   {[]string{"--document", "actors", "--in", "de"}, ": Akteure\n"},
		"issues":             {[]string{"--document", "issues", "--order", "frequent", "--cite", "author"}, ": issues\n"},
		"annotated":          {[]string{"--document", "annotated", "--detail", "short"}, ": annotated articles\n"},
	} {
		status, out, errs := run(nil, append([]string{"export", path, "--format", "markdown", "-o", "-"}, c.flags...)...)
		if status != 0 || !strings.Contains(out, c.want) {
			t.Errorf("%s: status %d, lacks %q:\n%s%s", name, status, c.want, out, errs)
		}
	}
}

func TestFlagsOfDocumentsAreRefusedElsewhere(t *testing.T) {
	path := newLibrary(t)
	for _, flags := range [][]string{
		{"--format", "json", "--document", "actors"},
		{"--format", "csv", "--rows", "actors", "--document", "articles"},
		{"--format", "xlsx", "--cite", "author"},
		{"--format", "markdown", "--document", "chapters"},
		{"--format", "markdown", "--kind", "opinion"},
		{"--format", "markdown", "--in", "tlh"},
		{"--format", "markdown", "--made", "2026"},
		{"--format", "markdown", "--actor", "Ann", "--actor", "Ben"},
		{"--format", "papyrus"},
		{"--format", "template"},
		{"--format", "markdown", "--template", "list_filter_test.go"},
		{"--format", "markdown", "--cite", "footnote"},
		{"--format", "markdown", "--order", "frequent"},
		{"--format", "markdown", "--document", "issues", "--order", "title"},
	} {
		if status, out, errs := run(nil, append([]string{"export", path, "-o", "-"}, flags...)...); status != 2 || errs == "" {
			t.Errorf("%v: status %d, %s%s", flags, status, out, errs)
		}
	}
}

func TestTheValuesThatAFlagMayHaveAreNamedWithoutTheEmptyOne(t *testing.T) {
	for _, args := range [][]string{
		{"export", newLibrary(t), "-o", "-", "--format", "doc"}, {"list", newLibrary(t), "articles", "--stance", "against"},
	} {
		status, _, errs := run(nil, args...)
		if status != 2 || !strings.Contains(errs, "must be one of ") || strings.Contains(errs, `""`) {
			t.Errorf("%v: status %d, %s", args, status, errs)
		}
	}
}

func TestATemplateThatIsNotThereIsSaidInWords(t *testing.T) {
	status, _, errs := run(nil, "export", newLibrary(t), "-o", "-", "--format", "template", "--template", "nothing.tmpl")
	if status != 1 || !strings.Contains(errs, "nothing.tmpl is not there") || strings.Contains(errs, "stat ") {
		t.Errorf("status %d, %s", status, errs)
	}
}

func TestAPresetNamesItsTemplate(t *testing.T) {
	path, folder := newLibrary(t), t.TempDir()
	mine, other := filepath.Join(folder, "mine.tmpl"), filepath.Join(folder, "other.tmpl")
	for file, source := range map[string]string{mine: "mine of {{.Title}}", other: "another of {{.Title}}"} {
		if err := os.WriteFile(file, []byte(source), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	options := func(template string) string {
		kept, err := notes.WritePreset(notes.Options{}, notes.Form{Format: "template", Template: template})
		if err != nil {
			t.Fatal(err)
		}
		return kept
	}
	keepPresets(t, path, map[string]string{
		"Wiki": options(mine), "Gone": options(filepath.Join(folder, "gone.tmpl")), "None": `{"format":"template"}`,
	})
	for _, c := range []struct {
		flags     []string
		status    int
		out, says string
	}{
		{[]string{"Wiki"}, 0, "mine of library", ""},
		{[]string{"Wiki", "--template", other}, 0, "another of library", ""},
		{[]string{"Wiki", "--format", "markdown"}, 0, "# library", ""},
		{[]string{"Wiki", "--format", "markdown", "--template", other}, 2, "", "--format template"},
		{[]string{"Gone"}, 1, "", "gone.tmpl. Put it back, or name one with --template"},
		{[]string{"Gone", "--template", other}, 0, "another of library", ""},
		{[]string{"None"}, 2, "", "--template names a file"},
	} {
		status, out, errs := run(nil, append([]string{"export", path, "-o", "-", "--preset"}, c.flags...)...)
		if status != c.status || !strings.HasPrefix(out, c.out) || !strings.Contains(errs, c.says) {
			t.Errorf("%v: status %d, %.40q, %s", c.flags, status, out, errs)
		}
	}
}

func TestNotesOnAnActorThatIsNotThereAreRefused(t *testing.T) {
	status, _, errs := run(nil, "export", newLibrary(t), "--format", "markdown", "-o", "-", "--document", "actors",
		"--actor", "01970000-0000-7000-8000-0000000000aa")
	if status != 1 || !strings.Contains(errs, "actor") {
		t.Errorf("status %d: %s", status, errs)
	}
}

func TestExportByATemplateOfOnesOwn(t *testing.T) {
	path := newLibrary(t)
	file := filepath.Join(t.TempDir(), "mine.tmpl")
	for source, want := range map[string]struct {
		status int
		said   string
	}{
		"{{.Title}} it is": {0, "library it is"},
		"one\n{{.Titel}}":  {1, "line 2"},
	} {
		if err := os.WriteFile(file, []byte(source), 0o600); err != nil {
			t.Fatal(err)
		}
		status, out, errs := run(nil, "export", path, "--format", "template", "--template", file, "-o", "-")
		if status != want.status || !strings.Contains(out+errs, want.said) {
			t.Errorf("%q: status %d, %q%s", source, status, out, errs)
		}
	}
}
