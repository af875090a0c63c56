package store

import "standpoint/store/text"

// SearchQuery asks for what holds all the words of Text, as text.ParseQuery reads them.
type SearchQuery struct {
	Text string
	Page
}

// Hit is one place that a search found.
type Hit struct {
	Entity  Entity
	ID      ID
	Article ID         // the article to open; none for actors, issues, tags
	Field   string     // which text of it: title, body, name, alias, quote, note, condition, translation …
	Title   string     // of the article, or the name
	On      Entity     // what a note is on
	Kind    Kind       // of the annotation that it is, or that the note is on; "" for others
	Who     []PartyRef // of that: the speakers of a statement, the holders of a position, whom a mention names
	About   []PartyRef // of that: the target of a position, those of the positions that rest on a statement
	Snippet string
	Matches []text.Span // in Snippet, code points
	Span    text.Span   // in the body, code points; empty when the hit is not in a body
}
