// Package candidates reads the articles of files and has them wait: what was recognised and from where, what is in the project already and
// what nearly is. Nothing is written before the analyst has chosen and corrected, and what is chosen is imported as one action.
package candidates

import (
	"standpoint/app/intake"
	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// Candidate is an article of a file that waits, or a file of which no article comes.
type Candidate struct {
	ID         int // within its batch; it lasts as long as the batch
	Path       string
	At         int           // which of its file, counted from 0
	Article    store.Article // without ID and Body, with what the analyst set
	From       intake.Provenances
	Beginning  string // of the text, one line
	Length     int    // of the text, in code points
	Hash       text.Hash
	Abstract   string // that comes with it as a note, where the text itself is another
	Highlights int    // that come with it
	Joined     int    // line ends that were taken for spaces
	Encoding   string // that it was read in, if another can be chosen; else ""
	Ticked     bool
	Columns    []intake.Column // of the table, if it is the first of one
	Problems   []say.Sentence  // what was not understood, or in a way that may surprise
	Left       []error         // why of parts of the file no article comes, each with its name; with the first that comes of it, or Err
	Err        error           // why no article comes of the file; else nil
	Doubt      *intake.Doubt   // the date, if it can be two days and nothing says which
	Settled    *intake.Settled
	Same       *Twin  // what has the very same text; nil if nothing has
	Near       []Twin // what has nearly the same text, the nearest first
}

// Twin is what has the same text as a candidate, or nearly.
type Twin struct {
	Article   store.Article // of the project, if Candidate is none
	Candidate int           // the ID of an earlier one of the batch; None if it is in the project
	Share     float64       // of common text, by words: 1 for the very same
	Estimated bool          // the share is an estimate: one of the texts was not at hand
	SameIssue bool          // of an article of the project that also has the same source and date
}

// None is no candidate's ID.
const None = -1

// Twins are the same text and those nearly the same, the nearest first.
func (c Candidate) Twins() []Twin {
	if c.Same == nil {
		return c.Near
	}
	return append([]Twin{*c.Same}, c.Near...)
}

// IsOf reports whether a candidate has the source and the date of an article: with the same text it is the very same article.
func (c Candidate) IsOf(a store.Article) bool {
	return c.Article.Source == a.Source && c.Article.Published == a.Published
}

// IsEdited reports whether the analyst set a field.
func (c Candidate) IsEdited() bool {
	for _, o := range c.From {
		if o.Place == intake.PlaceAnalyst {
			return true
		}
	}
	return false
}
