package desktest

import (
	"bytes"
	"testing"

	"standpoint/app/exchange"
	"standpoint/app/exchange/standpoint"
	"standpoint/assets"
)

// NewSample makes a desk in English on which a project with what is in the sample is open.
func NewSample(t testing.TB) *Desk {
	t.Helper()
	d := New(t)
	if _, err := standpoint.Import(t.Context(), d.Project, bytes.NewReader(assets.Sample), "sample.json", exchange.Options{}); err != nil {
		t.Fatal(err)
	}
	return d
}
