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

// styleGUM is what GUM's texts are written as.
const styleGUM = "text"

// half is every second text, by which confidences of names are made, and otherHalf are those by which none are.
func half(texts []gold.Article) []gold.Article      { return everySecond(texts, 0) }
func otherHalf(texts []gold.Article) []gold.Article { return everySecond(texts, 1) }

func everySecond(texts []gold.Article, from int) (some []gold.Article) {
	for i := from; i < len(texts); i += 2 {
		some = append(some, texts[i])
	}
	return some
}

// newsOf are the texts that are news.
func newsOf(texts []gold.Article) []gold.Article {
	return slices.DeleteFunc(slices.Clone(texts), func(a gold.Article) bool { return !strings.HasPrefix(a.ID, "GUM_news") })
}

// token is a word of a text.
type token struct {
	word     string
	span     text.Span
	kind     string // its part of speech
	isName   bool   // it is a word of a proper name
	isPlural bool   // which is one of several: “Belgians”
	at       int    // which of its sentence it is, from 1
	head     int    // as at; 0: none
	relation string // to that
	misc     string
}

// gumText is a text while it is read.
type gumText struct {
	gold.Article
	words    strings.Builder
	length   int
	sentence []token
	all      []text.Span // of all tokens
	joined   int         // up to which token of the sentence none stands apart: “Norvia's” are two;
	parted   bool        // and whether the next does
	open     []entity
	units    []discourse
	date     int        // where an expression of time began; -1: none is open
	when     store.Date // what it says
}

// entity is a phrase that is annotated as somebody or something.
type entity struct {
	id, kind string
	who      string // "" if that is not told
	first    int    // its first token
}

func readText(file string) (gold.Article, error) {
	f, err := os.Open(file)
	if err != nil {
		return gold.Article{}, err
	}
	defer f.Close()
	t := &gumText{date: -1}
	t.ID, t.Language, t.Outlet, t.Style = strings.TrimSuffix(filepath.Base(file), ".conllu"), "en", "GUM", styleGUM
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
	t.attributions()
	slices.SortStableFunc(t.Names, func(a, b gold.Name) int {
		if a.Span.Start != b.Span.Start {
			return a.Span.Start - b.Span.Start
		}
		return b.Span.End - a.Span.End
	})
	kept := t.Names[:0]
	for _, n := range t.Names {
		if len(kept) > 0 && kept[len(kept)-1].Span.End > n.Span.Start {
			t.Within = append(t.Within, n)
			continue
		}
		isBody := n.Kind == gold.NamePlace || n.Kind == gold.NameOrganisation // a team, too
		if isBody && isStateName(t.Body.Slice(n.Span)) {
			n.Kind = gold.NameState
		}
		kept = append(kept, n)
	}
	t.Names = kept
	return t.Article, nil
}

// noSpace tells that the next token stands right after one.
const noSpace = "SpaceAfter=No"

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
		t.sentence, t.joined = nil, 0
	case len(fields) == 10 && strings.Contains(fields[0], "-"):
		_, last, _ := strings.Cut(fields[0], "-")
		t.joined, _ = strconv.Atoi(last)
		t.parted = !strings.Contains(fields[9], noSpace)
	case len(fields) == 10 && !strings.ContainsAny(fields[0], "-."):
		at, _ := strconv.Atoi(fields[0])
		head, _ := strconv.Atoi(fields[6]) // the root has 0
		start := t.length
		t.write(fields[1])
		one := token{
			word: fields[1], span: text.Span{Start: start, End: t.length}, kind: fields[3], at: at, head: head, relation: fields[7], misc: fields[9],
			isName: fields[3] == "PROPN" || fields[4] == "NNP", isPlural: fields[4] == "NNPS",
		}
		t.sentence = append(t.sentence, one)
		t.all = append(t.all, one.span)
		t.readUnit(one)
		t.readDate(fields[9], start)
		if at < t.joined || at == t.joined && !t.parted || strings.Contains(fields[9], noSpace) {
			return
		}
		t.write(" ")
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
				t.open = append(t.open, entity{id: parts[0], kind: parts[1], who: whoOf(parts), first: i})
				if strings.HasSuffix(found[0], ")") {
					t.close(parts[0], i)
				}
			}
		}
	}
}

