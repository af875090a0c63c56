package notesview

import (
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/notes"
	"standpoint/store"
)

// newReportChoice makes the field of which report the document is, and the buttons for what can be done with it.
func (c *choices) newReportChoice() {
	c.report = c.choice(lang.L("Which report"), nil, func(key string) {
		for _, r := range c.reports.list {
			if r.ID.String() == key {
				c.asked.Report = r.ID
				c.apply()
			}
		}
	})
	c.newReport = control.NewTextButton(lang.L("New…"), lang.L("Begin another report"), keyNewReport.String(), c.addReport)
	c.renameReport = control.NewTextButton(lang.L("Rename…"), lang.L("Give the report another title"), keyRenameReport.String(),
		c.askRenameReport)
	c.deleteReport = control.NewTextButton(lang.L("Delete"), lang.L("Delete the report; it can be taken back"), keyDeleteReport.String(),
		c.removeReport)
	buttons := control.NewWrap(control.ButtonGap, c.newReport, c.renameReport, c.deleteReport)
	for _, b := range []*control.Button{c.newReport, c.renameReport, c.deleteReport} {
		b.OnKey = c.desk.TypedKey
	}
	c.ofReport = control.NewFlow(6, c.report, buttons)
}

// showReport has the field say which report the document is.
func (c *choices) showReport() {
	c.ofReport.Hidden = c.asked.Kind != notes.KindReport
	options := make([]control.Option, 0, len(c.reports.list))
	for _, r := range c.reports.list {
		options = append(options, control.Option{Key: r.ID.String(), Word: r.Title})
	}
	c.report.SetOptions(options)
	_, has := c.openReport()
	c.report.Hidden = len(options) == 0
	if has {
		c.report.SetValue(c.asked.Report.String())
	}
	for b, enabled := range map[*control.Button]bool{
		c.newReport: c.desk.CanWrite(), c.renameReport: has && c.desk.CanWrite(), c.deleteReport: has && c.desk.CanWrite(),
	} {
		if enabled {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}

// openReport is the report that the document is; false if it is none.
func (c *choices) openReport() (store.ReportRow, bool) {
	if c.asked.Kind != notes.KindReport {
		return store.ReportRow{}, false
	}
	return c.reports.find(c.asked.Report)
}

// settleReport has the document be the current report, if the one that it was is not there any more.
func (c *choices) settleReport() {
	if _, is := c.reports.find(c.asked.Report); !is {
		c.asked.Report = c.reports.current
	}
}

// setReport makes the document a report.
func (c *choices) setReport(id store.ID) {
	c.asked.Kind, c.asked.Report = notes.KindReport, id
	c.apply()
}

// addReport asks for the title of another report, and makes it.
func (c *choices) addReport() {
	if !c.desk.CanWrite() {
		return
	}
	c.reports.askTitle(lang.L("New report"), "", lang.L("Make"), func(title string) {
		c.reports.add(title, func(r store.Report) { c.setReport(r.ID) })
	})
}

func (c *choices) askRenameReport() {
	if r, is := c.openReport(); is && c.desk.CanWrite() {
		c.reports.askTitle(lang.L("Rename the report"), r.Title, lang.L("Save"), func(title string) { c.reports.rename(r, title) })
	}
}

func (c *choices) removeReport() {
	if r, is := c.openReport(); is && c.desk.CanWrite() {
		c.reports.remove(r)
	}
}
