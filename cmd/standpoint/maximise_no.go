//go:build !cgo || ci

package main

import "standpoint/app"

// maximising: without a window on a screen there is nothing to maximise.
var maximising app.Maximising
