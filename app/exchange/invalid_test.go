package exchange_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/app/exchange"
	"standpoint/app/exchange/standpoint"
	"standpoint/assets"
)

// id returns the UUID that the tests' documents call by a number.
func id(n int) string { return fmt.Sprintf("01970000-0000-7000-8000-%012d", n) }

// numbered puts UUIDs in place of #1, #2, … in a document.
func numbered(document string) string {
	for n := 99; n > 0; n-- {
		document = strings.ReplaceAll(document, fmt.Sprintf(`"#%d"`, n), `"`+id(n)+`"`)
	}
	return document
}

// body is the text of article #1 of small: 27 code points, the flag two of them.
const body = "Ann said yes. 🇺🇦 Ann left."

// small returns a document with an article, an actor and an issue, and further members.
func small(members string) string {
	return numbered(`{"standpoint": 1,
		"articles": [{"id": "#1", "title": "Small", "body": "` + body + `"}],
		"actors": [{"id": "#2", "name": "Ann"}],
		"issues": [{"id": "#3", "name": "Peace"}]` + members + "}")
}

// annotation returns a document with one annotation.
func annotation(fields string) string {
	return small(`, "annotations": [{"id": "#10", "article": "#1", ` + fields + `}]`)
}

func TestRefusedDocuments(t *testing.T) {
	words := `"spans": [{"exact": "said yes"}]`
	for name, test := range map[string]struct{ document, want string }{
		"empty":     {"", "The document is empty."},
		"not JSON":  {"Dear reader", "It is not JSON at line 1, character 1: invalid character 'D' looking for beginning of value."},
		"cut short": {"{\"standpoint\": 1,\n \"actors\": [", "actors: The document ends too early, at line 2, character 13."},
		"not UTF-8": {
			"{\"standpoint\": 1,\n \"actors\": [{\"name\": \"Jos\xe9\"",
			"actors[0].name: It is not UTF-8 text: byte 43 (line 2, character 26) is wrong. Save it as UTF-8.",
		},
		"NUL":      {"\x00\x00", "It is not JSON at line 1, character 1: invalid character '\\x00' looking for beginning of value."},
		"trailing": {small("") + "\n{}", "There is something after the end of the document, at line 5, character 1. Remove it."},
		"array":    {"[]", "Expected an object, not an array."},
		"no comma": {
			"{\"standpoint\": 1,\n \"coders\" []}",
			"coders: It is not JSON at line 2, character 11: invalid character '[' after object key.",
		},
		"half a character": {
			small(`, "tags": [{"id": "#4", "name": "a \ud83d b"}]`),
			`tags[0].name: \ud83d at line 4, character 147 is one half of a character, and its other half is missing.`,
		},
		"half in a key": {
			small(`, "tags": [{"id": "#4", "na\udc00me": "a"}]`),
			`tags[0]: \udc00 at line 4, character 139 is one half of a character`,
		},
		"version nought": {`{"standpoint": 0}`, "standpoint: There is no version 0 of a document. Write 1."},
		"number too large": {
			annotation(`"kind": "highlight", "spans": [{"start": 99999999999, "end": 1, "exact": "x"}]`),
			"annotations[0].spans[0].start: Expected a whole number, not 99999999999.",
		},
		"other version": {
			`{"standpoint": 2, "unknown": 1}`,
			"standpoint: The document is of version 2 and this program reads version 1. Open it with a newer Standpoint.",
		},
		"no version": {`{"articles": []}`, `standpoint: It is missing: a Standpoint document begins with {"standpoint": 1.`},

		"unknown field": {
			annotation(words + `, "kind": "highlight", "colour": "red"`),
			"annotations[0].colour: There is no such field. Fields are named in docs/json.md.",
		},
		"unknown, nested": {
			small(`, "tags": [{"id": "#4", "name": "a", "x": {"y": [1]}}]`),
			"tags[0].x: There is no such field. Fields are named in docs/json.md.",
		},
		"field in other case": {
			small(`, "tags": [{"id": "#4", "name": "a", "Colour": ""}]`),
			"tags[0].Colour: There is no such field. Write colour.",
		},
		"field twice":     {small(`, "tags": [{"id": "#4", "id": "#5", "name": "a"}]`), "tags[0].id: It is given twice."},
		"missing field":   {small(`, "tags": [{"id": "#4"}]`), "tags[0].name: It is missing."},
		"number for text": {small(`, "tags": [{"id": "#4", "name": 12}]`), "tags[0].name: Expected a text, not 12."},
		"null":            {small(`, "tags": null`), "tags: Expected an array, not null."},
		"object for text": {small(`, "tags": [{"id": "#4", "name": {"en": ["a"]}}]`), "tags[0].name: Expected a text, not an object."},
		"id that is none": {
			small(`, "tags": [{"id": "red", "name": "a"}]`),
			"tags[0].id: “red” is not an id. Write a UUID such as 01970c3e-8a00-7000-8000-000000000001.",
		},
		"deep nesting": {
			small(`, "x": ` + strings.Repeat("[", 100) + strings.Repeat("]", 100)),
			"x: There is no such field. Fields are named in docs/json.md.",
		},
		"id twice": {
			small(`, "tags": [{"id": "#4", "name": "a"}, {"id": "#4", "name": "b"}]`),
			"tags[1].id: " + id(4) + " is the id of tags[0] already.",
		},
		"long name": {
			small(`, "tags": [{"id": "#4", "name": "` + strings.Repeat("я", 1001) + `"}]`),
			"tags[0].name: It is longer than 1,000 characters: it has 1,001. Shorten it.",
		},
		"escape in a name": {
			small(`, "tags": [{"id": "#4", "name": "a\u001b[31m"}]`),
			"tags[0].name: It has a sign that cannot be seen and does harm where it is shown, <U+001B>, after 1 character. Take it out.",
		},
		"two lines": {
			small(`, "tags": [{"id": "#4", "name": "a\nb"}]`),
			"tags[0].name: It must be on one line, and has a line end after 1 character. Join the lines.",
		},
		"invisible name": {
			small(`, "tags": [{"id": "#4", "name": "\u200b"}]`),
			"tags[0].name: It has no sign that can be seen. Write a name that people can read.",
		},
		"bell in a title": {
			numbered(`{"standpoint": 1, "articles": [{"id": "#1", "title": "a\u0007", "body": "x"}]}`),
			"articles[0].title: It has a sign that cannot be seen",
		},
		"bidi in a source": {
			numbered(`{"standpoint": 1, "articles": [{"id": "#1", "title": "", "source": "a\u202e", "body": "x"}]}`),
			"articles[0].source: It has a sign that cannot be seen",
		},
		"long address": {numbered(`{"standpoint": 1, "articles": [{"id": "#1", "title": "", "url": "` + strings.Repeat("u", 1001) +
			`", "body": "x"}]}`), "articles[0].url: It is longer than 1,000 characters"},
		"NUL in a note": {small(`, "coders": [{"id": "#8", "name": "C"}], "notes": [{"on": "actor", "subject": "#2", "coder": "#8", ` +
			`"text": "a\u0000"}]`), "notes[0].text: It has a sign that is no text after 1 character."},
		"alias in two lines": {
			numbered(`{"standpoint": 1, "actors": [{"id": "#2", "name": "Ann", "aliases": ["A", "B\nC"]}]}`),
			"actors[0].aliases[1]: It must be on one line",
		},
		"long role": {
			numbered(`{"standpoint": 1, "actors": [{"id": "#2", "name": "Ann"}, {"id": "#3", "name": "N", ` +
				`"affiliations": [{"id": "#7", "organisation": "#2", "role": "` + strings.Repeat("r", 1001) + `"}]}]}`),
			"actors[1].affiliations[0].role: It is longer than",
		},
		"no name": {small(`, "tags": [{"id": "#4", "name": "  "}]`), "tags[0].name: It is empty."},
		"parent nowhere": {
			small(`, "tags": [{"id": "#4", "name": "a", "parent": "#9"}]`),
			"tags[0].parent: Neither the document nor the project has this: tag " + id(9) + ".",
		},
		"parents in a circle": {
			small(`, "tags": [{"id": "#4", "name": "a", "parent": "#5"}, {"id": "#5", "name": "b", "parent": "#4"}]`),
			"tags[0].parent: This parent is itself below what it is to be the parent of.",
		},
		"date": {
			numbered(`{"standpoint": 1, "articles": [{"id": "#1", "title": "", "body": "x", "published": "16 May"}]}`),
			"articles[0].published: “16 May” is not a date.",
		},
		"status": {
			numbered(`{"standpoint": 1, "articles": [{"id": "#1", "title": "", "body": "x", "status": "read"}]}`),
			"articles[0].status: Expected unread, in_progress, coded or reviewed, not “read”.",
		},
		"no text": {
			numbered(`{"standpoint": 1, "articles": [{"id": "#1", "title": "", "body": ""}]}`),
			"articles[0].body: The article has no text.",
		},
		"CR in the text": {
			numbered(`{"standpoint": 1, "articles": [{"id": "#1", "title": "", "body": "a\r\nb"}]}`),
			"articles[0].body: It cannot be kept: the text has a carriage return at byte 1.",
		},
		"affiliation nowhere": {
			numbered(`{"standpoint": 1, "actors": [{"id": "#2", "name": "Ann", "affiliations": [{"id": "#7", ` +
				`"organisation": "#9"}]}]}`),
			"actors[0].affiliations[0].organisation: Neither the document nor the project has this: actor " + id(9) + ".",
		},
		"affiliation backward": {
			numbered(`{"standpoint": 1, "actors": [{"id": "#1", "name": "Ann", "affiliations": [{"id": "#7", ` +
				`"organisation": "#2", "from": "2021", "to": "2020"}]}, {"id": "#2", "name": "Ox"}]}`),
			"actors[0].affiliations[0].to: It ends (2020) before it begins (2021).",
		},

		"kind": {
			annotation(words + `, "kind": "opinion"`),
			"annotations[0].kind: Expected highlight, mention, statement or position, not “opinion”.",
		},
		"foreign field": {
			annotation(words + `, "kind": "highlight", "stance": "support"`),
			"annotations[0].stance: An annotation of the kind highlight has no such field.",
		},
		"no words": {annotation(`"kind": "highlight"`), "annotations[0].spans: The annotation has no words of the text."},
		"outside the body": {
			annotation(`"kind": "highlight", "spans": [{"start": 20, "end": 99, "exact": "x"}]`),
			"annotations[0].spans[0]: 20 to 99 is not a span of the body, which has 26 characters.",
		},
		"negative": {
			annotation(`"kind": "highlight", "spans": [{"start": -1, "end": 2, "exact": "x"}]`),
			"annotations[0].spans[0]: -1 to 2 is not a span of the body",
		},
		"another text there": {
			annotation(`"kind": "highlight", "spans": [{"start": 0, "end": 3, "exact": "Bob"}]`),
			"annotations[0].spans[0].exact: The body has “Ann” at 0 to 3, not “Bob”.",
		},
		"quote not there": {
			annotation(`"kind": "highlight", "spans": [{"exact": "said no"}]`),
			"annotations[0].spans[0].exact: “said no” is not in the body of the article.",
		},
		"quote there twice": {
			annotation(`"kind": "highlight", "spans": [{"exact": "Ann"}]`),
			"annotations[0].spans[0]: “Ann” is in the body more than once: give start and end.",
		},
		"start without end": {
			annotation(`"kind": "highlight", "spans": [{"start": 0, "exact": "Ann"}]`),
			"annotations[0].spans[0]: Give start and end both, or neither.",
		},
		"half a flag": {
			annotation(`"kind": "highlight", "spans": [{"start": 14, "end": 15, "exact": "🇺"}]`),
			"annotations[0].spans: The spans overlap, touch each other or cut a character in two: the text has “🇺🇦” there.",
		},
		"overlapping": {
			annotation(`"kind": "highlight", "spans": [{"exact": "said"}, {"exact": "aid yes"}]`),
			"annotations[0].spans: The spans overlap",
		},
		"mention of nobody": {annotation(words + `, "kind": "mention"`), "annotations[0].actor: It is missing: a mention names an actor."},
		"unknown actor": {
			annotation(words + `, "kind": "statement", "participants": [{"role": "speaker", "actor": "#9"}]`),
			"annotations[0].participants[0].actor: Neither the document nor the project has this: actor " + id(9) + ".",
		},
		"unknown role": {
			annotation(words + `, "kind": "statement", "participants": [{"role": "author", "actor": "#2"}]`),
			"annotations[0].participants[0].role: Expected speaker, addressee, holder or carrier, not “author”.",
		},
		"nobody in a role": {
			annotation(words + `, "kind": "statement", "participants": [{"role": "speaker"}]`),
			"annotations[0].participants[0]: It needs an actor or words",
		},
		"unknown act": {
			annotation(words + `, "kind": "statement", "act": "shouts"`),
			"annotations[0].act: Expected says, denies, asks, demands, promises, threatens or declines, not “shouts”.",
		},
		"unknown stance": {
			annotation(words + `, "kind": "position", "stance": "for"`),
			"annotations[0].stance: Expected support, oppose, neutral or unclear, not “for”.",
		},
		"two targets": {
			annotation(words + `, "kind": "position", "target": {"issue": "#3", "actor": "#2"}`),
			"annotations[0].target: A position is on an issue or on an actor, not on both.",
		},
		"unknown issue": {
			annotation(words + `, "kind": "position", "target": {"issue": "#9"}`),
			"annotations[0].target.issue: Neither the document nor the project has this: issue " + id(9) + ".",
		},
		"unknown tag": {
			annotation(words + `, "kind": "highlight", "tags": ["#9"]`),
			"annotations[0].tags[0]: Neither the document nor the project has this: tag " + id(9) + ".",
		},
		"bad day": {annotation(words + `, "kind": "statement", "on": "2025-02-30"`), "annotations[0].on: “2025-02-30” is not a date."},
		"rests on itself": {
			annotation(`"kind": "position", "statement": "#10"`),
			"annotations[0].statement: annotations[0] is not a statement of the same article.",
		},
		"rests on nothing": {
			annotation(`"kind": "position", "statement": "#9"`),
			"annotations[0].statement: Neither the document nor the project has this: annotation " + id(9) + ".",
		},
		"unknown body": {
			annotation(words + `, "kind": "highlight", "body": "abc"`),
			"annotations[0].body: The article has no earlier body with the hash “abc”.",
		},
		"unknown article": {
			small(`, "annotations": [{"id": "#10", "article": "#9", "kind": "highlight", "spans": [{"exact": "x"}]}]`),
			"annotations[0].article: Neither the document nor the project has this: article " + id(9) + ".",
		},
		"note by a stranger": {
			small(`, "notes": [{"on": "actor", "subject": "#2", "coder": "#9", "text": "a"}]`),
			"notes[0].coder: Neither the document nor the project has this: coder " + id(9) + ".",
		},
		"note on a tag": {
			small(`, "notes": [{"on": "tag", "subject": "#2", "coder": "#9", "text": "a"}]`),
			"notes[0].on: Expected article, actor, issue or annotation, not “tag”.",
		},
		"two notes on one": {
			small(`, "coders": [{"id": "#8", "name": "C"}], "notes": [{"on": "actor", "subject": "#2", "coder": "#8", ` +
				`"text": "a"}, {"on": "actor", "subject": "#2", "coder": "#8", "text": "b"}]`),
			"notes[1]: This coder has a note on this already (actor). Join the two.",
		},
		"note on nothing": {small(`, "coders": [{"id": "#8", "name": "C"}], "notes": [{"on": "actor", "subject": "#9", "coder": "#8", ` +
			`"text": "a"}]`), "notes[0].subject: Neither the document nor the project has this: actor " + id(9) + "."},
		"control character": {
			small(`, "tags": [{"id": "#4", "name": "a` + "\x01" + `b"}]`),
			"tags[0].name: It is not JSON at line 4, character 146: invalid character '\\x01' in string literal.",
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := open(t)
			_, err := standpoint.Import(t.Context(), p, strings.NewReader(test.document), "in/test.json", exchange.Options{})
			invalid, ok := errors.AsType[*exchange.InvalidError](err)
			if !ok {
				t.Fatalf("got %v, want an InvalidError", err)
			}
			if got := invalid.Problems[0].String(); !strings.HasPrefix(got, test.want) {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
			if !strings.HasPrefix(err.Error(), "in/test.json: ") {
				t.Errorf("the message does not name the document: %s", err)
			}
			if counts, err := p.Counts(t.Context()); err != nil || counts.Articles+counts.Actors+counts.Issues > 0 {
				t.Errorf("the project is not as it was: %+v %v", counts, err)
			}
			if !p.UndoTitle().IsZero() {
				t.Errorf("there is an action %q", p.UndoTitle())
			}
		})
	}
}

