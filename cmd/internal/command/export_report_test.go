package command_test

import (
	"strings"
	"testing"

	"standpoint/store"
)

// keepReports adds reports with a paragraph each to a project, by their titles.
func keepReports(t *testing.T, path string, reports map[string]string) {
	t.Helper()
	writeInto(t, path, func(b *store.Batch) error {
		for title, words := range reports {
			r, err := b.AddReport(store.Report{Title: title})
			if err != nil {
				return err
			}
			if _, err := b.AppendReportItems(r.ID, store.ReportItem{Kind: store.ItemParagraph, Text: words}); err != nil {
				return err
			}
			if _, err := b.SavePreset(store.ID{}, title, `{"format":"text","kind":"report","report":"`+r.ID.String()+`"}`); err != nil {
				return err
			}
		}
		return nil
	})
}

func TestExportAReport(t *testing.T) {
	none, one, two := newLibrary(t), newLibrary(t), newLibrary(t)
	keepReports(t, one, map[string]string{"Spring": "It rains."})
	keepReports(t, two, map[string]string{"Spring": "It rains.", "Autumn": "It blows."})
	keepPresets(t, two, map[string]string{"Wire": `{"format":"text","in":{"source":"Northern Wire"},"language":"de"}`})
	markdown := []string{"--format", "markdown", "--document", "report"}
	for name, c := range map[string]struct {
		path             string
		flags            []string
		status           int
		has, lacks, says string
	}{
		"the only one":             {one, markdown, 0, "# Spring\n\nIt rains.", "Talks", ""},
		"by its name":              {two, append(markdown, "--report", "autumn", "--made=", "--in", "de"), 0, "Aus dem Projekt", "rains", ""},
		"which of two":             {two, markdown, 1, "", "", "which report. There is “Autumn”, “Spring”"},
		"a name that there is not": {two, append(markdown, "--report", "May"), 1, "", "", "no report “May”. There is “Autumn”, “Spring”"},
		"of a project without":     {none, markdown, 1, "", "", "has no report"},
		"a name without the kind":  {two, []string{"--format", "text", "--report", "Spring"}, 2, "", "", "--report goes with --document report"},
		"with another kind":        {two, []string{"--format", "text", "--document", "actors", "--report", "Spring"}, 2, "", "", "--report goes"},
		"with a filter":            {one, append(markdown, "--source", "Wire"), 2, "", "", "filters do not go with"},
		"with an article":          {one, append(markdown, "--article", "01970000-0000-7000-8000-000000000001"), 2, "", "", "--article"},
		"with an actor":            {one, append(markdown, "--actor", "01970000-0000-7000-8000-000000000001"), 2, "", "", "what was put into it"},
		"in short":                 {one, append(markdown, "--detail", "short"), 2, "", "", "what was put into it"},
		"in another order":         {one, append(markdown, "--order", "newest"), 2, "", "", "what was put into it"},
		"of some kinds":            {one, append(markdown, "--kind", "mention"), 2, "", "", "what was put into it"},
		"with footnotes":           {one, append(markdown, "--cite", "footnote"), 0, "It rains.", "", ""},
		"as a preset has it":       {two, []string{"--preset", "Spring"}, 0, "Spring\n======", "", ""},
		"instead of the preset's":  {two, []string{"--preset", "Spring", "--report", "Autumn"}, 0, "It blows.", "rains", ""},
		"instead of what it says":  {two, []string{"--preset", "Wire", "--document", "report", "--report", "Autumn"}, 0, "Erstellt", "Talks", ""},
		"articles instead of it":   {two, []string{"--preset", "Spring", "--document", "articles", "--source", ""}, 0, "Vote", "Talks", ""},
		"as a table":               {two, []string{"--preset", "Spring", "--format", "xlsx"}, 2, "", "", "none for --format xlsx"},
		"as our own document":      {two, []string{"--preset", "Spring", "--format", "json"}, 2, "", "", "none for --format json"},
		"a filter beside a preset": {two, []string{"--preset", "Spring", "--source", "Wire"}, 2, "", "", "filters do not go with"},
	} {
		status, out, errs := run(nil, append([]string{"export", c.path, "-o", "-"}, c.flags...)...)
		wrong := c.lacks != "" && strings.Contains(out, c.lacks)
		if status != c.status || wrong || !strings.Contains(out, c.has) || !strings.Contains(errs, c.says) {
			t.Errorf("%s: status %d\n%s%s", name, status, out, errs)
		}
	}
	for _, format := range []string{"html", "docx", "odt", "pdf", "text"} {
		if status, out, errs := run(nil, "export", one, "-o", "-", "--document", "report", "--format", format); status != 0 || len(out) == 0 {
			t.Errorf("%s: status %d, %d bytes, %s", format, status, len(out), errs)
		}
	}
	if status, out, errs := run(nil, "list", two, "reports", "--json"); status != 0 || !strings.Contains(out, `"title":"Autumn","items":1}`) {
		t.Errorf("listed are %s%s", out, errs)
	}
}
