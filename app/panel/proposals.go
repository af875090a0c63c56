package panel

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/desk"
	"standpoint/app/record"
	"standpoint/app/words"
	"standpoint/store"
)

// Proposal is what the list of proposals tells of one.
type Proposal = record.Proposal

// proposals lists what the program proposes to annotate in the open article.
type proposals struct {
	list *record.List[record.Proposal]
	rows []record.Proposal
}

func newProposals(d *desk.Desk, pick, edit func(proposal store.ID)) *proposals {
	p := &proposals{}
	p.list = record.NewList(d, p.source, func(into *record.Row, row record.Proposal, _ *record.Proposal) {
		into.ShowProposal(row)
	}, func(row record.Proposal) []store.ID { return []store.ID{row.ID} })
	p.list.Widget.Name = lang.L("Proposals")
	p.list.OnMove = pick
	p.list.OnOpen = func(row record.Proposal) { edit(row.ID) }
	return p
}

// source is where the rows come from: they are in memory.
func (p *proposals) source() background.Source[record.Proposal] {
	rows := p.rows
	return background.Source[record.Proposal]{
		Page: func(_ context.Context, _ *store.Project, page store.Page) ([]record.Proposal, int, error) {
			from := min(page.Offset, len(rows))
			to := len(rows)
			if page.Limit > 0 {
				to = min(from+page.Limit, to)
			}
			return rows[from:to], len(rows), nil
		},
		Rank: func(_ context.Context, _ *store.Project, id store.ID) (int, error) {
			return slices.IndexFunc(rows, func(row record.Proposal) bool { return row.ID == id }), nil
		},
	}
}

// SetProposals lists what is proposed in the open article; none is why there is nothing, where there is nothing.
func (p *Panel) SetProposals(rows []record.Proposal, none string) {
	p.proposals.rows = rows
	p.proposals.list.SetEmpty(none)
	p.tabs.SetLabel(TabProposals, proposalsLabel(len(rows)))
	p.proposals.list.Reload()
}

// ChooseProposal chooses the row of a proposal; the zero ID chooses none.
func (p *Panel) ChooseProposal(id store.ID) { p.proposals.list.Choose(id) }

// HasProposalFocus reports whether the list of proposals has the keyboard.
func (p *Panel) HasProposalFocus() bool { return p.proposals.list.Widget.Focused() }

// proposalsLabel is the tab with how many there are.
func proposalsLabel(n int) string {
	if n == 0 {
		return lang.L("Proposals")
	}
	return words.Sentence("Proposals %d", n)
}
