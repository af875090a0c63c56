package suggest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"standpoint/store/text"
)

// elided are the French words that are joined to the next by an apostrophe, folded and without it; invertible those that are joined to a
// verb before them by a hyphen.
var (
	elided     = wordSet("l d j m t s n c qu jusqu lorsqu puisqu quoiqu")
	invertible = wordSet("il elle on ils elles je nous vous ce")
)

func wordSet(all string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(all) {
		set[w] = true
	}
	return set
}

// parted is the document with words that are written in one cut into those that they are, “l’agence”, “a-t-elle”, where a language joins
// words; small words that only an accent tells from others are not folded: “à”.
func (d *document) parted(g *grammar) *document {
	d.times()
	in := *d
	in.words = make([]word, 0, len(d.words)+len(d.words)/8)
	at := make([]int, len(d.words)+1)
	for i, w := range d.words {
		if d.written != nil {
			w = d.written[i]
		}
		at[i] = len(in.words)
		if last := len(in.words) - 1; w.mark && last >= 0 && g.order["elides"] && in.words[last].endsElided(w) { // qu'« il viendra »
			in.words[last].text += w.text
			in.words[last].fold += "'"
			in.words[last].span.End++
			in.words[last].end++
			continue
		}
		if g.order["elides"] {
			in.words = appendParts(in.words, w)
		} else {
			in.words = append(in.words, w)
		}
		if last := &in.words[len(in.words)-1]; g.accented[strings.ToLower(last.text)] {
			last.fold = strings.ToLower(last.text)
		}
	}
	at[len(d.words)] = len(in.words)
	in.sentences = make([]span2, len(d.sentences))
	for n, s := range d.sentences {
		in.sentences[n] = span2{at[s[0]], at[s[1]]}
	}
	in.whom = make([]mention, len(d.whom))
	for n, m := range d.whom {
		m.first, m.end = at[m.first], at[m.end]
		for m.first+1 < m.end && in.words[m.first].span.End <= m.span.Start {
			m.first++ // “l'” does not belong to the name
		}
		in.whom[n] = m
	}
	in.readApart(g)
	return &in
}

// readApart finds the phrases that stand between others and are neither: “a, quant à lui, déclaré”, “advirtió, además, de que”.
func (d *document) readApart(g *grammar) {
	if len(g.asides) == 0 {
		return
	}
	d.apart = make([]bool, len(d.words))
	for i := 0; i < len(d.words); i++ {
		end := g.asides.endAt(d.words, i)
		if end == i && g.besides.has(d.words[i]) { // “, además,”
			end++
		}
		isIn := i > 0 && end < len(d.words) && d.words[i-1].isMark(",") && d.words[end].isMark(",")
		if end == i || end == i+1 && !isIn {
			continue
		}
		for at := i; at < end; at++ {
			d.apart[at] = true
		}
		if isIn {
			d.apart[i-1], d.apart[end] = true, true
		}
		i = end - 1
	}
}

// endsElided reports whether a mark after a word is the apostrophe that joins it to a quotation.
func (w word) endsElided(mark word) bool {
	return isApostrophe(firstRune(mark.text)) && w.span.End == mark.span.Start && elided[w.fold]
}

// appendParts adds the words that a word is made of.
func appendParts(all []word, w word) []word {
	if w.mark || w.owns || !strings.ContainsAny(w.text, "'’ʼ-‐‑") {
		return append(all, w)
	}
	if i := strings.IndexFunc(w.text, isApostrophe); i > 0 && elided[text.Fold(w.text[:i])] {
		_, size := utf8.DecodeRuneInString(w.text[i:])
		if rest := w.text[i+size:]; rest != "" {
			return appendParts(append(all, w.part(0, i+size)), w.part(i+size, len(w.text)))
		}
	}
	if i := strings.LastIndexAny(w.text, "-‐‑"); i > 0 && !w.upper {
		_, size := utf8.DecodeRuneInString(w.text[i:])
		verb := w.text[:i]
		if !invertible[text.Fold(w.text[i+size:])] {
			return append(all, w)
		}
		for _, t := range []string{"-t", "‐t", "‑t"} {
			verb = strings.TrimSuffix(verb, t)
		}
		if verb != "" {
			return append(all, w.part(0, len(verb)), w.part(i+size, len(w.text)))
		}
	}
	return append(all, w)
}

// part is a word made of some of its bytes.
func (w word) part(from, to int) word {
	p := w
	p.text = w.text[from:to]
	p.fold = text.Fold(p.text)
	p.span.Start = w.span.Start + utf8.RuneCountInString(w.text[:from])
	p.span.End = p.span.Start + utf8.RuneCountInString(p.text)
	if p.end = p.span.End; to == len(w.text) {
		p.end = w.end
	}
	p.large = unicode.IsUpper(firstRune(p.text))
	p.upper = p.large && w.upper && utf8.RuneCountInString(p.text) > 1
	return p
}