// whoOf is who a phrase is told to be, at the end of a note: 8-place-new-sssss-cf2-3,4-coref-Masjid_al%2DHaram.
func whoOf(note []string) string {
	const before = 7
	if len(note) <= before {
		return ""
	}
	return strings.Join(note[before:], "-")
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

// joins are the words between those of a name: “University of Lissel”.
var joins = map[string]bool{"of": true, "for": true, "the": true, "&": true, "'s": true, "’s": true}

// name keeps the proper nouns around the head of a phrase. What is named within the phrase of a person and is none is no part of that: “US
// President Barack Obama” are the United States and the president. Persons of whom one word tells as of several are a group. Things that
// have names, such as books and sites, are kept among those that stand within others: a name of the project may be theirs.
func (t *gumText) name(e entity, last int) {
	kind, ok := kindsOfGUM[e.kind]
	i := t.core(e, last)
	if i < 0 {
		t.nameWithin(e, last)
		return
	}
	first, end := i, i
	for first > e.first && t.sentence[first-1].isName && !(kind == gold.NamePerson && t.isOther(t.sentence[first-1].span)) {
		first--
	}
	for end < last {
		next := end + 1
		for kind != gold.NamePerson && next < last && joins[t.sentence[next].word] {
			next++
		}
		if !t.sentence[next].isName {
			break
		}
		end = next
	}
	name := gold.Name{Span: text.Span{Start: t.sentence[first].span.Start, End: t.sentence[end].span.End}, Kind: kind, Who: e.who}
	switch {
	case !ok:
		t.Within = append(t.Within, name)
		return
	case kind == gold.NamePerson && first == end && t.sentence[end].isPlural:
		name.Kind = gold.NameGroup
	}
	t.Names = append(t.Names, name)
}

// nameWithin keeps the proper nouns of a phrase whose head is none, “the Harbourtube offices”, among those that stand within others.
func (t *gumText) nameWithin(e entity, last int) {
	for i := e.first; i <= last; i++ {
		w := t.sentence[i]
		if n := len(t.Within); i > e.first && t.sentence[i-1].isName && w.isName {
			t.Within[n-1].Span.End = w.span.End
		} else if w.isName {
			t.Within = append(t.Within, gold.Name{Span: w.span, Kind: kindsOfGUM[e.kind], Who: e.who})
		}
	}
}

// core is the proper noun that is the head of a phrase, or the first of the name with which its head goes on: “creator Mark Zuckerberg”.
// -1: it has none.
func (t *gumText) core(e entity, last int) int {
	head := slices.IndexFunc(t.sentence[e.first:last+1], func(w token) bool { return w.head-1 < e.first || w.head-1 > last })
	if head < 0 {
		return -1
	}
	head += e.first
	if t.sentence[head].isName {
		return head
	}
	for i := head + 1; i <= last; i++ {
		if w := t.sentence[i]; w.isName && w.relation == "flat" && w.head-1 == head {
			return i
		}
	}
	return -1
}

// isOther reports whether a word is of somebody's name who is no person.
func (t *gumText) isOther(word text.Span) bool {
	return slices.ContainsFunc(t.Names, func(n gold.Name) bool {
		return n.Kind != gold.NamePerson && n.Kind != gold.NameGroup && n.Span.Overlaps(word)
	})
}

// isStateName reports whether a name is a state's, in English.
func isStateName(name string) bool { return stateNames[text.Fold(strings.TrimPrefix(name, "the "))] }

var stateNames = func() map[string]bool {
	all := map[string]bool{"us": true, "u.s.": true, "usa": true, "uk": true, "britain": true, "turkey": true, "america": true}
	for first := 'A'; first <= 'Z'; first++ {
		for second := 'A'; second <= 'Z'; second++ {
			if region, err := language.ParseRegion(string([]rune{first, second})); err == nil && region.IsCountry() && region.String() != "UN" {
				all[text.Fold(display.English.Regions().Name(region))] = true
			}
		}
	}
	return all
}()
