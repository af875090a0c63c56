package directory

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/form"
	"standpoint/store"
)

// profile is all that is known of one actor or issue.
type profile struct {
	id          store.ID
	particulars form.Particulars
	usage       usage
	notes       []codedNote
	extent      store.Extent       // of its statements and positions
	named       store.Extent       // of the mentions of an actor
	drafts      []particularsDraft // as they were when it was read
}

// codedNote is a note and who wrote it.
type codedNote struct {
	coder string
	text  string
}

// loadNotes returns the notes of all coders on a row, and the text of the
// project's coder's own.
func loadNotes(ctx context.Context, p *store.Project, e store.Entity, id store.ID) (all []codedNote, own string, err error) {
	list, err := p.Notes(ctx, e, id)
	if err != nil || len(list) == 0 {
		return nil, "", err
	}
	coders, err := p.Coders(ctx)
	if err != nil {
		return nil, "", err
	}
	for _, n := range list {
		note := codedNote{text: n.Text}
		for _, c := range coders {
			if c.ID == n.Coder {
				note.coder = c.Name
			}
		}
		if n.Coder == p.Coder().ID {
			own, note.coder = n.Text, lang.L("you")
		}
		all = append(all, note)
	}
	return all, own, nil
}
