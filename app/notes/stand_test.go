package notes_test

import (
	"slices"
	"strings"
	"testing"

	"standpoint/app/notes"
	"standpoint/store"
)

// The harbour board is for it on two days, against it on a third, and against it under a condition, as somebody else says.
const fares = `{"standpoint": 1,
"coders": [{"id": "01970000-0000-7000-8000-0000000000c1", "name": "Tess Marlow"}],
"articles": [
  {"id": "01970000-0000-7000-8000-000000000001", "title": "Fares rise", "published": "2031-03-04",
   "body": "“Fares must rise.”\n\nFares may stay if the state pays."},
  {"id": "01970000-0000-7000-8000-000000000002", "title": "Fares rise again", "published": "2031-03-06", "body": "“They must.” “They do.”"},
  {"id": "01970000-0000-7000-8000-000000000003", "title": "Fares stay", "published": "2031-03-08", "body": "“They need not.”"}],
"actors": [{"id": "01970000-0000-7000-8000-0000000000a1", "name": "Harbour board"}],
"issues": [{"id": "01970000-0000-7000-8000-0000000000d1", "name": "Fares"}],
"tags": [{"id": "01970000-0000-7000-8000-0000000000e1", "name": "Money"}],
"annotations": [
  {"id": "01970000-0000-7000-8000-0000000000b1", "article": "01970000-0000-7000-8000-000000000001", "kind": "statement",
   "spans": [{"exact": "“Fares must rise.”"}], "act": "says",
   "participants": [{"role": "speaker", "actor": "01970000-0000-7000-8000-0000000000a1"}]},
  {"id": "01970000-0000-7000-8000-0000000000b2", "article": "01970000-0000-7000-8000-000000000001", "kind": "position",
   "statement": "01970000-0000-7000-8000-0000000000b1", "stance": "support", "tags": ["01970000-0000-7000-8000-0000000000e1"],
   "target": {"issue": "01970000-0000-7000-8000-0000000000d1"}},
  {"id": "01970000-0000-7000-8000-0000000000b3", "article": "01970000-0000-7000-8000-000000000001", "kind": "statement",
   "spans": [{"exact": "Fares may stay if the state pays"}], "act": "says", "participants": [{"role": "speaker", "words": "an official"}]},
  {"id": "01970000-0000-7000-8000-0000000000b4", "article": "01970000-0000-7000-8000-000000000001", "kind": "position",
   "statement": "01970000-0000-7000-8000-0000000000b3", "stance": "oppose", "condition": "the state pays",
   "target": {"issue": "01970000-0000-7000-8000-0000000000d1"},
   "participants": [{"role": "holder", "actor": "01970000-0000-7000-8000-0000000000a1"}]},
  {"id": "01970000-0000-7000-8000-0000000000b5", "article": "01970000-0000-7000-8000-000000000002", "kind": "position",
   "spans": [{"exact": "“They must.”"}], "stance": "support", "target": {"issue": "01970000-0000-7000-8000-0000000000d1"},
   "translation": "Sie müssen.", "participants": [{"role": "holder", "actor": "01970000-0000-7000-8000-0000000000a1"}]},
  {"id": "01970000-0000-7000-8000-0000000000b6", "article": "01970000-0000-7000-8000-000000000002", "kind": "position",
   "spans": [{"exact": "“They do.”"}], "stance": "support", "target": {"issue": "01970000-0000-7000-8000-0000000000d1"},
   "participants": [{"role": "holder", "actor": "01970000-0000-7000-8000-0000000000a1"}]},
  {"id": "01970000-0000-7000-8000-0000000000b7", "article": "01970000-0000-7000-8000-000000000003", "kind": "position",
   "spans": [{"exact": "“They need not.”"}], "stance": "oppose", "target": {"issue": "01970000-0000-7000-8000-0000000000d1"},
   "participants": [{"role": "holder", "actor": "01970000-0000-7000-8000-0000000000a1"}]}],
"notes": [
  {"on": "annotation", "subject": "01970000-0000-7000-8000-0000000000b2", "coder": "01970000-0000-7000-8000-0000000000c1",
   "text": "Her strongest words.\nAsk again."},
  {"on": "article", "subject": "01970000-0000-7000-8000-000000000001", "coder": "01970000-0000-7000-8000-0000000000c1",
   "text": "Check the figure.\nFares must fall."},
  {"on": "issue", "subject": "01970000-0000-7000-8000-0000000000d1", "coder": "01970000-0000-7000-8000-0000000000c1",
   "text": "Main topic.\nOf the week."}]}`

