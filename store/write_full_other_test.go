//go:build !unix

package store_test

import "errors"

// Where the size of files cannot be limited there is no such child.
const fullProject = "STANDPOINT_FULL_PROJECT"

func fillDisk(string) error { return errors.New("files cannot be limited here") }
