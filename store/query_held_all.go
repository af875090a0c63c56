package store

import (
	"context"
	"slices"

	"standpoint/store/internal/sqlite"
)

// HeldPosition is a position on an issue as counts need it: ids in place of names and words. What it has from the statement on which it
// rests is filled in, as in PositionRow.
type HeldPosition struct {
	ID, Statement, Article, Coder ID
	Issue                         ID
	Holders                       []Holder // each once; those who are only words are left out
	Nameless                      int      // holders who are only words
	Stance                        Stance   // "" is unset
	Conditional                   bool
	Denied                        bool // the statement on which it rests denies or declines
	Date                          Date
	DateFrom                      DateFrom
	Start                         int // where its words begin in the article, in code points
}

// Holder is an actor who holds a position.
type Holder struct {
	Actor ID
	Told  bool // "according to": somebody said so who neither is the holder nor represented it on that day
}

// HeldIn is what counts need of an article.
type HeldIn struct {
	Title, Source string
	Published     Date
	Status        Status
}

// Holdings are all positions of a project on issues with what is counted of them, read at one moment.
type Holdings struct {
	Positions    []HeldPosition       // by day, then as they stand in the article
	Articles     map[ID]HeldIn        // in which they are
	Actors       map[ID]Name          // all of the project
	Issues       map[ID]Name          // all of the project
	Affiliations map[ID][]Affiliation // of those who hold or speak, oldest first
	Coders       []Coder              // all of the project, by name

	explained map[pair][]Explanation
}

// Holdings reads all positions on issues, in a few queries for all.
func (p *Project) Holdings(ctx context.Context) (*Holdings, error) {
	h := &Holdings{Articles: map[ID]HeldIn{}}
	err := p.read(ctx, func(s sqlite.Snapshot) error {
		r := &holdingsReader{s: s, h: h, at: map[ID]int{}, speakers: map[ID][]PartyRef{}}
		for _, step := range []func() error{r.positions, r.holders, r.spoken, r.articles, r.names, r.attribute, r.explained} {
			if err := step(); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return h, nil
}

// holdingsReader reads holdings, step by step.
type holdingsReader struct {
	s        sqlite.Snapshot
	h        *Holdings
	at       map[ID]int        // where a position stands
	speakers map[ID][]PartyRef // by statement, of those on which a position rests
}

// positions reads the positions that stand under an issue.
func (r *holdingsReader) positions() error {
	var row HeldPosition
	var act Act
	return sqlite.Each(r.s, func(scan func(...any) error) error {
		row = HeldPosition{}
		err := scan((*idColumn)(&row.ID), (*idColumn)(&row.Issue), (*idColumn)(&row.Article), &row.Start, (*stringColumn)(&row.Stance),
			&row.Conditional, (*idColumn)(&row.Statement), (*idColumn)(&row.Coder), (*stringColumn)(&row.Date), (*stringColumn)(&row.DateFrom),
			(*stringColumn)(&act))
		row.Denied = act == ActDenies || act == ActDeclines
		if row.Statement != (ID{}) {
			r.speakers[row.Statement] = nil
		}
		r.at[row.ID] = len(r.h.Positions)
		r.h.Positions = append(r.h.Positions, row)
		return err
	}, `SELECT a.id, h.id, l.article, l.start, l.stance, a.condition <> '', a.statement, coalesce(k.canonical, a.coder_of), a.date,
			a.date_from, s.act
		FROM heading h CROSS JOIN listing l INDEXED BY listing_by_day ON l.heading = h.key CROSS JOIN annotation a ON a.id = l.annotation
		LEFT JOIN annotation s ON s.id = a.statement AND s.shown_in IS NOT NULL LEFT JOIN coder k ON k.id = a.coder_of
		WHERE h.role = '`+headTarget+`' AND h.entity = '`+string(EntityIssue)+`' AND l.day IS NOT NULL
		ORDER BY l.day, l.article, l.start, l.annotation`)
}

// holders reads who holds them.
func (r *holdingsReader) holders() error {
	return r.under(headHolder, func(annotation, actor ID, words string) {
		at, is := r.at[annotation]
		switch p := &r.h.Positions; {
		case !is:
		case actor != (ID{}):
			(*p)[at].Holders = append((*p)[at].Holders, Holder{Actor: actor})
		case words != "":
			(*p)[at].Nameless++
		}
	})
}

// spoken reads who speaks in the statements on which they rest.
func (r *holdingsReader) spoken() error {
	return r.under(headSpeaker, func(annotation, actor ID, words string) {
		if said, is := r.speakers[annotation]; is {
			r.speakers[annotation] = append(said, PartyRef{ID: actor, Words: words})
		}
	})
}

// under reads what stands under the headings of a role.
func (r *holdingsReader) under(role string, add func(annotation, id ID, words string)) error {
	return sqlite.Each(r.s, func(scan func(...any) error) error {
		var annotation, id ID
		var stored []byte
		var words string
		err := scan((*idColumn)(&annotation), &stored, &words)
		if len(stored) == len(id) {
			id = ID(stored)
		}
		add(annotation, id, words)
		return err
	}, `SELECT l.annotation, h.id, h.words FROM heading h CROSS JOIN listing l ON l.heading = h.key WHERE h.role = ?
		ORDER BY h.sort, h.key`, role)
}

// articles reads in which articles they are.
func (r *holdingsReader) articles() error {
	return sqlite.Each(r.s, func(scan func(...any) error) error {
		var id ID
		var a HeldIn
		err := scan((*idColumn)(&id), (*stringColumn)(&a.Title), (*stringColumn)(&a.Source), (*stringColumn)(&a.Published),
			(*stringColumn)(&a.Status))
		r.h.Articles[id] = a
		return err
	}, `SELECT id, title, source, published, status FROM article WHERE live = 1 AND positions > 0`)
}

// names reads what actors, issues and coders are called.
func (r *holdingsReader) names() (err error) {
	for e, into := range map[Entity]*map[ID]Name{EntityActor: &r.h.Actors, EntityIssue: &r.h.Issues} {
		names, err := namesWhere(r.s, e, `a.live = 1`)
		if err != nil {
			return err
		}
		*into = make(map[ID]Name, len(names))
		for _, n := range names {
			(*into)[n.ID] = n
		}
	}
	r.h.Coders, err = coders(r.s)
	return err
}

// attribute says of which holders somebody else said so.
func (r *holdingsReader) attribute() error {
	named := map[ID]bool{}
	for _, p := range r.h.Positions {
		for _, holder := range p.Holders {
			named[holder.Actor] = true
		}
		for _, s := range r.speakers[p.Statement] {
			named[s.ID] = true
		}
	}
	delete(named, ID{})
	actors := make([]ID, 0, len(named))
	for id := range named {
		actors = append(actors, id)
	}
	slices.SortFunc(actors, compareIDs)
	affiliations, err := affiliationsOf(r.s, actors)
	if err != nil {
		return err
	}
	r.h.Affiliations = affiliations
	for i := range r.h.Positions {
		p := &r.h.Positions[i]
		spoke := r.speakers[p.Statement]
		for k := range p.Holders {
			p.Holders[k].Told = len(spoke) > 0 && !speaksFor(spoke, PartyRef{ID: p.Holders[k].Actor}, p.Date, affiliations)
		}
	}
	return nil
}

// AffiliatedOn returns the affiliation of an actor that held on the first day of a date, the latest of several; nil if none did.
func (h *Holdings) AffiliatedOn(actor ID, date Date) *Affiliation {
	return heldOn(h.Affiliations[actor], date.First())
}
