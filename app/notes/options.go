package notes

import (
	"cmp"

	"standpoint/store"
	"standpoint/store/say"
)

// Kind is what sort of document notes are.
type Kind string

// The kinds of documents.
const (
	KindArticles  Kind = "articles"  // what each article says, and who stands where in them
	KindActors    Kind = "actors"    // what is known of each actor: its positions with their history, its statements
	KindIssues    Kind = "issues"    // who stands where on each issue, since when
	KindAnnotated Kind = "annotated" // the full text of each article with marks in place, and what they say beside it
	KindReport    Kind = "report"    // a report of one's own, as it was written
)

// Kinds are the kinds of documents that follow from what is annotated, the usual one first. A report is written by hand.
func Kinds() []Kind { return []Kind{KindArticles, KindActors, KindIssues, KindAnnotated} }

// Detail is how much notes say.
type Detail string

// The levels of detail.
const (
	DetailLong  Detail = "long"  // all that is recorded
	DetailShort Detail = "short" // a line a statement
)

// Details are the levels of detail, the usual one first.
func Details() []Detail { return []Detail{DetailLong, DetailShort} }

// Order is the order of articles, actors or issues in a document.
type Order string

// The orders.
const (
	OrderUsual    Order = ""         // articles by date, oldest first, undated last; actors and issues by name
	OrderNewest   Order = "newest"   // articles by date, newest first, undated last
	OrderOutlet   Order = "outlet"   // articles by outlet, of one outlet newest first; those without one last
	OrderTitle    Order = "title"    // articles by title
	OrderFrequent Order = "frequent" // actors and issues with most positions first
)

// Options say what notes are about and how they are written. The zero value is notes on all articles of the project, long, in
// English, with sources in brackets and no day of making. They are kept as JSON in a preset.
type Options struct {
	Kind Kind `json:"kind,omitempty"` // "" is KindArticles

	Articles []store.ID `json:"articles,omitempty"` // in any order; none: all
	Actors   []store.ID `json:"actors,omitempty"`   // of a document on actors; none: all that are found in the articles
	Issues   []store.ID `json:"issues,omitempty"`   // of a document on issues; none: all that are found in the articles
	Report   store.ID   `json:"report,omitzero"`    // which report, of that kind of document; nothing else is asked of one but how to cite
	// In says which of all articles are meant, where none are named; and which of their annotations, as far as it asks for an actor, an
	// issue, a stance, a tag or a coder.
	In    store.ArticleFilter `json:"in,omitzero"`
	Marks []store.Kind        `json:"marks,omitempty"` // which kinds of annotations; none: all

	Order    Order     `json:"order,omitempty"`
	Detail   Detail    `json:"detail,omitempty"`   // "" is DetailLong
	Language string    `json:"language,omitempty"` // BCP 47, one of Languages; "" is the first of them
	Cite     CiteStyle `json:"cite,omitempty"`     // "" is CiteBrackets
	Made     store.Day `json:"-"`                  // when the document is made; "" leaves it out
	First    int       `json:"-"`                  // only so many articles, actors, issues or parts of a report, for a preview; 0 is all
}

// Check refuses what no document can be written from, and what would change nothing in it.
func (o Options) Check() error {
	switch {
	case !known(o.Kind, append(Kinds(), KindReport)):
		return say.Errorf("there is no document “%s”", string(o.Kind))
	case !known(o.Detail, Details()):
		return say.Errorf("there is no level of detail “%s”", string(o.Detail))
	case !known(o.Cite, CiteStyles()):
		return say.Errorf("there is no style of citation “%s”", string(o.Cite))
	case !known(o.Language, Languages()):
		return say.Errorf("notes cannot be written in the language “%s”", o.Language)
	}
	for _, kind := range o.Marks {
		if !known(kind, []store.Kind{store.KindHighlight, store.KindMention, store.KindStatement, store.KindPosition}) {
			return say.Errorf("there are no annotations “%s”: they are highlight, mention, statement and position", string(kind))
		}
	}
	return o.fits()
}

// fits refuses what changes nothing in a document of its kind.
func (o Options) fits() error {
	onArticles := o.Kind == "" || o.Kind == KindArticles || o.Kind == KindAnnotated
	switch {
	case (o.Kind == KindReport) != (o.Report != store.ID{}):
		return say.Errorf("a document that is a report is of one report, and no other document is")
	case o.Kind == KindReport && o.narrows():
		return say.Errorf("a report holds what was put into it: articles, annotations, their order and how much is said are not chosen")
	case o.Cite != "" && !o.Kind.Cites():
		return say.Errorf("sources are cited in documents on actors and on issues, and in reports; notes on articles are by source already")
	case o.Order == OrderFrequent && onArticles, o.Order != OrderFrequent && o.Order != OrderUsual && !onArticles:
		return say.Errorf("a document of this kind has no order “%s”", string(o.Order))
	}
	return nil
}

// narrows reports whether the options choose among what is annotated, or how much of it is said.
func (o Options) narrows() bool {
	return len(o.Articles)+len(o.Actors)+len(o.Issues)+len(o.Marks) > 0 || !o.In.IsZero() || o.Order != OrderUsual || o.Detail == DetailShort
}

// Cites reports whether a document of the kind cites its sources beside each quotation.
func (k Kind) Cites() bool { return k == KindActors || k == KindIssues || k == KindReport }

// withDefaults puts the usual choice where none was made.
func (o Options) withDefaults() Options {
	o.Kind, o.Detail = cmp.Or(o.Kind, KindArticles), cmp.Or(o.Detail, DetailLong)
	o.Cite, o.Language = cmp.Or(o.Cite, CiteBrackets), cmp.Or(o.Language, Languages()[0])
	return o
}

// known reports whether a choice is one of those that there are, or none.
func known[T ~string](choice T, of []T) bool {
	for _, o := range of {
		if choice == o {
			return true
		}
	}
	return choice == ""
}

// takes reports whether annotations of a kind are asked for.
func (o Options) takes(k store.Kind) bool {
	for _, asked := range o.Marks {
		if asked == k {
			return true
		}
	}
	return len(o.Marks) == 0
}
