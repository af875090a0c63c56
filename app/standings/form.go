package standings

import (
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

// newForm makes the choice of the form.
func (v *View) newForm() {
	v.form = control.NewSelect("", nil)
	v.form.Name = lang.L("Form of the figure")
	v.form.OnKey, v.form.OnCancel = v.desk.TypedKey, v.toBody
	v.form.OnChanged = func(key string) {
		v.forms[v.tab] = key
		v.network.offer(v.tab, v.forms[tabNetwork])
		v.anew = true
		v.make()
	}
	v.offerForms()
}

// offerForms offers the forms of the tab.
func (v *View) offerForms() {
	options := formsOf(v.tab)
	v.form.SetOptions(options)
	v.form.Hidden = len(options) == 0
	if !v.form.Hidden && v.forms[v.tab] == "" {
		v.forms[v.tab] = options[0].Key
	}
	v.form.SetValue(v.forms[v.tab])
}
