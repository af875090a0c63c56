package store

import (
	"errors"

	"standpoint/store/say"
)

// Code says in one word what kind of failure an Error is, for callers that act on it.
type Code string

// The codes an Error can carry.
const (
	CodeNotFound    Code = "not_found"    // no such row, file or body
	CodeInvalid     Code = "invalid"      // what was given cannot be stored
	CodeNotProject  Code = "not_project"  // the file is not a Standpoint project
	CodeNewerSchema Code = "newer_schema" // the file was written by a later version
	CodeInUse       Code = "in_use"       // another window or program writes to it
	CodeReadOnly    Code = "read_only"    // the project was opened only to be read, or can be no more than that
	CodeDamaged     Code = "damaged"      // the file contradicts itself
	CodeExists      Code = "exists"       // the file or row is there already
	CodeNoRoom      Code = "no_room"      // the project can only be read for now, as its disk is full
	CodeNotSaved    Code = "not_saved"    // the disk is full, gone or not writable
	CodeForked      Code = "forked"       // two copies have different histories for one session
	CodeOverwritten Code = "overwritten"  // another program wrote over the file while it was open
	CodeLinked      Code = "linked"       // the file has several names, so that it can only be read
	CodeNotWhole    Code = "not_whole"    // what was open was kept elsewhere, but not all of it could be read
	CodeForeignLog  Code = "foreign_log"  // a warning: a log beside the file belongs to another
	CodeLogMissing  Code = "log_missing"  // a warning: the log that belongs to the file is not beside it
)

// Error is a failure the person can be told of, by a whole sentence that says what, where and what to do.
type Error struct {
	Code Code
	Err  error // what caused it; may be nil

	said say.Sentence
}

// NewError makes an error of a code that is told by a sentence. cause may be nil.
func NewError(code Code, cause error, format string, args ...any) *Error {
	return &Error{Code: code, Err: cause, said: say.Of(format, args...)}
}

// Error returns the sentence in English.
func (e *Error) Error() string { return e.said.String() }

// Sentence returns what is said of the failure, for other languages.
func (e *Error) Sentence() say.Sentence { return e.said }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// CodeOf returns the code of the first Error in err's chain, or "" if there is none.
func CodeOf(err error) Code {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Code
	}
	return ""
}

// DuplicateError is returned by AddArticle when the project holds an article with the same body, source and publication date.
type DuplicateError struct {
	First Article // the one that is there
	Same  bool    // same body, source and date; always true where it refuses
}

// Error names the article that is there already.
func (e *DuplicateError) Error() string { return e.Sentence().String() }

// Sentence returns the same for other languages.
func (e *DuplicateError) Sentence() say.Sentence {
	return say.Of("This article is in the project already, as “%s”.", e.First.Title)
}

func damagedf(format string, args ...any) error {
	return NewError(CodeDamaged, nil, format, args...)
}

func invalidf(format string, args ...any) error {
	return NewError(CodeInvalid, nil, format, args...)
}

func notFoundf(format string, args ...any) error {
	return NewError(CodeNotFound, nil, format, args...)
}
