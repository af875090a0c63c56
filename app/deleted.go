package app

// longestDeleted is how many code points of what was deleted the status line tells.
const longestDeleted = 60

// deletedSaid says what was deleted, and how it comes back.
func deletedSaid(kind, name string) string {
	return sentence("Deleted: %s “%s”. %s brings it back.", kind, name, keyUndo)
}
