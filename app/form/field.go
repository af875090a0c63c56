package form

import "strconv"

// Field names a field of the inspector, so that an error can be shown
// where it can be mended.
type Field string

// Row is the field of the row with that index.
func (f Field) Row(i int) Field { return f + Field(strconv.Itoa(i)) }

// The fields of the form of an annotation.
const (
	FieldActor   Field = "actor"
	FieldSpeaker Field = "speaker"
	FieldOn      Field = "on"
	FieldCue     Field = "cue"
	fieldTags    Field = "tags"
	FieldTarget  Field = "target"
	FieldHolder  Field = "holder"
)

// The fields of an entry's form, so that an error can be shown where it can be
// mended. Those of a row have its number after them.
const (
	FieldName         Field = "name"
	FieldParent       Field = "parent"
	FieldOrganisation Field = "organisation"
	FieldFrom         Field = "from"
	FieldTo           Field = "to"
	FieldScheme       Field = "scheme"
	FieldValue        Field = "value"
)

// FieldOfActor is the key under which a draft keeps what was typed into a mention's field for the actor.
const FieldOfActor = "actor"

// FieldError is a reason why a form cannot be saved, and the field to mend.
type FieldError struct {
	Field   Field
	message string
}

func (e *FieldError) Error() string { return e.message }
