package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"slices"
	"strings"

	"standpoint/app/suggest"
	"standpoint/app/suggest/gold"
	"standpoint/store"
	"standpoint/store/text"
)

// lessonOf is an article as one that is coded in a project that has some actors.
func lessonOf(a gold.Article, in project) suggest.Lesson {
	l := suggest.Lesson{Body: a.Body, Facts: factsOf(a), Whole: true}
	parties := func(all []gold.Party) (list []suggest.Party) {
		for _, p := range all {
			if p.Name == anyName {
				p.Name = ""
			}
			list = append(list, suggest.Party{Name: p.Name, Words: a.Body.Slice(p.Span)})
		}
		return list
	}
	for _, s := range a.Statements {
		p := suggest.Proposal{Kind: store.KindStatement, Spans: s.Content}
		p.Said = suggest.Said{Speakers: parties(s.Speakers), Act: s.Act, Quotation: s.Quotation}
		if len(s.Cue) > 0 {
			p.Said.Cue = whole(s.Cue)
		}
		l.Right = append(l.Right, p)
	}
	for _, n := range a.Names {
		p := suggest.Proposal{Kind: store.KindMention, Spans: []text.Span{n.Span}}
		p.Party = suggest.Party{Name: a.Body.Slice(n.Span)}
		if who, ok := in.actorOf(p.Party.Name, store.ActorKind(n.Kind)); ok {
			p.Party.Actor, p.Party.Name, p.Party.Kind = who.ID, who.Name, who.Kind
		}
		l.Right = append(l.Right, p)
	}
	for _, pos := range a.Positions {
		p := suggest.Proposal{Kind: store.KindPosition, Spans: []text.Span{pos.Verb}}
		p.Stand = suggest.Stand{Holders: parties(pos.Holders), Stance: pos.Stance, Verb: pos.Verb}
		l.Right = append(l.Right, p)
	}
	return l
}

// parts is into how many parts articles are laid out, each of which is read by what was learnt from others.
const parts = 4

// learntFrom measures articles by what was learnt from so many others; 0: from nothing.
func learntFrom(articles []gold.Article, n int) (*measured, []store.Kind, error) {
	articles = shuffled(articles)
	m := &measured{isTaught: true}
	var kinds []store.Kind
	for part := range parts {
		var taught []gold.Article
		for i, a := range articles {
			if i%parts != part && len(taught) < n {
				taught = append(taught, a)
			}
		}
		project := projectOf(taught)
		lessons := make([]suggest.Lesson, len(taught))
		for i, a := range taught {
			lessons[i] = lessonOf(a, project)
		}
		r := suggest.Reader{Known: suggest.Know(project.actors)}
		if n > 0 {
			l, err := suggest.Learn(context.Background(), r.Known, lessons, nil)
			if err != nil {
				return nil, nil, err
			}
			r.Learned = l
			kinds = append(kinds, l.Kinds()...)
		}
		for i, a := range articles {
			if i%parts == part {
				found := least(r.Read(suggest.Text{Known: r.Known, Body: a.Body}, factsOf(a)))
				m.article(a, found)
				m.ofProject(a, project, found)
			}
		}
	}
	slices.Sort(kinds)
	return m, kinds, nil
}

// learntRows are the lines of the table of what was learnt.
var learntRows = []row{
	{"who said what: F1 (precision)", func(m *measured) string { return m.said.cell() }},
	{"content J F1 (precision)", func(m *measured) string { return m.content.cell() }},
	{"exact content F1 (precision)", func(m *measured) string { return m.exact.cell() }},
	{"calibration error of statements", func(m *measured) string {
		return fmt.Sprintf("%.2f", calibrationError(statements(m.judged, true)))
	}},
	{"right at ≥ 0.8", func(m *measured) string { return part(rightWhenSure(statements(m.judged, true))) }},
	{"names, overlapping, right kind: F1 (precision)", func(m *measured) string { return m.names.cell() }},
	{"names of actors of the project: precision", func(m *measured) string { return part(m.known.right, m.known.proposed) }},
	{"all names found, overlapping", func(m *measured) string { return part(m.nameSpans.found, m.nameSpans.gold) }},
	{"stance: precision; recall", func(m *measured) string {
		return part(m.stances.right, m.stances.proposed) + "; " + part(m.stances.found, m.stances.gold)
	}},
}

// learntCurve is how well is proposed what was learnt from more and more articles, a column for each number; 0 is without learning.
func learntCurve(t *table, name string, articles []gold.Article, sizes ...int) error {
	for _, n := range append([]int{0}, sizes...) {
		m, kinds, err := learntFrom(articles, n)
		if err != nil {
			return err
		}
		title := fmt.Sprintf("%s, %d", name, n)
		if n > 0 && !slices.Contains(kinds, store.KindStatement) {
			title += ", by rules"
		}
		t.add(title, m)
	}
	return nil
}

// learning prints how well is proposed what was learnt: from the English articles, from GUM's texts, and from ready sentences, which tell
// only how much comes of many articles.
func learning(w io.Writer, articles, texts []gold.Article) error {
	t := newTable(learntRows)
	t.lines[0][0] = "learnt from others, so many articles"
	english := slices.DeleteFunc(slices.Clone(articles), func(a gold.Article) bool {
		return a.Language != "en" || len(a.Statements) == 0
	})
	const some, more, many = 10, 25, 100
	ready, err := gold.Invent(many*parts/(parts-1)+parts, 1500)
	if err != nil {
		return err
	}
	if err := learntCurve(t, "en", english, some, more, len(english)*(parts-1)/parts); err != nil {
		return err
	}
	if len(texts) > 0 {
		if err := learntCurve(t, "GUM", texts, some, more, len(texts)*(parts-1)/parts); err != nil {
			return err
		}
	}
	if err := learntCurve(t, "ready", ready, some, more, many); err != nil {
		return err
	}
	fmt.Fprintln(w)
	t.print(w)
	return nil
}

// shuffled are articles in an order that is the same each time, and not that of their kinds.
func shuffled(articles []gold.Article) []gold.Article {
	articles = slices.Clone(articles)
	key := func(a gold.Article) string {
		sum := sha256.Sum256([]byte(a.ID))
		return string(sum[:])
	}
	slices.SortFunc(articles, func(a, b gold.Article) int { return strings.Compare(key(a), key(b)) })
	return articles
}
