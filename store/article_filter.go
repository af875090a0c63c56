package store

import (
	"fmt"
	"strings"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// ArticleFilter says which articles a list shows: those for which all holds that it asks. The zero value asks nothing.
type ArticleFilter struct {
	Text      string  // words in title, source, author or body
	Source    *string // the outlet; "" is that none is known
	From, To  Date    // published on no day before the first one of From, and on none after the last one of To
	Status    *Status
	Language  *string // BCP 47; "" is that none is known
	Annotated *bool   // something of it is annotated, or nothing is

	// What one annotation of the article has, all together: an actor named by it in whatever part, an issue on which it takes a position
	// or of which it speaks, the stance of a position, a tag, the coder who made it.
	Actor, Issue, Tag, Coder ID
	Stance                   *Stance
}

// asksForAnnotation reports whether an annotation of the article must be as the filter says.
func (f ArticleFilter) asksForAnnotation() bool {
	return f.Actor != ID{} || f.Issue != ID{} || f.Tag != ID{} || f.Coder != ID{} || f.Stance != nil
}

// conditions are what the filter asks of the article that SQL calls a.
func (f ArticleFilter) conditions() (l sqlite.Filter) {
	l.And(`a.live = 1`)
	if f.Source != nil {
		l.And(`a.source = ?`, *f.Source)
	}
	if f.From != "" {
		l.And(`a.first_day >= ?`, string(f.From.First()))
	}
	if f.To != "" {
		l.And(`a.last_day <= ? AND a.last_day <> ''`, string(f.To.Last()))
	}
	if f.Status != nil {
		l.And(`a.stage = ?`, f.Status.stage())
	}
	if f.Language != nil {
		l.And(`a.language = ?`, *f.Language)
	}
	if f.Annotated != nil {
		l.And(`(a.mentions + a.statements + a.positions + a.highlights > 0) = ?`, *f.Annotated)
	}
	if f.asksForAnnotation() {
		condition, args := f.annotated()
		l.And(condition, args...)
	}
	if m := matching(text.ParseQuery(f.Text)); m != "" {
		l.And(fmt.Sprintf(`(a.id IN (`+rowsMatching+`) OR a.body IN (`+bodyMatching+`))`, "?", EntityArticle, "?"), m, m)
	}
	return l
}

// annotated is the condition that one annotation of the article is as the filter says.
func (f ArticleFilter) annotated() (condition string, args []any) {
	var one sqlite.Filter
	one.And(`n.shown_in = a.id`)
	for _, under := range []struct {
		entity Entity
		id     ID
		roles  []string
	}{{EntityActor, f.Actor, actorRoles}, {EntityIssue, f.Issue, issueRoles}, {EntityTag, f.Tag, []string{headTag}}} {
		if under.id != (ID{}) {
			one.And(`EXISTS (SELECT 1 FROM heading h CROSS JOIN listing l ON l.heading = h.key AND l.annotation = n.id
				WHERE h.id = (SELECT canonical FROM `+tableFor(under.entity).name()+` WHERE id = ?)
				AND h.role IN ('`+strings.Join(under.roles, "', '")+`'))`, under.id[:])
		}
	}
	if f.Stance != nil {
		one.And(`n.kind = ? AND n.stance = ?`, string(KindPosition), string(*f.Stance))
	}
	if f.Coder != (ID{}) {
		one.And(`n.coder_of IN (SELECT id FROM coder WHERE canonical = (SELECT canonical FROM coder WHERE id = ?))`, f.Coder[:])
	}
	return `EXISTS (SELECT 1 FROM annotation n WHERE ` + one.Where() + `)`, one.Args
}

// The headings under which annotations stand that name an actor, and those that are about an issue.
var (
	actorRoles = []string{headMention, headSpeaker, headAddressee, headHolder, headCarrier, headTarget}
	issueRoles = []string{headTarget, headAbout}
)
