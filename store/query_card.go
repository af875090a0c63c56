package store

import (
	"slices"
	"strings"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
	"standpoint/store/text"
)

// card is an annotation as lists show it, with what was derived of it.
type card struct {
	Annotation
	article   ID            // that stands for the one it was made in
	own       map[Role]bool // the roles that it has participants for, be they shown or not
	date      Date
	dateFrom  DateFrom
	paragraph int
}

// deck loads the annotations of one page and everything that they name, a few queries for all.
type deck struct {
	src      sqlite.Source
	cards    map[ID]*card
	parties  map[rowKey]PartyRef // by recorded id; absent if not shown
	articles map[ID]Article      // title and source
}

func newDeck(src sqlite.Source) *deck {
	return &deck{src: src, cards: map[ID]*card{}, parties: map[rowKey]PartyRef{}, articles: map[ID]Article{}}
}

// load reads the shown annotations among list, and the statements on which they rest.
func (d *deck) load(list []ID) error {
	if err := d.loadCards(list); err != nil {
		return err
	}
	var statements []ID
	for _, c := range d.cards {
		if c.Statement != (ID{}) && d.cards[c.Statement] == nil {
			statements = append(statements, c.Statement)
		}
	}
	if err := d.loadCards(statements); err != nil {
		return err
	}
	if err := d.loadParticipants(); err != nil {
		return err
	}
	if err := d.loadTags(); err != nil {
		return err
	}
	if err := d.loadParties(); err != nil {
		return err
	}
	d.resolve()
	return d.loadArticles()
}

func (d *deck) loadCards(list []ID) error {
	t := tableFor(EntityAnnotation)
	return sqlite.EachPortion(list, func(in string, args []any) error {
		return sqlite.Each(d.src, func(scan func(...any) error) error {
			var c card
			var created int64
			dest := append(t.destinations(&c.Annotation), &created, (*idColumn)(&c.Coder), (*idColumn)(&c.article),
				(*stringColumn)(&c.date), (*stringColumn)(&c.dateFrom), &c.paragraph)
			err := scan(dest...)
			c.Created = journal.Clock(created).Time()
			d.cards[c.ID] = &c
			return err
		}, `SELECT `+t.selection("a")+`, a.created, coalesce(k.canonical, a.coder_of), a.shown_in, a.date, a.date_from, a.paragraph
			FROM annotation a LEFT JOIN coder k ON k.id = a.coder_of WHERE a.id IN (`+in+`) AND a.shown_in IS NOT NULL`, args...)
	})
}

// loadParticipants reads the participants of all cards, as recorded.
func (d *deck) loadParticipants() error {
	return sqlite.EachPortion(d.ids(), func(in string, args []any) error {
		return sqlite.Each(d.src, func(scan func(...any) error) error {
			var annotation ID
			var p Participant
			err := scan((*idColumn)(&annotation), (*stringColumn)(&p.Role), (*idColumn)(&p.Actor), (*stringColumn)(&p.Words))
			c := d.cards[annotation]
			c.Participants = append(c.Participants, p)
			return err
		}, `SELECT annotation, role, actor, words FROM participant WHERE annotation IN (`+in+`) AND deleted = 0
			ORDER BY annotation, place, id`, args...)
	})
}

func (d *deck) loadTags() error {
	return sqlite.EachPortion(d.ids(), func(in string, args []any) error {
		return sqlite.Each(d.src, func(scan func(...any) error) error {
			var annotation, tag ID
			err := scan((*idColumn)(&annotation), (*idColumn)(&tag))
			if c := d.cards[annotation]; !slices.Contains(c.Tags, tag) {
				c.Tags = append(c.Tags, tag)
			}
			return err
		}, `SELECT g.annotation, c.id FROM tagging g JOIN tag r ON r.id = g.tag JOIN tag c ON c.id = r.canonical
			WHERE g.annotation IN (`+in+`) AND g.deleted = 0 AND c.live = 1 ORDER BY c.name_key, c.id`, args...)
	})
}

func (d *deck) ids() []ID {
	list := make([]ID, 0, len(d.cards))
	for id := range d.cards {
		list = append(list, id)
	}
	return list
}

// loadParties reads the actors and issues that the cards name.
func (d *deck) loadParties() error {
	actors, issues := map[ID]bool{}, map[ID]bool{}
	for _, c := range d.cards {
		actors[c.Actor], actors[c.Target.Actor], issues[c.Target.Issue] = true, true, true
		for _, p := range c.Participants {
			actors[p.Actor] = true
		}
	}
	if err := d.name(EntityActor, actors); err != nil {
		return err
	}
	return d.name(EntityIssue, issues)
}

