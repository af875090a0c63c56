// Package gold holds invented articles with what is annotated in them, by which proposals are measured and tested.
//
// An article is a file of plain text. It begins with a head:
//
//	language: en
//	date: 2031-03-04
//	outlet: Harbour Wire
//	style: agency report
//	split: tune
//
// With “about: names” it is written down only who is named in it. Those of the split “tune” are for whoever writes rules; those that
// are “kept” are looked at by nobody meanwhile. After an empty line come the paragraphs, each of one line and followed by what is
// annotated in it, in lines that begin with “> ”:
//
//	“The harbour will open on Monday,” the minister, Anna Kessel, told reporters. “Not before.”
//	> say “The harbour … Monday,” + “Not before.” | cue told | by the minister, Anna Kessel = Anna Kessel | to reporters
//	> person Anna Kessel
//	> date Monday = 2031-03-10
//
// Words are found in the paragraph above; ^ before them is one paragraph further up, ~2 after them their second place in it. “first …
// last” is all from the one to the other, and what stands in several places is joined by “ + ”. Where words stand several times, those of
// a statement are the nearest to what is said; all others must say which is meant.
//
//	> say CONTENT | cue WORDS | by PARTIES | to PARTIES | via PARTIES | act denies | quotation mixed | on WORDS = DATE
//	> support WORDS | by PARTIES | on WORDS          (or oppose, neutral, unclear: the words that say so, who, and on what)
//	> person NAMES                                   (or organisation, state, group, place: wherever they stand in the paragraph)
//	> date WORDS = DATE
//
// A party is “words = Name”, “=Name” where the words are the name, or words alone of whom nobody has the name: “an official”.
package gold

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"

	"standpoint/store"
	"standpoint/store/text"
)

// Article is an invented article with all that is to be found in it.
type Article struct {
	ID       string // the name of its file
	Language string // a tag of BCP 47
	Date     store.Date
	Outlet   string
	Style    string // what it is written as: “agency report”, “interview”
	Kept     bool   // nobody looks at it while writing rules

	NamesOnly bool // what else it holds is not written down

	Body       *text.Body
	Names      []Name
	Within     []Name // that stand within others, and those of things: none of them need be found, and each may be
	Statements []Statement
	Positions  []Position
	Dates      []Date
}

// NameKind is of what kind somebody is whose name stands in a text: one of the kinds of actors, or a place.
type NameKind string

// The kinds of names.
const (
	NamePerson       NameKind = "person"
	NameOrganisation NameKind = "organisation"
	NameState        NameKind = "state"
	NameGroup        NameKind = "group"
	NamePlace        NameKind = "place" // a town, a river: nobody who acts, or whoever governs there
)

// Name is where somebody or a place is named.
type Name struct {
	Span text.Span
	Kind NameKind
	Who  string // who that is, by whatever name, where that is written down; "" in the articles of this package
}

// Party is somebody of whom a statement or a position tells.
type Party struct {
	Span text.Span // what the article calls them there
	Name string    // who that is; "" if the article does not say
}

// Statement is what somebody says.
type Statement struct {
	Content                        []text.Span // with its quotation marks
	Cue                            []text.Span // the words of saying; none: there is no such word
	Speakers, Addressees, Carriers []Party
	Act                            store.Act
	Quotation                      store.Quotation
	On                             Date // when it was said; zero if the words do not tell
}

// Position is where somebody is said to stand.
type Position struct {
	Stance  store.Stance
	Verb    text.Span
	Holders []Party
	Target  text.Span // empty if none is named
}

// Date is an expression of time.
type Date struct {
	Span  text.Span
	Value store.Date
}

//go:embed articles/*.txt
var files embed.FS

// All reads the articles, by their ids in order.
func All() ([]Article, error) {
	names, err := fs.Glob(files, "articles/*.txt")
	if err != nil {
		return nil, err
	}
	all := make([]Article, len(names))
	for i, name := range names {
		content, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		id := strings.TrimSuffix(strings.TrimPrefix(name, "articles/"), ".txt")
		if all[i], err = Parse(id, string(content)); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return all, nil
}
