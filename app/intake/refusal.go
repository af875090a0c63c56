package intake

import (
	"errors"

	"standpoint/store"
)

// refusal is the error that a file is not imported, as a sentence that names the file.
func refusal(code store.Code, cause error, format string, args ...any) error {
	return store.NewError(code, cause, format, args...)
}

// emptyError is why no article comes of a file with several in it, each of which has a reason of its own.
type emptyError struct {
	cause error
	left  []error // that cause does not say
}

func (e emptyError) Error() string { return e.cause.Error() }

func (e emptyError) Unwrap() error { return e.cause }

// LeftOf are the reasons why no article comes of the parts of a file, each with its name, but for one that the error itself names; none
// for any other error.
func LeftOf(err error) []error {
	found, _ := errors.AsType[emptyError](err)
	return found.left
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
