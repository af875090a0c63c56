package form

import (
	"testing"

	"standpoint/store/text"
)

func TestABlankSelectionIsToldOfInWords(t *testing.T) {
	body, err := text.NewBody("Some words.")
	if err != nil {
		t.Fatal(err)
	}
	for _, span := range []text.Span{{Start: 4, End: 4}, {Start: 4, End: 5}} {
		if _, err := (Form{Body: body.Hash(), Spans: []text.Span{span}}).anchor(body); err == nil ||
			err.Error() != "Select some words first." {
			t.Errorf("%v: %v", span, err)
		}
	}
}
