package main

import (
	"bufio"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"standpoint/app/suggest/gold"
	"standpoint/store"
	"standpoint/store/text"
)

// readGUM reads the texts of a folder for their names and dates; none if there is no such folder.
func readGUM(folder string) ([]gold.Article, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.conllu"))
	if err != nil || folder == "" {
		return nil, err
	}
	var all []gold.Article
	for _, file := range files {
		a, err := readText(file)
		if err != nil {
			return nil, err
		}
		all = append(all, a)
	}
	return all, nil
}

// token is a word of a text.
type token struct {
	span text.Span
	kind string // its part of speech
	head int    // of its sentence, from 1
	misc string
}

// gumText is a text while it is read.
type gumText struct {
	gold.Article
	words    strings.Builder
	length   int
	sentence []token
	open     []entity
	date     int        // where an expression of time began; -1: none is open
	when     store.Date // what it says
}

// entity is a phrase that is annotated as somebody or something.
type entity struct {
	id, kind string
	first    int // its first token
}

func readText(file string) (gold.Article, error) {
	f, err := os.Open(file)
	if err != nil {
		return gold.Article{}, err
	}
	defer f.Close()
	t := &gumText{date: -1}
	t.ID, t.Language, t.Outlet, t.Style = strings.TrimSuffix(filepath.Base(file), ".conllu"), "en", "GUM", "text"
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		t.line(lines.Text())
	}
	if err := lines.Err(); err != nil {
		return gold.Article{}, err
	}
	if t.Body, err = text.NewBody(strings.TrimRight(t.words.String(), " ")); err != nil {
		return gold.Article{}, err
	}
	slices.SortStableFunc(t.Names, func(a, b gold.Name) int {
		if a.Span.Start != b.Span.Start {
			return a.Span.Start - b.Span.Start
		}
		return b.Span.End - a.Span.End
	})
	kept := t.Names[:0]
	for _, n := range t.Names {
		if len(kept) == 0 || kept[len(kept)-1].Span.End <= n.Span.Start {
			if n.Kind == gold.NamePlace && isStateName(t.Body.Slice(n.Span)) {
				n.Kind = gold.NameState
			}
			kept = append(kept, n)
		}
	}
	t.Names = kept
	return t.Article, nil
}

// line reads one line of a file.
func (t *gumText) line(s string) {
	fields := strings.Split(s, "\t")
	switch {
	case strings.HasPrefix(s, "# meta::dateCreated = "):
		if date, err := store.ParseDate(strings.TrimPrefix(s, "# meta::dateCreated = ")); err == nil {
			t.Date = date
		}
	case strings.HasPrefix(s, "# newpar") && !strings.HasPrefix(s, "# newpar_") && t.length > 0:
		t.write("\n\n")
	case s == "":
		t.entities()
		t.sentence = nil
	case len(fields) == 10 && !strings.ContainsAny(fields[0], "-."):
		head, _ := strconv.Atoi(fields[6]) // the root has 0
		start := t.length
		t.write(fields[1])
		t.sentence = append(t.sentence, token{text.Span{Start: start, End: t.length}, fields[3], head, fields[9]})
		t.readDate(fields[9], start)
		if !strings.Contains(fields[9], "SpaceAfter=No") {
			t.write(" ")
		}
	}
}

func (t *gumText) write(s string) {
	t.words.WriteString(s)
	t.length += utf8.RuneCountInString(s)
}

var whenOf = regexp.MustCompile(`<date when:::"([^"]+)"[^>]*>`)

// readDate reads what a token's note tells of expressions of time.
func (t *gumText) readDate(misc string, start int) {
	if found := whenOf.FindStringSubmatch(misc); found != nil {
		if date, err := store.ParseDate(found[1]); err == nil {
			t.date, t.when = start, date
		}
	}
	if t.date >= 0 && strings.Contains(misc, "</date>") {
		t.Dates = append(t.Dates, gold.Date{Span: text.Span{Start: t.date, End: t.length}, Value: t.when})
		t.date = -1
	}
}

var bracket = regexp.MustCompile(`\(([^()]+)\)?|([^()]+)\)`)

// entities reads who and what is named in a sentence.
func (t *gumText) entities() {
	t.open = nil
	for i, w := range t.sentence {
		for field := range strings.SplitSeq(w.misc, "|") {
			notes, ok := strings.CutPrefix(field, "Entity=")
			if !ok {
				continue
			}
			for _, found := range bracket.FindAllStringSubmatch(notes, -1) {
				if found[1] == "" {
					t.close(found[2], i)
					continue
				}
				parts := strings.Split(found[1], "-")
				if len(parts) < 2 {
					continue
				}
				t.open = append(t.open, entity{id: parts[0], kind: parts[1], first: i})
				if strings.HasSuffix(found[0], ")") {
					t.close(parts[0], i)
				}
			}
		}
	}
}

// close ends the phrase of that id, and keeps the name in it.
func (t *gumText) close(id string, last int) {
	for i := len(t.open) - 1; i >= 0; i-- {
		if t.open[i].id == id {
			t.name(t.open[i], last)
			t.open = slices.Delete(t.open, i, i+1)
			return
		}
	}
}

var kindsOfGUM = map[string]gold.NameKind{"person": gold.NamePerson, "organization": gold.NameOrganisation, "place": gold.NamePlace}

// name keeps the proper nouns around the head of a phrase, with “of” and the like between them.
func (t *gumText) name(e entity, last int) {
	kind, ok := kindsOfGUM[e.kind]
	if !ok {
		return
	}
	for i := e.first; i <= last; i++ {
		w := t.sentence[i]
		if w.kind != "PROPN" || w.head-1 >= e.first && w.head-1 <= last {
			continue
		}
		first, end := i, i
		for first > e.first && t.sentence[first-1].kind == "PROPN" {
			first--
		}
		for end < last && t.sentence[end+1].kind == "PROPN" {
			end++
		}
		t.Names = append(t.Names, gold.Name{Span: text.Span{Start: t.sentence[first].span.Start, End: t.sentence[end].span.End}, Kind: kind})
		return
	}
}

// isStateName reports whether a name is a state's, in English.
func isStateName(name string) bool { return stateNames[text.Fold(strings.TrimPrefix(name, "the "))] }

var stateNames = func() map[string]bool {
	all := map[string]bool{"us": true, "u.s.": true, "usa": true, "uk": true, "britain": true, "turkey": true, "america": true}
	for first := 'A'; first <= 'Z'; first++ {
		for second := 'A'; second <= 'Z'; second++ {
			if region, err := language.ParseRegion(string([]rune{first, second})); err == nil && region.IsCountry() {
				all[text.Fold(display.English.Regions().Name(region))] = true
			}
		}
	}
	return all
}()