func TestAllProblemsAreListed(t *testing.T) {
	document := small(`, "tags": [{"id": "#4", "name": ""}, {"id": 5, "name": "x"}, {"name": "y"}],
		"annotations": [
			{"id": "#10", "article": "#1", "kind": "mention", "actor": "#9", "spans": [{"exact": "no"}]},
			{"id": "#11", "article": "#1", "kind": "statement", "act": "x", "quotation": "y", "spans": [{"exact": "said"}]}]`)
	_, err := standpoint.Import(t.Context(), open(t), strings.NewReader(document), "a.json", exchange.Options{})
	want := []string{
		"a.json: tags[1].id: Expected an id, not 5.",
		"a.json: tags[2].id: It is missing.",
		"a.json: tags[0].name: It is empty.",
		"a.json: annotations[0].spans[0].exact: “no” is not in the body of the article.",
		"a.json: annotations[0].actor: Neither the document nor the project has this: actor " + id(9) + ".",
		"a.json: annotations[1].quotation: Expected direct, indirect or mixed, not “y”.",
		"a.json: annotations[1].act: Expected says, denies, asks, demands, promises, threatens or declines, not “x”.",
	}
	if diff := cmp.Diff(want, strings.Split(err.Error(), "\n")); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

func TestProblemsAreCounted(t *testing.T) {
	document := `{"standpoint": 1, "tags": [` + strings.Repeat(`{}, `, 1000) + `{}]}`
	_, err := standpoint.Import(t.Context(), open(t), strings.NewReader(document), "a.json", exchange.Options{})
	lines := strings.Split(err.Error(), "\n")
	if len(lines) != 21 || lines[20] != "a.json: There may be more problems; these are the first 20." {
		t.Errorf("got %d lines, the last %q", len(lines), lines[len(lines)-1])
	}
}

func TestRefusedDocumentLeavesTheProjectAsItWas(t *testing.T) {
	p := open(t)
	mustImport(t, p, string(assets.Sample), exchange.Options{})
	before := mustExport(t, p)
	broken := strings.Replace(before, `"exact": "Ostrany"`, `"exact": "Ostrano"`, 1)
	_, err := standpoint.Import(t.Context(), p, strings.NewReader(broken), "a.json", exchange.Options{Overwrite: true})
	if err == nil {
		t.Fatal("a span whose words are not there was accepted")
	}
	if after := mustExport(t, p); after != before {
		t.Error("the project changed")
	}
}
