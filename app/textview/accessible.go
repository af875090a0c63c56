package textview

import (
	"strings"

	"fyne.io/fyne/v2"

	"standpoint/store/text"
)

var _ fyne.Accessible = (*View)(nil)

// AccessibilityLabel implements fyne.Accessible: the title, and what is selected, else the paragraph at the caret. All of the
// text would be too much to hand over at each picture.
func (v *View) AccessibilityLabel() string {
	if v.body == nil {
		return v.header.Title
	}
	said := v.body.Trim(v.Selection())
	if said.Empty() {
		said, _ = v.body.ParagraphAt(v.Caret())
	}
	const most = 2000 // code points
	said.End = min(said.End, said.Start+most)
	return strings.TrimSpace(v.header.Title + "\n" + text.Harmless(v.body.Slice(said)))
}

// AccessibilityRole implements fyne.Accessible.
func (v *View) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
