package say

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
)

// failure is an error that is told by a sentence.
type failure struct {
	said  Sentence
	cause error
}

// Errorf makes an error as fmt.Errorf does, that can be told in every language. It wraps the one that a %w takes.
func Errorf(format string, args ...any) error {
	err := fmt.Errorf(format, args...)
	return &failure{Sentence{Format: format, Args: args, english: err.Error()}, errors.Unwrap(err)}
}

// Error makes an error of a sentence.
func Error(s Sentence) error { return &failure{said: s} }

// Error returns the sentence in English.
func (e *failure) Error() string { return e.said.String() }

// Sentence returns what the error says.
func (e *failure) Sentence() Sentence { return e.said }

// Unwrap returns the error that it wraps, or nil.
func (e *failure) Unwrap() error { return e.cause }

// Tell says an error in a language: by its own sentence, if it has a method Sentence, else as its Error does, with those that it
// wraps told in their turn. So errors that are joined are told one on a line. What the system says of a file is told in a few words
// where they are known, else in its own.
func Tell(err error, l Language) string {
	switch e := any(err).(type) {
	case interface{ Sentence() Sentence }:
		return e.Sentence().In(l)
	case *fs.PathError:
		return Of("%s: %s", e.Path, Tell(e.Err, l)).In(l)
	case *os.LinkError:
		return Of("%s: %s", e.New, Tell(e.Err, l)).In(l)
	case *os.SyscallError:
		return Tell(e.Err, l)
	case interface{ Unwrap() []error }:
		return retold(err, l, e.Unwrap())
	case interface{ Unwrap() error }:
		if inner := e.Unwrap(); inner != nil {
			return retold(err, l, []error{inner})
		}
	}
	for _, known := range system {
		if errors.Is(err, known.err) {
			return known.says.In(l)
		}
	}
	return err.Error()
}

// retold is what an error says with what it wraps told in a language.
func retold(err error, l Language, inner []error) string {
	var told strings.Builder
	rest := err.Error()
	for _, e := range inner {
		if before, after, found := strings.Cut(rest, e.Error()); found {
			told.WriteString(before + Tell(e, l))
			rest = after
		}
	}
	return told.String() + rest
}

// system is what can be said of errors that are not ours.
var system = []struct {
	err  error
	says Sentence
}{
	{fs.ErrNotExist, Of("it is not there")},
	{fs.ErrExist, Of("it is there already")},
	{fs.ErrPermission, Of("access is not permitted")},
	{fs.ErrClosed, Of("it is closed already")},
	{io.ErrUnexpectedEOF, Of("it ends too early")},
	{context.Canceled, Of("it was stopped")},
	{context.DeadlineExceeded, Of("it took too long")},
}
