package control

import (
	"unicode/utf8"

	"standpoint/store/text"
)

// Item is something that can be picked by typing.
type Item struct {
	ID      [16]byte
	Name    string
	Aliases []string
	Detail  string // shown muted beside the name: "person · Ukraine"
	Apart   string // what tells it from others of the name, where there is only that; empty if none is called so
	Colour  string // palette name of its dot; empty for none
	Here    bool   // it stands in what is being worked on
	Recent  int    // how lately it was used; larger is later, 0 is never
	Kind    string // key of the Kind it is to be created as, when New
	New     bool   // not there before: typed, and to be created
	Words   bool   // only words, nobody known
}

// Kind is one way to create an unknown name.
type Kind struct {
	Key    string // "person"
	Word   string // as shown, translated
	Create string // offers a name as one of the kind, translated: "Create “%s” as person"
}

// beginsWith reports whether a letter is that with which the kind's word begins.
func (k Kind) beginsWith(letter string) bool {
	first, _ := utf8.DecodeRuneInString(k.Word)
	return letter != "" && text.Fold(letter) == text.Fold(string(first))
}
