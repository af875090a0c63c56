package command_test

import (
	"encoding/json"
	"strings"
	"testing"

	"standpoint/store"
)

// keepPresets keeps presets in a project, by their names.
func keepPresets(t *testing.T, path string, presets map[string]string) {
	t.Helper()
	writeInto(t, path, func(b *store.Batch) error {
		for name, options := range presets {
			if _, err := b.SavePreset(store.ID{}, name, options); err != nil {
				return err
			}
		}
		return nil
	})
}

func TestExportAsAPresetHasIt(t *testing.T) {
	path := newLibrary(t)
	keepPresets(t, path, map[string]string{
		"Wire":     `{"format":"markdown","in":{"source":"Northern Wire"},"language":"de"}`,
		"Standing": `{"kind":"actors","cite":"author","order":"frequent"}`,
		"Later":    `{"format":"papyrus"}`,
		"Odd":      `{"chapters":9}`,
		"Said":     `{"format":"csv-positions-bom"}`,
		"Gone":     `{"format":"text","articles":["01970000-0000-7000-8000-0000000000aa"]}`,
	})
	for name, c := range map[string]struct {
		flags            []string
		status           int
		has, lacks, says string
	}{
		"as it is":                   {flags: []string{"--preset", "wire"}, has: "## Artikel", lacks: "Vote"},
		"another format":             {flags: []string{"--preset", "Wire", "--format", "text"}, has: "library\n=====", lacks: "# library"},
		"another language":           {flags: []string{"--preset", "Wire", "--in", "en"}, has: "Strike", lacks: "Artikel"},
		"narrower":                   {flags: []string{"--preset", "Wire", "--status", "coded"}, has: "Strike", lacks: "Talks"},
		"other articles":             {flags: []string{"--preset", "Wire", "--source", ""}, has: "Vote", lacks: "Strike"},
		"another document":           {flags: []string{"--preset", "Wire", "--document", "annotated"}, has: "The text of Talks."},
		"the document's own choices": {flags: []string{"--preset", "Standing", "--format", "markdown"}, has: "# library: actors"},
		"go with it":                 {flags: []string{"--preset", "Standing", "--format", "markdown", "--document", "articles"}, has: "Talks"},
		"a table of the same":        {flags: []string{"--preset", "Wire", "--format", "json"}, has: "Strike", lacks: "Vote"},
		"an article that is gone": {
			flags: []string{"--preset", "Wire", "--article", "01970000-0000-7000-8000-0000000000aa"}, status: 1, says: "not have this",
		},
		"a table":                     {flags: []string{"--preset", "Said"}, has: "\uFEFFid,article_id,", lacks: "speaker"},
		"another table":               {flags: []string{"--preset", "Said", "--rows", "actors"}, has: "\uFEFFid,name,kind"},
		"no format":                   {flags: []string{"--preset", "Standing"}, status: 2, says: "--format"},
		"neither":                     {flags: nil, status: 2, says: "--format"},
		"what does not go with it":    {flags: []string{"--preset", "Wire", "--cite", "footnote"}, status: 2, says: "sources are cited"},
		"nor with the format":         {flags: []string{"--preset", "Wire", "--format", "csv"}, status: 2, says: "--rows"},
		"a format of a later version": {flags: []string{"--preset", "Later"}, status: 2, says: "papyrus"},
		"an unreadable one":           {flags: []string{"--preset", "Odd"}, status: 1, says: "“Odd” is not readable"},
		"what is gone":                {flags: []string{"--preset", "Gone"}, status: 1, says: "“Gone” names what is not in the project"},
		"a name that there is not": {
			flags: []string{"--preset", "Wise"}, status: 1, says: "no preset “Wise”. There is “Gone”, “Later”, “Odd”, “Said”, “Standing”, “Wire”",
		},
	} {
		status, out, errs := run(nil, append([]string{"export", path, "-o", "-"}, c.flags...)...)
		switch {
		case status != c.status, !strings.Contains(out, c.has), c.lacks != "" && strings.Contains(out, c.lacks), !strings.Contains(errs, c.says):
			t.Errorf("%s: status %d\n%s%s", name, status, out, errs)
		case status != 0 && out != "":
			t.Errorf("%s: written was %s", name, out)
		}
	}
	status, out, errs := run(nil, "list", path, "presets", "--json")
	var rows []struct {
		Name    string
		Options map[string]any
	}
	if err := json.Unmarshal([]byte(out), &rows); err != nil || status != 0 || len(rows) != 6 || rows[5].Options["language"] != "de" {
		t.Errorf("listed are %s%s, %v", out, errs, err)
	}
	if status, out, errs = run(nil, "list", path, "presets"); status != 0 || !strings.Contains(out, "OPTIONS") {
		t.Errorf("listed are %s%s", out, errs)
	}
}

func TestAPresetOfAProjectThatHasNone(t *testing.T) {
	status, _, errs := run(nil, "export", newLibrary(t), "-o", "-", "--preset", "Weekly")
	if status != 1 || !strings.Contains(errs, "no preset “Weekly”: the project has none") {
		t.Errorf("status %d: %s", status, errs)
	}
}
