package gold

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"standpoint/store"
	"standpoint/store/text"
)

// The signs of a file.
const (
	signNote  = "> "
	signJoins = " + "
	signParts = " | "
	signTo    = " … "
	signIs    = "="
)

// Parse reads a file. An error names the line that is wrong, from 1.
func Parse(id, content string) (Article, error) {
	p := parser{Article: Article{ID: id}, head: map[string]string{}}
	lines := strings.Split(strings.TrimRight(content, "\n"), "\n")
	at := 0
	for ; at < len(lines) && lines[at] != ""; at++ {
		name, value, ok := strings.Cut(lines[at], ": ")
		if !ok || p.head[name] != "" {
			return Article{}, fmt.Errorf("line %d: the head has lines such as “language: en”, each once", at+1)
		}
		p.head[name] = value
	}
	if err := p.readHead(); err != nil {
		return Article{}, err
	}
	var paragraphs []string
	for ; at < len(lines); at++ {
		switch words, isNote := strings.CutPrefix(lines[at], signNote); {
		case lines[at] == "":
		case isNote:
			p.notes = append(p.notes, note{at + 1, len(paragraphs) - 1, words})
		default:
			paragraphs = append(paragraphs, lines[at])
		}
	}
	body, err := text.NewBody(strings.Join(paragraphs, "\n\n"))
	if err != nil {
		return Article{}, err
	}
	p.Body, p.paragraphs = body, body.Paragraphs()
	if len(p.paragraphs) != len(paragraphs) {
		return Article{}, errors.New("a paragraph has no words, or several lines")
	}
	for _, n := range p.notes {
		if n.paragraph < 0 {
			return Article{}, fmt.Errorf("line %d: it stands before all paragraphs", n.line)
		}
		if err := p.read(n); err != nil {
			return Article{}, fmt.Errorf("line %d: %w", n.line, err)
		}
	}
	p.finish()
	return p.Article, nil
}

// note is a line that tells of a paragraph.
type note struct {
	line, paragraph int
	words           string
}

// parser reads one file.
type parser struct {
	Article
	head       map[string]string
	paragraphs []text.Span
	notes      []note
	at         int // the paragraph of the present line
}

func (p *parser) readHead() error {
	for name := range p.head {
		if !slices.Contains([]string{"language", "date", "outlet", "style", "split", "about"}, name) {
			return fmt.Errorf("the head knows no “%s”", name)
		}
	}
	p.Language, p.Outlet, p.Style = p.head["language"], p.head["outlet"], p.head["style"]
	date, err := store.ParseDate(p.head["date"])
	if err != nil {
		return err
	}
	p.Date = date
	p.Kept = p.head["split"] == "kept"
	if about := p.head["about"]; about != "" && about != "names" {
		return fmt.Errorf("an article is about names, or about all there is, not about “%s”", about)
	}
	p.NamesOnly = p.head["about"] == "names"
	if p.Language == "" || date == "" || p.Outlet == "" || p.Style == "" || !p.Kept && p.head["split"] != "tune" {
		return errors.New("the head needs a language, a date, an outlet, a style, and a split, which is tune or kept")
	}
	return nil
}

// read reads a line that tells of a paragraph.
func (p *parser) read(n note) error {
	p.at = n.paragraph
	what, rest, _ := strings.Cut(n.words, " ")
	switch what {
	case "say":
		return p.statement(rest)
	case string(store.StanceSupport), string(store.StanceOppose), string(store.StanceNeutral), string(store.StanceUnclear):
		return p.position(store.Stance(what), rest)
	case string(NamePerson), string(NameOrganisation), string(NameState), string(NameGroup), string(NamePlace):
		return p.names(NameKind(what), rest)
	case "date":
		for _, one := range strings.Split(rest, signJoins) {
			d, err := p.date(one, nil)
			if err != nil {
				return err
			}
			p.Dates = append(p.Dates, d)
		}
		return nil
	}
	return fmt.Errorf("nothing is called “%s”", what)
}

func (p *parser) statement(rest string) error {
	parts := strings.Split(rest, signParts)
	s := Statement{Act: store.ActSays}
	var err error
	if s.Content, err = p.spans(parts[0], nil); err != nil {
		return err
	}
	near := s.Content
	for _, part := range parts[1:] {
		what, words, _ := strings.Cut(part, " ")
		switch what {
		case "cue":
			if s.Cue, err = p.spans(words, s.Content); err == nil {
				near = s.Cue
			}
		case "by":
			s.Speakers, err = p.parties(words, near)
		case "to":
			s.Addressees, err = p.parties(words, near)
		case "via":
			s.Carriers, err = p.parties(words, near)
		case "act":
			s.Act = store.Act(words)
			if !slices.Contains(acts, s.Act) {
				err = fmt.Errorf("there is no act “%s”", words)
			}
		case "quotation":
			s.Quotation = store.Quotation(words)
			if !slices.Contains(quotations, s.Quotation) {
				err = fmt.Errorf("there is no quotation “%s”", words)
			}
		case "on":
			s.On, err = p.date(words, near)
		default:
			err = fmt.Errorf("a statement has no “%s”", what)
		}
		if err != nil {
			return err
		}
	}
	if s.Quotation == "" {
		s.Quotation = p.quotation(s.Content, s.Cue)
	}
	p.Statements = append(p.Statements, s)
	return nil
}

