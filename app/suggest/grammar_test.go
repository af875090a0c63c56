package suggest

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
)

// sectionsElsewhere are those that English does not need.
var sectionsElsewhere = []string{"organisations begin", "organisations end", "sides", "firms known by", "cases of nouns"}

// misunderstood are the lines of a table of words that nothing reads: sections that neither the grammar nor English has, words before the
// first section.
func misunderstood(file, content string) (all []string) {
	g := &grammar{}
	section := ""
	for number, line := range strings.Split(content, "\n") {
		line = strings.TrimSpace(line)
		name, opens := strings.CutPrefix(line, "[")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case opens:
			section = strings.TrimSuffix(name, "]")
			_, isWords := g.wordSections()[section]
			_, isPhrases := g.phraseSections()[section]
			_, isEnglish := english[section]
			if !isWords && !isPhrases && !isEnglish && !slices.Contains(sectionsElsewhere, section) {
				all = append(all, fmt.Sprintf("%s:%d: nothing reads the section %q", file, number+1, section))
			}
		case strings.Contains(line, "["):
			all = append(all, fmt.Sprintf("%s:%d: a section begins within a line: %q", file, number+1, line))
		case section == "":
			all = append(all, fmt.Sprintf("%s:%d: %q stands in no section", file, number+1, line))
		}
	}
	return all
}

func TestTablesAreUnderstood(t *testing.T) {
	files, err := fs.Glob(tableFiles, "tables/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if path.Base(file) == "states.txt" { // listed.go reads it
			continue
		}
		content, err := tableFiles.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range misunderstood(file, string(content)) {
			t.Error(line)
		}
	}
	verbs, err := fs.Glob(tableFiles, "tables/verbs/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range verbs {
		language := strings.TrimSuffix(path.Base(file), ".txt")
		if tables[language] == nil {
			t.Errorf("%s has no table of words", file)
		}
		if _, err := newGrammar(language); err != nil {
			t.Error(err)
		}
	}
}

func TestATableTellsTheLineThatIsNotUnderstood(t *testing.T) {
	if got := misunderstood("xx.txt", "wort\n[that]\ndass\n[thatt]\n"); len(got) != 2 || !strings.HasPrefix(got[1], "xx.txt:4:") {
		t.Error(got)
	}
	const columns = "[forms]\ninfinitive present\n"
	for content, want := range map[string]string{
		columns + "[sayz]\n":                        "xx.txt:3: no section is called",
		columns + "[says]\nsagen sagt = quote dat":  `xx.txt:4: nothing is governed by "dat"`,
		columns + "[says]\nsagen sagt sagte = that": "xx.txt:4: a verb has 2 forms",
		columns + "[says]\n\nsagen sagt":            "xx.txt:5:",
		"[forms]\ninfinitiv":                        "xx.txt:2: no form is called",
		"[endings]\npast -te = -ten":                "xx.txt:2:",
		"sagen = that":                              "xx.txt:1: a verb stands in no section",
	} {
		err := (&verbTable{file: "xx.txt", verbs: map[string][]verb{}}).read(content)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s", content, err, want)
		}
	}
}

// A verb has the forms that its columns and endings make.
func TestVerbsAreInflected(t *testing.T) {
	g := grammarOf("de")
	for form, particle := range map[string]string{
		"sagte": "", "sagten": "", "gesagt": "", "sage": "", "teilten": "mit", "mitteilten": "", "mitgeteilt": "", "gaben": "bekannt",
	} {
		found := false
		for _, v := range g.verbs[form] {
			found = found || v.particle == particle
		}
		if !found {
			t.Errorf("%s (%q) is no verb", form, particle)
		}
	}
	if len(g.verbs["geteilt"]) > 0 {
		t.Error("geteilt says something")
	}
}
