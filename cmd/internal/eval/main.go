// Command eval reads the invented articles, of which is written down what they hold, as the program does, and prints how much of it is
// proposed and how much of what is proposed is right, language by language. Where a folder of GUM's texts is, it reads names and dates of
// those, too. A cell with two figures is F1 and, in brackets, precision; all are hundredths.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"standpoint/app/suggest"
	"standpoint/app/suggest/gold"
)

func main() {
	var o options
	flag.StringVar(&o.show, "show", "", "print what is wrong and missed, too: errors, or some of statements,positions,names,known,dates")
	flag.StringVar(&o.languages, "languages", "", "only articles in these languages: en,de")
	flag.StringVar(&o.gum, "gum", "", "a folder of GUM's texts")
	flag.StringVar(&o.calibrate, "calibrate", "", "write how sure each rule proved to be into this file, and measure nothing")
	flag.Parse()
	if err := run(o, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

type options struct {
	show, languages, gum, calibrate string
}

// shows reports whether errors of a kind are printed.
func (o options) shows(kind string) bool {
	return o.show == "errors" || slices.Contains(strings.Split(o.show, ","), kind)
}

func run(o options, w io.Writer) error {
	articles, err := gold.All()
	if err != nil {
		return err
	}
	texts, err := readGUM(o.gum)
	if err != nil {
		return err
	}
	if o.calibrate != "" {
		return os.WriteFile(o.calibrate, []byte(proven(articles, half(texts))), 0o644) //nolint:gosec // it is a source file
	}
	suggest.Prepare()
	left := leftOut(slices.Concat(samplesOf(articles), samplesOf(half(texts)), unasked(samplesOf(otherHalf(texts)))))
	t := newTable(rows)
	t.note = ofErrors
	o.addOwn(w, t, articles, left)
	if len(texts) > 0 {
		m := measureAll(texts, left)
		m.readKnown(texts[:min(len(texts), learnt)], texts[min(len(texts), learnt):])
		t.add("GUM", m)
		t.add("its news", measureAll(newsOf(texts), left))
		t.add("other half", measureAll(otherHalf(texts), left))
		t.note += ofGUM
		m.printErrors(w, o)
	}
	t.print(w)
	if o.languages != "" && !strings.Contains(o.languages, "en") {
		return nil
	}
	return learning(w, articles, texts)
}

// addOwn adds the columns of the invented articles, and prints what is wrong in those of which anybody may know.
func (o options) addOwn(w io.Writer, t *table, articles []gold.Article, left map[string][]judged) {
	part := func(language string, kept bool) []gold.Article {
		return slices.DeleteFunc(slices.Clone(articles), func(a gold.Article) bool {
			return language != "" && a.Language != language || a.Kept != kept
		})
	}
	for _, language := range []string{"en", "de", "fr", "es", "uk", "ru"} {
		if o.languages != "" && !slices.Contains(strings.Split(o.languages, ","), language) {
			continue
		}
		for _, kept := range []bool{false, true} {
			some := part(language, kept)
			if len(some) == 0 {
				continue
			}
			name := language + " tune"
			if kept {
				name = language + " kept"
			}
			m := measureAll(some, left)
			for i, a := range some {
				m.readKnown(teachers(articles, a), some[i:i+1])
			}
			t.add(name, m)
			if !kept {
				m.printErrors(w, o)
			}
		}
	}
	if o.languages == "" {
		t.add("all kept", measureAll(part("", true), left))
	}
}

// ofErrors tells what errors of calibration are made of.
const ofErrors = `
Calibration: on the articles by which rules are made (tune), statements are righter than they say: as they say they are elsewhere, where the
rules are not at home. By those that are kept, confidences are made; “left out” are they made without the article that is measured, as if it
were new. Of few statements most of an error is chance: its line tells how much it is where each is right as often as it says. Places and
whatever GUM does not tell of are not counted there.
`

// ofGUM tells what is counted of GUM's texts.
const ofGUM = `
GUM: who is named in the phrase of a person and is none counts by itself: “US President Barack Obama” are the United States and he. Other
names are the longest; a name of the project that stands within one, or that is a thing's, is right if it is that name. A team that is
called as its state is that. By one half, confidences are made, too; the other half is measured apart. Statements are those of which a
clause says who makes them, as far as that reaches or in the sentence of the verb. What is no clause, “asked them to leave”, is not counted;
what no clause tells, as turns of interviews, counts as wrong.
`

// leastTime is how long articles are read over and over for the speed.
const leastTime = 100 * time.Millisecond

// measureAll reads articles as a project that has no actors; what of them was left out is measured, too.
func measureAll(articles []gold.Article, left map[string][]judged) *measured {
	m := &measured{}
	for _, a := range articles {
		m.leftOut = append(m.leftOut, left[a.ID]...)
		m.article(a, least(read(a, false)))
	}
	for start := time.Now(); m.took < leastTime; m.took = time.Since(start) {
		for _, a := range articles {
			read(a, false)
			m.characters += a.Body.Len()
		}
	}
	return m
}

// leastConfidence is how sure a proposal is at least that is counted: as the subcommand shows them.
const leastConfidence = 0.5

// least leaves out what is less sure.
func least(all []suggest.Proposal) []suggest.Proposal {
	return slices.DeleteFunc(all, func(p suggest.Proposal) bool { return p.Confidence < leastConfidence })
}

// factsOf are what is known of an article.
func factsOf(a gold.Article) suggest.Facts {
	return suggest.Facts{Published: a.Date, Language: a.Language, Source: a.Outlet}
}

// read proposes what is in an article; unproven: as sure as the rules say.
func read(a gold.Article, unproven bool) []suggest.Proposal {
	r := suggest.Reader{Known: suggest.Know(nil), Dates: true, Unproven: unproven}
	return r.Read(suggest.Text{Known: r.Known, Body: a.Body}, factsOf(a))
}
