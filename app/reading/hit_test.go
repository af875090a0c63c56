package reading

import (
	"strings"
	"testing"

	"standpoint/app/desk/desktest"
	"standpoint/store"
)

func TestAResultTellsItsKindWhoSaidItAndOnWhat(t *testing.T) {
	desktest.New(t) // speaks English
	rhea, toll := []store.PartyRef{{Name: "Rhea Solm"}}, []store.PartyRef{{Name: "Toll"}, {Name: "Dredging"}}
	for _, tt := range []struct {
		hit         store.Hit
		title, kind string
	}{
		{
			store.Hit{Entity: store.EntityAnnotation, Kind: store.KindStatement, Field: "quote", Title: "Talks", Who: rhea, About: toll},
			"Rhea Solm · Toll and Dredging", "Statement · Talks",
		},
		{
			store.Hit{Entity: store.EntityAnnotation, Kind: store.KindPosition, Field: "condition", Title: "Talks", Who: rhea},
			"Rhea Solm", "Position · condition · Talks",
		},
		{
			store.Hit{Entity: store.EntityAnnotation, Kind: store.KindHighlight, Field: "quote", Title: "Talks"},
			"Talks", "Highlight",
		},
		{
			store.Hit{Entity: store.EntityNote, On: store.EntityAnnotation, Kind: store.KindMention, Field: "note", Title: "Talks", Who: rhea},
			"Rhea Solm", "Note on a mention · Talks",
		},
		{store.Hit{Entity: store.EntityNote, On: store.EntityActor, Field: "note", Title: "Rhea Solm"}, "Rhea Solm", "Note on an actor"},
		{store.Hit{Entity: store.EntityActor, Field: "alias", Title: "Rhea Solm"}, "Rhea Solm", "Actor · alias"},
		{store.Hit{Entity: store.EntityArticle, Field: "body", Title: "Talks"}, "Talks", "Article · text"},
		{
			store.Hit{
				Entity: store.EntityArticle, Field: "body", Title: "Talks", Source: "Varro Courier", Published: "2031-05-16", Places: 3,
				Within: []store.Hit{
					{Entity: store.EntityAnnotation, Kind: store.KindStatement, Field: "quote"},
					{Entity: store.EntityAnnotation, Kind: store.KindStatement, Field: "quote"},
					{Entity: store.EntityNote, On: store.EntityArticle, Field: "note"},
				},
			},
			"Talks", "Article · text · 3 places · Varro Courier · 16 May 2031 · also found: Statement and Note on an article",
		},
	} {
		title, kind := hitWords(tt.hit)
		title, kind = strings.ReplaceAll(title, "\u00a0", " "), strings.ReplaceAll(kind, "\u00a0", " ")
		if title != tt.title || kind != tt.kind {
			t.Errorf("%s %s: it is told as %q over %q, want %q over %q", tt.hit.Entity, tt.hit.Field, title, kind, tt.title, tt.kind)
		}
	}
}
