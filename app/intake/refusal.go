package intake

import (
	"errors"

	"standpoint/store"
)

// refusal is the error that a file is not imported, as a sentence that names the file.
func refusal(code store.Code, cause error, format string, args ...any) error {
	return store.NewError(code, cause, format, args...)
}

// textError is why a text cannot be read in the encoding that it was taken for.
type textError struct{ cause error }

func (e textError) Error() string { return e.cause.Error() }

func (e textError) Unwrap() error { return e.cause }

// IsOfText reports whether a file could not be read that is a text, of which another encoding can be chosen.
func IsOfText(err error) bool {
	_, is := errors.AsType[textError](err)
	return is
}
