package notes_test

import (
	"strings"
	"testing"

	"standpoint/app/notes"
)

// Three are called alike. One spoke on both days and changed sides, through somebody with a long name; one is for it only under a
// condition, in the words of its spokeswoman.
const namesakes = `{"standpoint": 1,
"articles": [
  {"id": "01970000-0000-7000-8000-000000000001", "title": "Dam vote splits the valley", "published": "2026-01-12",
   "body": "“We support the dam,” said the mayor. It “drowns my meadow,” said the shepherd. No dam, said a third.\n\n` +
	`The company builds it if the state pays, its spokeswoman said."},
  {"id": "01970000-0000-7000-8000-000000000002", "title": "Mayor turns", "published": "2026-02-20",
   "body": "“I oppose the dam.” A neighbour opposes it."}],
"actors": [
  {"id": "01970000-0000-7000-8000-0000000000a1", "name": "Jon Bell", "kind": "person", "description": "Mayor of Ardle."},
  {"id": "01970000-0000-7000-8000-0000000000a2", "name": "Jon Bell", "kind": "person", "description": "shepherd"},
  {"id": "01970000-0000-7000-8000-0000000000a3", "name": "jon bell", "kind": "person", "description": "shepherd"},
  {"id": "01970000-0000-7000-8000-0000000000a4", "name": "Ines Rothe", "kind": "person",
   "affiliations": [{"id": "01970000-0000-7000-8000-0000000000f1", "organisation": "01970000-0000-7000-8000-0000000000a5", ` +
	`"role": "spokeswoman"}]},
  {"id": "01970000-0000-7000-8000-0000000000a5", "name": "Valley Water", "kind": "organisation"}],
"issues": [{"id": "01970000-0000-7000-8000-0000000000d1", "name": "The dam"}],
"annotations": [
  {"id": "01970000-0000-7000-8000-0000000000b1", "article": "01970000-0000-7000-8000-000000000001", "kind": "position",
   "spans": [{"exact": "“We support the dam,”"}], "stance": "support", "target": {"issue": "01970000-0000-7000-8000-0000000000d1"},
   "participants": [{"role": "holder", "actor": "01970000-0000-7000-8000-0000000000a1"}]},
  {"id": "01970000-0000-7000-8000-0000000000b2", "article": "01970000-0000-7000-8000-000000000001", "kind": "position",
   "spans": [{"exact": "It “drowns my meadow,”"}], "stance": "oppose", "target": {"issue": "01970000-0000-7000-8000-0000000000d1"},
   "participants": [{"role": "holder", "actor": "01970000-0000-7000-8000-0000000000a2"}]},
  {"id": "01970000-0000-7000-8000-0000000000b3", "article": "01970000-0000-7000-8000-000000000001", "kind": "position",
   "spans": [{"exact": "No dam"}], "stance": "oppose", "target": {"issue": "01970000-0000-7000-8000-0000000000d1"},
   "participants": [{"role": "holder", "actor": "01970000-0000-7000-8000-0000000000a3"}]},
  {"id": "01970000-0000-7000-8000-0000000000b4", "article": "01970000-0000-7000-8000-000000000001", "kind": "statement",
   "spans": [{"exact": "The company builds it if the state pays"}], "act": "promises",
   "participants": [{"role": "speaker", "actor": "01970000-0000-7000-8000-0000000000a4"}]},
  {"id": "01970000-0000-7000-8000-0000000000b5", "article": "01970000-0000-7000-8000-000000000001", "kind": "position",
   "statement": "01970000-0000-7000-8000-0000000000b4", "stance": "support", "condition": "the state pays",
   "target": {"issue": "01970000-0000-7000-8000-0000000000d1"},
   "participants": [{"role": "holder", "actor": "01970000-0000-7000-8000-0000000000a5"}]},
  {"id": "01970000-0000-7000-8000-0000000000b6", "article": "01970000-0000-7000-8000-000000000002", "kind": "position",
   "spans": [{"exact": "“I oppose the dam.”"}], "stance": "oppose", "target": {"issue": "01970000-0000-7000-8000-0000000000d1"},
   "participants": [{"role": "holder", "actor": "01970000-0000-7000-8000-0000000000a1"}]},
  {"id": "01970000-0000-7000-8000-0000000000b7", "article": "01970000-0000-7000-8000-000000000002", "kind": "position",
   "spans": [{"exact": "A neighbour opposes it"}], "stance": "oppose", "target": {"issue": "01970000-0000-7000-8000-0000000000d1"},
   "participants": [{"role": "holder", "words": "a neighbour"}]}
]}`

// Who is called as another is not taken for that one: neither does it contradict what the other said, nor follow it.
func TestThoseWhoAreCalledAlikeAreToldApart(t *testing.T) {
	p := project(t, []byte(namesakes))
	for name, c := range map[string]struct {
		options notes.Options
		want    []string
	}{
		"articles": {notes.Options{}, []string{
			"- ▼ **oppose**: Jon Bell (Mayor of Ardle), 20 February 2026 \\[[5](#quote-5)\\]; jon bell (shepherd 2) \\[[3](#quote-3)\\]; " +
				"Jon Bell (shepherd) \\[[2](#quote-2)\\]; a neighbour \\[[6](#quote-6)\\]",
			"- ▲ **support**: Jon Bell (Mayor of Ardle), 12 January 2026 \\[", "| **jon bell (shepherd 2)** | person |",
		}},
		"issues": {notes.Options{Kind: notes.KindIssues}, []string{
			"| **Jon Bell (Mayor of Ardle)** | **12 January 2026**: “We support the dam,” \\[[" +
				"6](#quote-6)\\] | **20 February 2026**: “I oppose the dam.” \\[[2](#quote-2)\\] |\n\n",
			"**Valley Water** ◇ · on condition: the state pays · in the words of Ines Rothe", "**Jon Bell (shepherd)**",
		}},
		"actors": {notes.Options{Kind: notes.KindActors}, []string{
			"- [Jon Bell (Mayor of Ardle)](#part-01970000-0000-7000-8000-0000000000a1)\n\n  - ▼ **oppose**: The dam \\[", "*before: ▲ support*",
		}},
		"short": {notes.Options{Detail: notes.DetailShort}, []string{
			"**Ines Rothe** · promise: ▲◇ **support**: The dam, on condition: the state pays, held by Valley Water — “The company",
			"It “drowns my meadow,” (¶ 1)",
		}},
		"only the first": {notes.Options{Kind: notes.KindActors, First: 2}, []string{
			"## <a id=\"part-01970000-0000-7000-8000-0000000000a1\"></a>Jon Bell (Mayor of Ardle)\n",
		}},
	} {
		got := markdown(t, p, c.options)
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: lacks %q:\n%s", name, want, got)
			}
		}
		if strings.Contains(got, "Who is silent") {
			t.Errorf("%s: who speaks for another is said to be silent:\n%s", name, got)
		}
	}
}
