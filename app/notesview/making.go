package notesview

import (
	"context"

	"standpoint/app/background"
	"standpoint/app/desk"
	"standpoint/app/notes"
	"standpoint/store"
)

// making makes the document beside the window: first the part that is seen first, then the whole. Who asks for another gives up the one
// that is being made.
type making struct {
	desk   *desk.Desk
	asking background.Latest
	shown  func(made)
	build  func(context.Context, *store.Project, notes.Options, func(done, total int)) (notes.Document, error) // notes.Build
}

// made is a document, or the first part of it.
type made struct {
	pages
	options notes.Options
	counts  store.Counts // of the project
	report  reportMade   // the report that the document is; without an id if it is none
	whole   bool
}

// firstParts is of how many articles, actors or issues the part is that is made first: they fill a screen.
func firstParts(o notes.Options) int {
	switch {
	case o.Detail == notes.DetailShort:
		return 12
	case o.Kind == notes.KindIssues: // on each of which there are many positions
		return 1
	}
	return 4
}

// make makes the document that is asked for.
func (m *making) make(o notes.Options) {
	if o.Kind == notes.KindReport {
		m.read(o, m.shown)
		return
	}
	o.First = firstParts(o)
	m.read(o, func(first made) {
		m.shown(first)
		o.First = 0
		m.read(o, m.shown)
	})
}

func (m *making) read(o notes.Options, show func(made)) {
	desk.Query(m.desk, &m.asking, func(ctx context.Context, p *store.Project) (made, error) {
		counts, err := p.Counts(ctx)
		if err != nil {
			return made{}, err
		}
		var report reportMade
		if o.Kind == notes.KindReport {
			if report, err = readReport(ctx, p, o.Report); store.CodeOf(err) == store.CodeNotFound {
				return made{options: o, counts: counts, whole: true}, nil // it was deleted meanwhile, which is told in a moment
			}
		}
		if err != nil {
			return made{}, err
		}
		d, err := m.build(ctx, p, o, nil)
		return made{lay(d).ofReport(report, d.Items), o, counts, report, !d.Part}, err
	}, show)
}