// name reads names and colours of live rows by recorded id.
func (d *deck) name(e Entity, wanted map[ID]bool) error {
	var list []ID
	for id := range wanted {
		if _, have := d.parties[rowKey{e, id}]; !have && id != (ID{}) {
			list = append(list, id)
		}
	}
	table := tableFor(e).name()
	return sqlite.EachPortion(list, func(in string, args []any) error {
		return sqlite.Each(d.src, func(scan func(...any) error) error {
			var recorded ID
			r := PartyRef{Entity: e}
			err := scan((*idColumn)(&recorded), (*idColumn)(&r.ID), (*stringColumn)(&r.Name), (*stringColumn)(&r.Colour))
			d.parties[rowKey{e, recorded}], d.parties[rowKey{e, r.ID}] = r, r
			return err
		}, `SELECT r.id, c.id, c.name, c.colour FROM `+table+` r JOIN `+table+` c ON c.id = r.canonical
			WHERE r.id IN (`+in+`) AND c.live = 1`, args...)
	})
}

// resolve puts in place of what was recorded what it was merged into, and drops who is not shown.
func (d *deck) resolve() {
	for _, c := range d.cards {
		c.Article = c.article
		c.Actor = d.parties[rowKey{EntityActor, c.Actor}].ID
		c.Target = Target{
			Issue: d.parties[rowKey{EntityIssue, c.Target.Issue}].ID,
			Actor: d.parties[rowKey{EntityActor, c.Target.Actor}].ID,
		}
		var kept []Participant
		c.own = map[Role]bool{}
		for _, p := range c.Participants {
			c.own[p.Role] = true
			p.Actor = d.parties[rowKey{EntityActor, p.Actor}].ID
			if (p.Actor != (ID{}) || p.Words != "") && !slices.ContainsFunc(kept, p.same) {
				kept = append(kept, p)
			}
		}
		c.Participants = kept
	}
}

// same reports whether two participants are one and the same: by actor, else by words.
func (p Participant) same(q Participant) bool {
	return p.Role == q.Role && p.Actor == q.Actor && (p.Actor != (ID{}) || p.Words == q.Words)
}

func (d *deck) loadArticles() error {
	var list []ID
	for _, c := range d.cards {
		if !slices.Contains(list, c.article) {
			list = append(list, c.article)
		}
	}
	return sqlite.EachPortion(list, func(in string, args []any) error {
		return sqlite.Each(d.src, func(scan func(...any) error) error {
			var a Article
			err := scan((*idColumn)(&a.ID), (*stringColumn)(&a.Title), (*stringColumn)(&a.Source))
			d.articles[a.ID] = a
			return err
		}, `SELECT id, title, source FROM article WHERE id IN (`+in+`)`, args...)
	})
}

// role returns those of a role as references.
func (d *deck) role(c *card, role Role) []PartyRef {
	if c == nil {
		return nil
	}
	var list []PartyRef
	for _, p := range c.Participants {
		if p.Role == role {
			r := d.parties[rowKey{EntityActor, p.Actor}]
			r.Words = p.Words
			list = append(list, r)
		}
	}
	return list
}

// card returns the card of an annotation that a list names; CodeDamaged if there is none.
func (d *deck) card(id ID) (*card, error) {
	if c := d.cards[id]; c != nil {
		return c, nil
	}
	return nil, damagedf("The project is damaged: a list names an annotation that is not there. Run a check on it, and restore a backup or " +
		"recover what is left.")
}

// statementOf returns the statement on which a position rests; nil if there is none.
func (d *deck) statementOf(c *card) *card { return d.cards[c.Statement] }

// holders returns the holders in effect; none when those that were set are deleted.
func (d *deck) holders(c *card) []PartyRef { return d.effective(c, RoleHolder, RoleSpeaker) }

// carriers returns who reported a position, in effect.
func (d *deck) carriers(c *card) []PartyRef { return d.effective(c, RoleCarrier, RoleCarrier) }

// effective returns those of a role: a position's own ones, else those in the role from of the statement on which it rests.
// A holder whose actor was deleted still counts as the position's own: nobody is shown then, and not the speakers of the statement.
func (d *deck) effective(c *card, own, from Role) []PartyRef {
	if c.own[own] {
		return d.role(c, own)
	}
	return d.role(d.statementOf(c), from)
}

// target returns the target of a position; empty if there is none.
func (d *deck) target(c *card) PartyRef {
	if c.Target.Issue != (ID{}) {
		return d.parties[rowKey{EntityIssue, c.Target.Issue}]
	}
	return d.parties[rowKey{EntityActor, c.Target.Actor}]
}

// anchor returns the spans in effect.
func (d *deck) anchor(c *card) text.Anchor {
	if s := d.statementOf(c); s != nil && c.Anchor.IsZero() {
		return s.Anchor
	}
	return c.Anchor
}

func (c *card) isConditional() bool { return strings.TrimSpace(c.Condition) != "" }
