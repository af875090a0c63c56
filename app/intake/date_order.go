package intake

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"standpoint/store/say"
	"standpoint/store/text"
)

// Settle reads the draft's date in that order, if it can be two days. Where it stood at the head of the text, it is taken off.
func (d *Draft) Settle(order DateOrder, by Settler) {
	doubt := d.Doubt
	if doubt == nil || order == OrderUnknown {
		return
	}
	d.Article.Published = doubt.DayFirst
	if order == MonthFirst {
		d.Article.Published = doubt.MonthFirst
	}
	d.Settled = &Settled{Value: doubt.Value, Order: order, By: by}
	d.Doubt = nil
	note := doubt.note.String()
	d.Notes = slices.DeleteFunc(slices.Clone(d.Notes), func(s say.Sentence) bool { return s.String() == note })
	if without := d.Body[:doubt.line.Start] + d.Body[doubt.line.End:]; text.IsVisible(without) {
		d.Body = strings.TrimFunc(without, isBlank)
	}
}

// doubtError is why a date that can be two days was not read.
type doubtError struct {
	cause error
	doubt Doubt
}

func (e doubtError) Error() string { return e.cause.Error() }

func (e doubtError) Unwrap() error { return e.cause }

// doubtOf is the date that can be two days because of which a date was not read; nil if there is another reason.
func doubtOf(err error, note say.Sentence) *Doubt {
	found, ok := errors.AsType[doubtError](err)
	if !ok {
		return nil
	}
	found.doubt.note = note
	return &found.doubt
}

// orderOfLanguage is the order in which those who write a language have day and month; unknown where they have both, as in English without
// a country, or begin with the year.
func orderOfLanguage(code string) DateOrder {
	tag, err := language.Parse(code)
	if err != nil || code == "" {
		return OrderUnknown
	}
	base, _ := tag.Base()
	region, sure := tag.Region()
	if sure != language.Exact {
		region = language.Region{}
	}
	switch {
	case region.String() == "US" && (base.String() == "en" || base.String() == "es"), region.String() == "PH":
		return MonthFirst
	case base.String() == "en" && slices.Contains([]string{"GB", "IE", "AU", "NZ", "IN"}, region.String()):
		return DayFirst
	case hasField("en zh ja ko hu lt mn si eu fil tl sw", base.String()):
		return OrderUnknown
	}
	return DayFirst
}

// settle reads the dates of a file's articles that can be two days: by the language of each, by the other dates of the file, by the
// options.
func settle(drafts []Draft, o Options) {
	var others []DateOrder
	for i := range drafts {
		d := &drafts[i]
		d.Settle(orderOfLanguage(d.Article.Language), ByLanguage)
		others = append(others, d.Shows)
	}
	shown := AgreedOrder(others)
	for i := range drafts {
		drafts[i].Settle(shown, ByOthers)
		drafts[i].Settle(o.DateOrder, cmp.Or(o.OrderBy, ByAnswer))
	}
}

// AgreedOrder is the order that all dates show that show any; unknown if they do not agree.
func AgreedOrder(shown []DateOrder) DateOrder {
	agreed := OrderUnknown
	for _, order := range shown {
		switch {
		case order == OrderUnknown || order == agreed:
		case agreed != OrderUnknown:
			return OrderUnknown
		default:
			agreed = order
		}
	}
	return agreed
}
