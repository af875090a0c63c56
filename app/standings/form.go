package standings

import (
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/discourse"
	"standpoint/app/figure"
)

// The forms of the network: what is tied.
const (
	networkActors = "actors"
	networkBoth   = "both"
	networkIssues = "issues"
)

// The forms of the changes: which are listed.
const (
	changesAll  = "all"
	changesOpen = "open"
)

// formsOf are the forms in which a tab can be shown, the usual one first; none where there is one alone.
func formsOf(tab string) []control.Option {
	switch tab {
	case tabTable:
		return []control.Option{
			{Key: string(figure.ByName), Word: lang.L("by name")},
			{Key: string(figure.ByNumber), Word: lang.L("by number of positions")},
			{Key: string(figure.ByAgreement), Word: lang.L("who agrees together")},
		}
	case tabChanges:
		return []control.Option{
			{Key: changesAll, Word: lang.L("all changes")},
			{Key: changesOpen, Word: lang.L("not explained")},
		}
	case tabBalance:
		return []control.Option{
			{Key: string(figure.CountActors), Word: lang.L("counts actors")},
			{Key: string(figure.CountPositions), Word: lang.L("counts positions")},
			{Key: sharesOf + string(figure.CountActors), Word: lang.L("shares of actors")},
			{Key: sharesOf + string(figure.CountPositions), Word: lang.L("shares of positions")},
		}
	case tabNetwork:
		return []control.Option{
			{Key: networkActors, Word: lang.L("ties actors")},
			{Key: networkBoth, Word: lang.L("ties actors to issues")},
			{Key: networkIssues, Word: lang.L("ties issues")},
		}
	}
	return nil
}

// networkOf is what a form of the network counts.
func networkOf(form string) discourse.Choices {
	c := discourse.Choices{Mode: discourse.OneMode}
	switch form {
	case networkBoth:
		c.Mode = discourse.TwoMode
	case networkIssues:
		c.Rows, c.Columns = discourse.VariableIssue, discourse.VariableHolder
	}
	return c
}

// newForms makes the choices of the form and of the spread.
func (v *View) newForms() {
	v.form, v.spread = control.NewSelect("", nil), control.NewSelect("", nil)
	v.form.Name, v.spread.Name = lang.L("Form of the figure"), lang.L("How the figure is spread")
	for _, s := range []*control.Select{v.form, v.spread} {
		s.OnKey, s.OnCancel = v.desk.TypedKey, v.toBody
	}
	v.form.OnChanged = func(key string) {
		v.forms[v.tab] = key
		if v.tab == tabNetwork { // other nodes and ties
			v.forgetMark()
		}
		v.network.offer(v.tab, v.forms[tabNetwork])
		v.anew = true
		v.keep()
		v.make()
	}
	v.spread.OnChanged = v.spreadTo
	v.formBox = container.New(&control.FixedWidth{Width: formWidth}, v.form)
	v.spreadBox = container.New(&control.FixedWidth{Width: formWidth}, v.spread)
	v.back = control.NewQuietButton("", lang.L("Show what is hidden in the table"), keyUnhide.String(), v.unhide)
	v.back.OnKey, v.back.OnLetter = v.desk.TypedKey, v.typedRune
	v.recall()
}

// offerForms offers the forms and the spreads of the tab.
func (v *View) offerForms() {
	forms, spreads := formsOf(v.tab), spreadsOf(v.tab)
	v.form.SetOptions(forms)
	v.form.SetValue(v.forms[v.tab])
	v.spread.SetOptions(spreads)
	v.spread.SetValue(v.spreads[v.tab])
	v.formBox.Hidden, v.spreadBox.Hidden = len(forms) == 0, len(spreads) == 0
	v.showHidden()
}
