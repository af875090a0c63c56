package say

// Advice is what a person can do about something where each program lets them do it in its own way: by an entry of a menu, or by a
// subcommand. It fills a verb of a sentence.
type Advice string

// What is advised.
const (
	AdviceBackUp  Advice = "back up" // where a copy is made: stands within a sentence
	AdviceRestore Advice = "restore" // where a backup becomes a project again: stands within a sentence

	// What to do when the file of a project is another now than the one that is open: each is a sentence or several.
	AdviceMoved       Advice = "moved"
	AdviceOverwritten Advice = "overwritten"
)

// commands is each piece of advice for those who work on the command line, in English.
var commands = map[Advice]string{
	AdviceBackUp:      "“standpoint backup PROJECT DEST”",
	AdviceRestore:     "“standpoint backup BACKUP DEST”",
	AdviceMoved:       "Put the file back, and begin again.",
	AdviceOverwritten: "See with “standpoint check PROJECT” whether what is there now is sound, or restore a backup, and begin again.",
}

// String returns the advice in English, as it is on the command line.
func (a Advice) String() string { return commands[a] }
