package preview

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/candidates"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/app/suggest"
	"standpoint/store"
	"standpoint/store/text"
)

// naming tells of the chosen article that waits whom of the project it names. Its text is read for that beside the window.
type naming struct {
	room   *Room
	asking background.Latest
	known  suggest.Names    // with which was read what was read last,
	of     named            // and what that was
	line   *control.TipLine // where it is told
	said   string           // what was told; "" as long as nothing is known
	whom   suggest.Overview // that which it tells of
}

// named is an article that waits, as it is read.
type named struct {
	batch     *candidates.Batch
	candidate int
	body      text.Hash
	language  string
}

// namedLines is how many lines it is told on at most.
const namedLines = 3

// lineOf is the line that tells of a candidate. It has its room from the beginning, so that nothing moves when it is known.
func (n *naming) lineOf(c candidates.Candidate) *control.TipLine {
	of, known := named{n.room.batch, c.ID, c.Hash, c.Article.Language}, n.room.desk.Known()
	n.line = control.NewTipLine(namedLines, control.Run{Text: lang.L("Looking for whom it names…"), Colour: look.ColorMuted})
	if n.of != of || !n.known.IsSame(known) {
		n.of, n.known, n.said = of, known, ""
		n.read()
	} else if n.said != "" {
		n.tell()
	}
	return n.line
}

// read reads the text, and tells what it names. Where it cannot be read nothing is told: it is said when that is wanted for something else.
func (n *naming) read() {
	of, known, mind := n.of, n.known, &n.room.desk.Mind
	type telling struct {
		said string
		whom suggest.Overview
	}
	desk.Query(n.room.desk, &n.asking, func(ctx context.Context, p *store.Project) (telling, error) {
		body, is := bodyOf(ctx, of)
		if !is {
			return telling{}, ctx.Err()
		}
		o, err := mind.Overview(ctx, p, known, body, suggest.Facts{Language: of.language})
		if said := desk.Overview(o); said != "" || err != nil {
			return telling{said, o}, err
		}
		return telling{said: lang.L("It names nobody of your project.")}, nil
	}, func(t telling) {
		n.said, n.whom = t.said, t.whom
		n.tell()
	})
}

// tell says what is known.
func (n *naming) tell() { n.line.Set(n.said, n.room.desk.Overviewed(n.whom)) }

// bodyOf is the text of an article that waits; false if it cannot be read.
func bodyOf(ctx context.Context, of named) (*text.Body, bool) {
	written, err := of.batch.Text(ctx, of.candidate)
	if err != nil {
		return nil, false
	}
	body, err := text.NewBody(written)
	return body, err == nil
}
