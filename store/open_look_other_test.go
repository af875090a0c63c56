//go:build !unix

package store_test

import "errors"

// Where locks always belong to the open file there is no such child.
const lookingProject = "STANDPOINT_LOOKING_PROJECT"

func lookOften(string) error { return errors.New("locks belong to the open file here") }
