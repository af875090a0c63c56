package words

import (
	"fyne.io/fyne/v2/lang"

	"standpoint/store/say"
)

// Advice says what a person can do about something, by the entries of the window's menus.
func Advice(a say.Advice) string {
	switch a {
	case say.AdviceRestore:
		return InMenu(lang.L("File"), lang.L("Restore"))
	case say.AdviceMoved:
		return Sentence("What is open can be kept with %s. Or put the file back, or close the project and open it again.",
			Advice(say.AdviceBackUp))
	case say.AdviceOverwritten:
		return Sentence("Keep what is open with %s before you close it.", Advice(say.AdviceBackUp))
	}
	return InMenu(lang.L("File"), lang.L("Back Up Project"))
}

// InMenu names an entry of a menu, of whose label it leaves the … out.
func InMenu(menu, entry string) string { return Sentence("%s > %s", menu, entry) }
