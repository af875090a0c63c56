package words

import (
	"fyne.io/fyne/v2/lang"

	"standpoint/store"
)

// Title says what an action was, in the language of the window and not of whoever did it; "" where there is none.
func Title(t store.Title) string {
	if t.IsZero() {
		return ""
	}
	if t.Code.HasCount() {
		return Counted(t.Count, t.Code.English())
	}
	said := map[string]any{"Name": t.Name, "At": Moment(t.At), "Code": t.Code.Shown()}
	if t.Of != nil {
		said["Of"] = Title(*t.Of)
	}
	return lang.L(t.Code.English(), said)
}