var (
	acts = []store.Act{
		store.ActSays, store.ActDenies, store.ActAsks, store.ActDemands, store.ActPromises, store.ActThreatens, store.ActDeclines,
	}
	quotations = []store.Quotation{store.QuotationDirect, store.QuotationMixed, store.QuotationIndirect}
)

// quotation is how words are quoted by the marks around them and within them. Those around their cue as well are somebody else's: “They
// say that I sleep,” she said.
func (p *parser) quotation(content, cue []text.Span) store.Quotation {
	quoted, all := 0, 0
	quotes := slices.DeleteFunc(slices.Clone(p.Body.Quotations()), func(q text.Quotation) bool {
		return slices.ContainsFunc(cue, func(s text.Span) bool { return q.Inner.Contains(s.Start) })
	})
	for _, s := range content {
		for at := s.Start; at < s.End; at++ {
			if r := p.Body.RuneAt(at); !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				continue
			}
			all++
			if slices.ContainsFunc(quotes, func(q text.Quotation) bool { return q.Inner.Contains(at) }) {
				quoted++
			}
		}
	}
	return store.QuotationOf(quoted, all)
}

func (p *parser) position(stance store.Stance, rest string) error {
	parts := strings.Split(rest, signParts)
	verb, err := p.span(parts[0], nil)
	if err != nil {
		return err
	}
	pos := Position{Stance: stance, Verb: verb}
	near := []text.Span{verb}
	for _, part := range parts[1:] {
		what, words, _ := strings.Cut(part, " ")
		switch what {
		case "by":
			pos.Holders, err = p.parties(words, near)
		case "on":
			pos.Target, err = p.span(words, near)
		default:
			err = fmt.Errorf("a position has no “%s”", what)
		}
		if err != nil {
			return err
		}
	}
	if len(pos.Holders) == 0 {
		return errors.New("a position needs who holds it: | by PARTIES")
	}
	p.Positions = append(p.Positions, pos)
	return nil
}

// names marks each place where one of the names stands in the paragraph.
func (p *parser) names(kind NameKind, rest string) error {
	for _, name := range strings.Split(rest, signJoins) {
		paragraph, words, nth, err := p.where(name)
		if err != nil {
			return err
		}
		all := p.places(paragraph, words)
		if len(all) < max(nth, 1) {
			return fmt.Errorf("“%s” is not in the paragraph", name)
		}
		if nth > 0 {
			all = all[nth-1 : nth]
		}
		for _, s := range all {
			p.Names = append(p.Names, Name{Span: s, Kind: kind})
		}
	}
	return nil
}

// date reads “words = 2031-03-04”.
func (p *parser) date(part string, near []text.Span) (Date, error) {
	words, value, ok := strings.Cut(part, " = ")
	if !ok {
		return Date{}, fmt.Errorf("“%s” is not made as “on Monday = 2031-03-10”", part)
	}
	date, err := store.ParseDate(value)
	if err != nil {
		return Date{}, err
	}
	s, err := p.span(words, near)
	return Date{s, date}, err
}

// parties reads “the minister = Anna Kessel + =Odo Lenz + an official”.
func (p *parser) parties(list string, near []text.Span) (all []Party, err error) {
	for _, one := range strings.Split(list, signJoins) {
		words, name, _ := strings.Cut(one, signIs)
		words, name = strings.TrimSpace(words), strings.TrimSpace(name)
		s, ok := p.within(words, near)
		if !ok {
			if s, err = p.span(cmp.Or(words, name), near); err != nil {
				return nil, err
			}
		}
		if name != "" {
			name, _, _ = strings.Cut(strings.TrimLeft(name, "^"), " ~")
		}
		all = append(all, Party{s, name})
	}
	return all, nil
}

// within is where words stand in a cue: “elle”, of “a-t-elle dit”.
func (p *parser) within(words string, cue []text.Span) (text.Span, bool) {
	if words == "" {
		return text.Span{}, false
	}
	for _, s := range p.places(p.paragraphs[p.at], words) {
		for _, c := range cue {
			if c.Contains(s.Start) && s.End <= c.End && s != c {
				return s, true
			}
		}
	}
	return text.Span{}, false
}

