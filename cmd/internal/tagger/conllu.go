package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"standpoint/app/suggest/tagger"
	"standpoint/store/text"
)

// What stands in the columns of a line.
const (
	columnID = iota
	columnForm
	_
	columnPart
	columnFine
	columnMisc = 9
	columns    = 10
)

// read reads the sentences of a text, with its words as Standpoint divides them: “front-line”, “don't” and “Norvia's” are one.
func read(r io.Reader) (all []tagger.Tagged, err error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	s := sentence{space: true}
	for lines.Scan() {
		line := lines.Text()
		switch {
		case line == "":
			if len(s.Words) > 0 {
				all = append(all, s.Tagged)
			}
			s = sentence{space: true}
		case strings.HasPrefix(line, "#"):
		default:
			fields := strings.Split(line, "\t")
			if len(fields) != columns {
				return nil, fmt.Errorf("a line of %d columns: %s", len(fields), line)
			}
			s.take(fields)
		}
	}
	if len(s.Words) > 0 {
		all = append(all, s.Tagged)
	}
	return all, lines.Err()
}

// sentence is one of which the words are read.
type sentence struct {
	tagger.Tagged

	space  bool   // one stands before the next word
	within string // the number of the last part of a word that is written as one
	after  bool   // a space stands after that
	hyphen bool   // the last word ends with one
}

func (s *sentence) take(fields []string) {
	space := !strings.Contains(fields[columnMisc], "SpaceAfter=No")
	id := fields[columnID]
	if _, last, several := strings.Cut(id, "-"); several {
		s.within, s.after = last, space
		return
	}
	if strings.Contains(id, ".") {
		return // a word that is not written
	}
	s.add(fields[columnForm], tagOf(fields[columnPart], fields[columnFine]))
	if s.within != "" {
		if space = id == s.within && s.after; id == s.within {
			s.within = ""
		}
	}
	s.space = space
}

// add adds a part of the sentence: a word, a mark, or the rest of the word before it.
func (s *sentence) add(form string, tag tagger.Tag) {
	n := len(s.Words)
	joined := n > 0 && !s.space && isWord(s.Words[n-1].Text)
	form = strings.ReplaceAll(form, "’", "'")
	hyphen := s.hyphen
	s.hyphen = false
	switch {
	case joined && (form == "'s" || form == "'S" || form == "'" && tag == tagger.Particle):
		s.Words[n-1].Owns = true
	case joined && form == "-":
		s.extend(form, s.Tags[n-1])
		s.hyphen = true
	case joined && (hyphen || isWord(form)):
		if !hyphen {
			tag = s.Tags[n-1]
		}
		s.extend(form, tag)
	case joined && strings.HasPrefix(form, "'") && len(form) > 1:
		s.extend(form, s.Tags[n-1])
	default:
		for i, part := range strings.Split(form, ",") {
			if i > 0 {
				s.append(",", tagger.Mark)
			}
			if part != "" {
				s.append(part, tag)
			}
		}
	}
}

func (s *sentence) append(form string, tag tagger.Tag) {
	if form != "," && !isWord(form) && utf8.RuneCountInString(form) > 1 && tag != tagger.Mark {
		tag = tagger.Mark // “...” and faces
	}
	s.Words = append(s.Words, tagger.Word{Text: form, Fold: text.Fold(form)})
	s.Tags = append(s.Tags, tag)
}

func (s *sentence) extend(form string, tag tagger.Tag) {
	w := &s.Words[len(s.Words)-1]
	w.Text += form
	w.Fold = text.Fold(w.Text)
	s.Tags[len(s.Tags)-1] = tag
}

func isWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// tagOf is our tag for those of the corpus: the universal part of speech and that of English.
func tagOf(part, fine string) tagger.Tag {
	if fine == "NNP" || fine == "NNPS" {
		return tagger.Name
	}
	if part == "VERB" {
		switch fine {
		case "VBD":
			return tagger.Past
		case "VBZ", "VBP":
			return tagger.Present
		case "VBG":
			return tagger.Gerund
		case "VBN":
			return tagger.Participle
		}
		return tagger.Base
	}
	return parts[part]
}

var parts = map[string]tagger.Tag{
	"PUNCT": tagger.Mark, "NOUN": tagger.Noun, "PROPN": tagger.Name, "ADJ": tagger.Adjective, "ADV": tagger.Adverb, "PRON": tagger.Pronoun,
	"DET": tagger.Determiner, "ADP": tagger.Preposition, "CCONJ": tagger.Conjunction, "SCONJ": tagger.Subordinator, "AUX": tagger.Auxiliary,
	"NUM": tagger.Number, "PART": tagger.Particle, "INTJ": tagger.Interjection, "SYM": tagger.Symbol, "X": tagger.Other,
}

// inTitle writes a word as headlines do, with a capital letter; small are only the shortest that join others.
func inTitle(w string, tag tagger.Tag) string {
	switch tag {
	case tagger.Determiner, tagger.Preposition, tagger.Conjunction, tagger.Particle:
		return w
	}
	r, size := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(r)) + w[size:]
}

func inCapitals(w string, _ tagger.Tag) string { return strings.ToUpper(w) }

// written is a sentence, written in another way.
func written(s tagger.Tagged, as func(string, tagger.Tag) string) tagger.Tagged {
	other := tagger.Tagged{Words: make([]tagger.Word, len(s.Words)), Tags: s.Tags}
	for i, w := range s.Words {
		w.Text = as(w.Text, s.Tags[i])
		other.Words[i] = w
	}
	return other
}
