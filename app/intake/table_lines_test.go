package intake

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A line of JSON that cannot be read is told of; the articles on the others come in.
func TestABrokenLineOfJSONLinesLosesNoOther(t *testing.T) {
	good := func(title string) string {
		return `{"title":"` + title + `","text":"The ferry sails at noon, the harbour says."}`
	}
	for name, test := range map[string]struct {
		lines []string
		want  []string
		says  string
	}{
		"a line within":   {[]string{good("One"), `{"title":"Two","text":}`, good("Three")}, []string{"One", "Three"}, "Line 2 of"},
		"two lines":       {[]string{good("One"), `oops`, `]`, good("Four")}, []string{"One", "Four"}, "Line 3 of"},
		"the last one":    {[]string{good("One"), good("Two"), `{"title":"Thr`}, []string{"One", "Two"}, "Line 3 of"},
		"none":            {[]string{good("One"), "", good("Two"), ""}, []string{"One", "Two"}, ""},
		"an empty one":    {[]string{good("One"), "{}", good("Two")}, []string{"One", "Two"}, "it has no text"},
		"numbers, a list": {[]string{good("One"), "7", "[" + good("Two") + "]"}, []string{"One", "Two"}, ""},
	} {
		path := filepath.Join(t.TempDir(), "wire.jsonl")
		if err := os.WriteFile(path, []byte(strings.Join(test.lines, "\n")), 0o600); err != nil {
			t.Fatal(err)
		}
		var titles []string
		said := ""
		for list := range ReadFiles(t.Context(), []string{path}, Options{}) {
			for _, r := range list {
				if r.Err != nil {
					t.Fatalf("%s: %v", name, r.Err)
				}
				titles = append(titles, r.Draft.Article.Title)
				for _, why := range r.Draft.Left {
					said += why.Error() + " "
				}
			}
		}
		if !slices.Equal(titles, test.want) || !strings.Contains(said, test.says) || (test.says == "") != (said == "") {
			t.Errorf("%s: %q come in, and it says %q", name, titles, said)
		}
	}
}
