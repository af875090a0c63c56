package store

import "standpoint/store/text"

// SearchQuery asks for what is as Text says, as text.ParseQuery reads it.
type SearchQuery struct {
	Text string
	Page
}

// Hit is one place that a search found, and of an article the others in it.
type Hit struct {
	Entity       Entity
	ID           ID
	Article      ID          // the article to open; none for actors, issues, tags
	Field        string      // which text of it: title, body, name, alias, quote, note, condition, translation …
	Title        string      // of the article, or the name
	TitleMatches []text.Span // in Title, code points
	Source       string      // of the article
	Published    Date        // of the article
	On           Entity      // what a note is on
	Kind         Kind        // of the annotation that it is, or that the note is on; "" for others
	Who          []PartyRef  // of that: the speakers of a statement, the holders of a position, whom a mention names
	About        []PartyRef  // of that: the target of a position, those of the positions that rest on a statement
	Snippet      string
	Matches      []text.Span // in Snippet, code points
	Span         text.Span   // in the body, code points; empty when the hit is not in a body
	Places       int         // in how many places of the body it is, of a body

	Within []Hit // others in the same article, at most hitsWithin; those have none themselves
	More   int   // how many there are beyond those
}