func TestAHolderIsNamedOnceForEachSideWithTheDays(t *testing.T) {
	got := markdown(t, project(t, []byte(fares)), notes.Options{})
	for _, want := range []string{
		"- ▲ **support**: Harbour board, 4 March 2031 \\[[1](#quote-1)\\], 6 March 2031 \\[[3](#quote-3), [4](#quote-4)\\]\n",
		"- ▼ **oppose**: Harbour board, 8 March 2031 \\[[5](#quote-5)\\]\n",
		"- ▼◇ **oppose** conditionally: Harbour board (the state pays), according to an official, 4 March 2031 \\[[2](#quote-2)\\]\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the notes lack %q:\n%s", want, got)
		}
	}
}

func TestAnAnnotatedArticleHasNotesTagsAndTranslationsOfPositionsToo(t *testing.T) {
	document, err := notes.Build(t.Context(), project(t, []byte(fares)), notes.Options{Kind: notes.KindAnnotated}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, b := range document.Blocks {
		if passage, ok := b.(notes.Passage); ok {
			for _, m := range passage.Marks {
				for _, line := range m.Lines {
					said = append(said, line.String())
				}
			}
		}
	}
	all := strings.Join(said, "\n")
	for _, want := range []string{"▲ support: Fares · Tags: Money", "Note by Tess Marlow: Her strongest words.\nAsk again.", "“Sie müssen.”"} {
		if !strings.Contains(all, want) {
			t.Errorf("the comments lack %q:\n%s", want, all)
		}
	}
}

// What was noted stands in a list of its own, so that nobody takes it for the text of the article below it.
func TestNotesStandApartFromTheWordsBelowThem(t *testing.T) {
	for kind, want := range map[notes.Kind]string{
		notes.KindArticles:  "- **Note by Tess Marlow:** Check the figure.\n\n  Fares must fall.\n",
		notes.KindAnnotated: "- **Note by Tess Marlow:** Check the figure.\n\n  Fares must fall.\n",
		notes.KindIssues:    "- **Note by Tess Marlow:** Main topic.\n\n  Of the week.\n",
	} {
		if got := markdown(t, project(t, []byte(fares)), notes.Options{Kind: kind}); !strings.Contains(got, want) {
			t.Errorf("notes on %s lack %q:\n%s", kind, want, got)
		}
	}
}

// Names that are read from right to left stand in runs of their own, so that they keep their order beside one another.
func TestEachOfSeveralNamesIsARunOfItsOwn(t *testing.T) {
	document := strings.Replace(fares, `"name": "Harbour board"`, `"name": "Harbour board", "aliases": ["هيئة الميناء", "רשות הנמל"]`, 1)
	d, err := notes.Build(t.Context(), project(t, []byte(document)), notes.Options{Kind: notes.KindActors}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var alone []string
	for _, b := range d.Blocks {
		if p, ok := b.(notes.Paragraph); ok {
			for _, r := range p.Text {
				if strings.Contains(r.Text, "ה") || strings.Contains(r.Text, "ه") {
					alone = append(alone, r.Text)
				}
			}
		}
	}
	slices.Sort(alone)
	if want := []string{"“רשות הנמל”", "“هيئة الميناء”"}; !slices.Equal(alone, want) {
		t.Errorf("the other names stand in runs %q, should be %q", alone, want)
	}
}

func TestADossierOnOneActorSaysFirstWhereItStands(t *testing.T) {
	p := project(t, []byte(fares))
	got := markdown(t, p, notes.Options{Kind: notes.KindActors})
	now, history := strings.Index(got, "- ▼ **oppose**: Fares \\[["), strings.Index(got, "### Positions")
	if now < 0 || history < now {
		t.Errorf("where it stands begins at %d, the history at %d:\n%s", now, history, got)
	}
	only := notes.Options{Kind: notes.KindActors, In: store.ArticleFilter{From: "2031-03-08"}}
	if got := markdown(t, p, only); strings.Contains(got, "- ▼ **oppose**: Fares \\[[") || !strings.Contains(got, "### Positions") {
		t.Errorf("the only position is said twice:\n%s", got)
	}
}

// The colon before the name of an issue that is read from the right is not drawn behind it.
func TestTheNameOfAnIssueIsARunOfItsOwn(t *testing.T) {
	document := strings.Replace(fares, `"name": "Fares"}`, `"name": "أجور العبّارات"}`, 1)
	d, err := notes.Build(t.Context(), project(t, []byte(document)), notes.Options{Kind: notes.KindAnnotated}, nil)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, b := range d.Blocks {
		passage, _ := b.(notes.Passage)
		for _, m := range passage.Marks {
			for _, r := range slices.Concat(m.Lines...) {
				if strings.Contains(r.Text, "أجور") {
					found++
					if strings.HasPrefix(r.Text, ":") {
						t.Errorf("the name stands in the run %q", r.Text)
					}
				}
			}
		}
	}
	if found == 0 {
		t.Error("no comment names the issue")
	}
}
