package store

// UndoResult says what Undo or Redo did.
type UndoResult struct {
	Action  ID     // the action that was taken back
	Title   string // its title
	Kept    []KeptField
	Nothing bool // there was nothing to take back
}

// KeptField is a field that stayed as it is, because it has been set since by somebody else.
type KeptField struct {
	Entity Entity
	ID     ID
	Field  string
}
