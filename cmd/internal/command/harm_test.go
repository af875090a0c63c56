package command_test

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// TestNothingInAProjectSpeaksToTheTerminal has control characters where a project can have them: in a text, of which statements
// quote words, and in the name of the file.
func TestNothingInAProjectSpeaksToTheTerminal(t *testing.T) {
	project := filepath.Join(t.TempDir(), "a\u009b31mb.standpoint")
	p, err := store.Create(t.Context(), project, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	body := "\x1b[31mVenn said: \u202eno\u009b31m.\a Nothing\u2067 else."
	_, err = p.Do(t.Context(), storetest.Titled("Record\x1b]0;statement"), func(b *store.Batch) error {
		a, err := b.AddArticle(store.Article{Title: "Talks"}, body)
		if err != nil {
			return err
		}
		_, err = b.AddAnnotation(store.Annotation{Article: a.ID, Kind: store.KindStatement, Anchor: whole(t, body)})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"list", project, "articles"},
		{"list", project, "statements"},
		{"list", project, "statements", "--json"},
		{"list", project, "annotations"},
		{"list", project, "annotations", "--json"},
		{"search", project, "nothing"},
		{"search", project, "nothing", "--json"},
		{"history", project, "--changes"},
		{"history", project, "--json"},
		{"export", project, "--format", "markdown", "-o", "-"},
		{"export", project, "--format", "json", "-o", "-"},
		{"check", project},
		{"merge", project, project},
		{"import", project, "no such\x1b[2J.txt"},
		{"import", project, "no such\x1b[2J.json"},
		{"list", project, "no such\x1b[2J"},
		{"list", project, "articles", "--no-such-\x1b[2J"},
	} {
		_, stdout, stderr := run(nil, args...)
		if stdout+stderr == "" {
			t.Errorf("%q wrote nothing", args)
		}
		for _, r := range stdout + stderr {
			if unicode.IsControl(r) && r != '\n' && r != '\t' || r == '\u202e' || r == '\u2067' {
				t.Errorf("%q wrote %U:\n%q\n%q", args, r, stdout, stderr)
				break
			}
		}
	}
	_, stdout, _ := run(nil, "list", project, "statements", "--json")
	if !strings.Contains(stdout, `\u001b[31mVenn said: \u202eno\u009b31m.`) {
		t.Errorf("the words are not in the JSON as they are:\n%s", stdout)
	}
}

// whole returns an anchor on all of a body.
func whole(t *testing.T, body string) text.Anchor {
	t.Helper()
	b, err := text.NewBody(body)
	if err != nil {
		t.Fatal(err)
	}
	a, err := text.NewAnchor(b, text.Span{End: b.Len()})
	if err != nil {
		t.Fatal(err)
	}
	return a
}