// spans reads words that are joined by “ + ”.
func (p *parser) spans(list string, near []text.Span) (all []text.Span, err error) {
	for _, one := range strings.Split(list, signJoins) {
		s, err := p.span(one, near)
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	anchor, err := text.NewAnchor(p.Body, all...)
	if err != nil {
		return nil, err
	}
	if len(anchor.Spans()) != len(all) {
		return nil, fmt.Errorf("the parts of “%s” touch or overlap", list)
	}
	return anchor.Spans(), nil
}

// span finds words; of several places the one that is nearest to some spans, and does not overlap them if it can.
func (p *parser) span(words string, near []text.Span) (text.Span, error) {
	first, last, isLong := strings.Cut(words, signTo)
	paragraph, first, nth, err := p.where(first)
	if err != nil {
		return text.Span{}, err
	}
	all := p.places(paragraph, first)
	switch {
	case len(all) == 0 || nth > len(all):
		return text.Span{}, fmt.Errorf("“%s” is not in the paragraph", words)
	case nth > 0:
		all = all[nth-1 : nth]
	case len(all) > 1 && near == nil:
		return text.Span{}, fmt.Errorf("“%s” is in the paragraph %d times: say which, as “%s ~2”", first, len(all), first)
	}
	found := slices.MinFunc(all, func(a, b text.Span) int { return cmp.Compare(distance(a, near), distance(b, near)) })
	if !isLong {
		return found, nil
	}
	rest := text.Span{Start: paragraph.Start, End: p.paragraphs[p.at].End} // what is said may go over several paragraphs
	for _, s := range p.places(rest, last) {
		if s.Start >= found.End {
			return text.Span{Start: found.Start, End: s.End}, nil
		}
	}
	return text.Span{}, fmt.Errorf("“%s” does not follow “%s”", last, first)
}

// distance is how far a span is from the nearest of others; what overlaps one is farther than all that do not.
func distance(s text.Span, near []text.Span) int {
	const farthest = 1 << 30
	least := farthest
	for _, n := range near {
		if s.Overlaps(n) {
			return farthest
		}
		least = min(least, max(n.Start-s.End, s.Start-n.End))
	}
	return least
}

// where takes apart “^words ~2”: the paragraph, the words, and which of their places; 0: that is not said.
func (p *parser) where(words string) (paragraph text.Span, _ string, nth int, err error) {
	rest := strings.TrimLeft(words, "^")
	up := len(words) - len(rest)
	if up > p.at {
		return text.Span{}, "", 0, fmt.Errorf("“%s” stands before all paragraphs", words)
	}
	rest, number, ok := strings.Cut(rest, " ~")
	if ok {
		if _, err := fmt.Sscanf(number, "%d", &nth); err != nil || nth < 1 {
			return text.Span{}, "", 0, fmt.Errorf("“%s” ends on no number", words)
		}
	}
	if rest == "" || strings.TrimSpace(rest) != rest {
		return text.Span{}, "", 0, fmt.Errorf("“%s” has no words, or spaces at their ends", words)
	}
	return p.paragraphs[p.at-up], rest, nth, nil
}

// places are where words stand in a paragraph, as whole words.
func (p *parser) places(paragraph text.Span, words string) (all []text.Span) {
	said := p.Body.Slice(paragraph)
	for from := 0; ; {
		at := strings.Index(said[from:], words)
		if at < 0 {
			return all
		}
		at += from
		end := at + len(words)
		before, _ := utf8.DecodeLastRuneInString(said[:at])
		after, _ := utf8.DecodeRuneInString(said[end:])
		first, _ := utf8.DecodeRuneInString(words)
		last, _ := utf8.DecodeLastRuneInString(words)
		if !(isOfWord(before) && isOfWord(first)) && !(isOfWord(last) && isOfWord(after)) {
			start := paragraph.Start + utf8.RuneCountInString(said[:at])
			all = append(all, text.Span{Start: start, End: start + utf8.RuneCountInString(words)})
		}
		_, size := utf8.DecodeRuneInString(said[at:])
		from = at + size
	}
}

func isOfWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// finish puts all in the order of the text, and takes away names that stand within longer ones.
func (p *parser) finish() {
	slices.SortFunc(p.Names, func(a, b Name) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	})
	kept := p.Names[:0]
	for _, n := range p.Names {
		if len(kept) == 0 || kept[len(kept)-1].Span.End <= n.Span.Start {
			kept = append(kept, n)
		}
	}
	p.Names = kept
	slices.SortStableFunc(p.Statements, func(a, b Statement) int { return cmp.Compare(a.Content[0].Start, b.Content[0].Start) })
	slices.SortStableFunc(p.Positions, func(a, b Position) int { return cmp.Compare(a.Verb.Start, b.Verb.Start) })
	slices.SortStableFunc(p.Dates, func(a, b Date) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
}
