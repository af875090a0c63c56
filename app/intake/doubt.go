package intake

import (
	"strings"

	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// DateOrder says what stands first in dates in figures that end with their year: 03/04/2025.
type DateOrder int

// The orders of dates.
const (
	OrderUnknown DateOrder = iota
	DayFirst
	MonthFirst
)

// Settler is what settles the order of a date that can be two days.
type Settler string

// What settles an order.
const (
	ByLanguage Settler = "language" // those who write the article's language have one order
	ByOthers   Settler = "others"   // dates beside it that can be one day only
	ByAnswer   Settler = "answer"   // the analyst
)

// Doubt is a date that can be two days.
type Doubt struct {
	Value      string // as the file has it
	DayFirst   store.Date
	MonthFirst store.Date

	line text.Span    // the line of the body that is the date, in bytes; empty if it is not in the body
	note say.Sentence // that it was not read
}

// Settled tells how a date that can be two days was read.
type Settled struct {
	Value string // as the file has it
	Order DateOrder
	By    Settler
}

func hasField(list, word string) bool {
	for field := range strings.FieldsSeq(list) {
		if field == word {
			return true
		}
	}
	return false
}
