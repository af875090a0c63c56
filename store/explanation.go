package store

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"time"
)

// Explanation says that a coder has explained how one actor's stances on one issue go together: a change between two positions, or a
// contradiction. It is tied to what the two held then. Each coder has at most one on each pair.
type Explanation struct {
	Earlier, Later         ID // positions
	Coder                  ID // the zero ID is the project's coder where one is written
	EarlierHeld, LaterHeld Held
	Note                   string     // may be empty
	At                     time.Time  // when it was written last; set by the store
	Changed                []HeldPart // what the positions do not hold any more; none: it holds. Set where it is read with Holdings
}

// Held is what a position held when somebody looked at it, with what it has from its statement and its article.
type Held struct {
	Issue       ID     `json:"issue"`
	Holders     []ID   `json:"holders,omitempty"`  // actors, by id
	Nameless    int    `json:"nameless,omitempty"` // holders who are only words
	Stance      Stance `json:"stance,omitempty"`
	Conditional bool   `json:"conditional,omitempty"`
	Date        Date   `json:"date,omitempty"`
	Words       string `json:"words"` // SHA-256 of its exact words, in hexadecimal; " … " parts spans
}

// HeldPart is a part of what a position holds.
type HeldPart string

// The parts of what a position holds.
const (
	HeldStance  HeldPart = "stance" // or whether it is conditional
	HeldHolders HeldPart = "holders"
	HeldTarget  HeldPart = "target"
	HeldDate    HeldPart = "date"
	HeldWords   HeldPart = "words"
)

// Held returns what a position holds; words are its exact ones, as PositionRow has them.
func (p *HeldPosition) Held(words string) Held {
	hash := sha256.Sum256([]byte(words))
	h := Held{
		Issue: p.Issue, Nameless: p.Nameless, Stance: p.Stance, Conditional: p.Conditional, Date: p.Date, Words: hex.EncodeToString(hash[:]),
	}
	for _, holder := range p.Holders {
		h.Holders = append(h.Holders, holder.Actor)
	}
	slices.SortFunc(h.Holders, compareIDs)
	return h
}

// changed returns in what one state differs from another. stands says what stands for a row that was merged.
func (h Held) changed(now Held, stands func(ID) ID) (parts []HeldPart) {
	holders := make([]ID, len(h.Holders))
	for i, id := range h.Holders {
		holders[i] = stands(id)
	}
	slices.SortFunc(holders, compareIDs)
	for _, part := range []struct {
		is      HeldPart
		changed bool
	}{
		{HeldStance, h.Stance != now.Stance || h.Conditional != now.Conditional},
		{HeldHolders, h.Nameless != now.Nameless || !slices.Equal(slices.Compact(holders), now.Holders)},
		{HeldTarget, stands(h.Issue) != now.Issue},
		{HeldDate, h.Date != now.Date},
		{HeldWords, h.Words != now.Words},
	} {
		if part.changed {
			parts = append(parts, part.is)
		}
	}
	return parts
}

// Check returns what makes a state one that no position on an issue can have had, as CodeInvalid; nil if nothing does.
func (h Held) Check() error {
	words, err := hex.DecodeString(h.Words)
	known := []Stance{"", StanceSupport, StanceOppose, StanceNeutral, StanceUnclear}
	switch {
	case err != nil || len(words) != sha256.Size:
		return invalidf("What a position held has the SHA-256 of its words: 64 hexadecimal digits, not “%s”.", h.Words)
	case h.Issue == ID{}:
		return invalidf("A change is explained of positions on an issue. Say what that was.")
	case !slices.Contains(known, h.Stance):
		return invalidf("The stance is one of support, oppose, neutral and unclear, not “%s”.", h.Stance)
	case h.Nameless < 0:
		return invalidf("The number of holders without a name is 0 or more, not %d.", h.Nameless)
	}
	_, err = ParseDate(string(h.Date))
	return err
}

// explanation is an Explanation as the journal keeps it.
type explanation struct {
	ID          ID
	Earlier     ID     `field:"earlier" of:"annotation,home"`
	Later       ID     `field:"later" of:"annotation,owner"`
	Coder       ID     `field:"coder" of:"coder"`
	EarlierHeld string `field:"earlier_held" words:"text"` // a Held as JSON
	LaterHeld   string `field:"later_held" words:"text"`
	Note        string `field:"note" words:"text" shown:"title"`
}

// fieldNote is the field with the words of an explanation.
const fieldNote = "note"

// ExplanationID returns the id of what a coder has explained of two positions.
func ExplanationID(earlier, later, coder ID) ID {
	return keyID(EntityExplanation, earlier.String(), later.String(), coder.String())
}

// Explain records that a change is explained, in place of what the same coder explained of it before. CodeInvalid if the positions are not
// in the project or are one, or if what they held is not what a position on an issue can hold.
func (b *Batch) Explain(e Explanation) error {
	if e.Coder == (ID{}) {
		e.Coder = b.w.project.Coder().ID
	}
	if e.Earlier == e.Later {
		return invalidf("A change lies between two positions, not in one.")
	}
	row := explanation{Earlier: e.Earlier, Later: e.Later, Coder: e.Coder, Note: e.Note}
	for _, of := range []struct {
		position ID
		held     *Held
		into     *string
	}{{e.Earlier, &e.EarlierHeld, &row.EarlierHeld}, {e.Later, &e.LaterHeld, &row.LaterHeld}} {
		if err := b.isPosition(of.position); err != nil {
			return err
		}
		slices.SortFunc(of.held.Holders, compareIDs)
		if err := of.held.Check(); err != nil {
			return err
		}
		encoded, err := json.Marshal(of.held)
		if err != nil {
			return err
		}
		*of.into = string(encoded)
	}
	return b.member(EntityExplanation, ExplanationID(e.Earlier, e.Later, e.Coder), &row)
}

// isPosition refuses what is no position of the project.
func (b *Batch) isPosition(id ID) error {
	a, err := find[Annotation](b.w.db, EntityAnnotation, id)
	if CodeOf(err) == CodeNotFound || err == nil && a.Kind != KindPosition {
		return invalidf("A change that is explained names a position that is not in the project (%s).", id)
	}
	return err
}

// Unexplain opens a change again: it takes back what every coder has explained of it. Where nobody has, it does nothing.
func (b *Batch) Unexplain(one, other ID) error {
	list, err := ids(b.w.db, `SELECT id FROM explanation WHERE later IN (?1, ?2) AND earlier IN (?1, ?2) AND deleted = 0 ORDER BY id`,
		one[:], other[:])
	for _, id := range list {
		if err := b.setDeleted(EntityExplanation, id, true); err != nil {
			return err
		}
	}
	return err
}
