package form

import (
	"standpoint/store"
)

// Details is what can be edited of an article: plain data, so that a draft can
// keep it.
type Details struct {
	Title, Source, Author, Published, URL, Section, Language, Note string
}

// DetailsOf is what is known of an article, with the note of whoever works.
func DetailsOf(a store.Article, note string) Details {
	return Details{
		Title: a.Title, Source: a.Source, Author: a.Author, Published: string(a.Published),
		URL: a.URL, Section: a.Section, Language: a.Language, Note: note,
	}
}

// DetailsDraft is the key under which the unfinished details of an article are
// kept.
const DetailsDraft = "details"
