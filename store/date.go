package store

import (
	"cmp"
	"fmt"
	"strings"
	"time"
)

// Date is a year, a month, a day or an instant, kept as it was written: "2025", "2025-05", "2025-05-16" or RFC 3339
// with its offset. "" is no date.
type Date string

// Day is a calendar day, "2025-05-16". Days compare as strings.
type Day string

// Precision says how exact a Date is.
type Precision int

// The precisions, coarse to fine.
const (
	PrecisionNone Precision = iota
	PrecisionYear
	PrecisionMonth
	PrecisionDay
	PrecisionTime
)

// ParseDate checks a date as written and returns it without surrounding white space. An empty string is no date.
func ParseDate(s string) (Date, error) {
	s = strings.TrimSpace(s)
	d := Date(s)
	if s == "" {
		return d, nil
	}
	layout, ok := map[Precision]string{
		PrecisionYear: "2006", PrecisionMonth: "2006-01", PrecisionDay: time.DateOnly, PrecisionTime: time.RFC3339,
	}[d.Precision()]
	if ok {
		t, err := time.Parse(layout, s)
		if err == nil && t.Year() > 0 {
			return d, nil
		}
	}
	return "", NewError(CodeInvalid, nil,
		"“%s” is not a date. Write a year (2025), a month (2025-05), a day (2025-05-16) or a time with its offset (2025-05-16T09:30:00+03:00).",
		s)
}

// Precision returns how exact the date is, by its length.
func (d Date) Precision() Precision {
	switch n := len(d); {
	case n == 0:
		return PrecisionNone
	case n == 4:
		return PrecisionYear
	case n == 7:
		return PrecisionMonth
	case n == 10:
		return PrecisionDay
	case n > 10:
		return PrecisionTime
	default:
		return PrecisionNone // nothing that ParseDate lets in
	}
}

// First returns the first day of the date, in its own offset; "" for no date.
func (d Date) First() Day {
	switch d.Precision() {
	case PrecisionNone:
		return ""
	case PrecisionYear:
		return Day(d) + "-01-01"
	case PrecisionMonth:
		return Day(d) + "-01"
	default:
		return Day(d[:10])
	}
}

// Last returns the last day of the date, in its own offset; "" for no date.
func (d Date) Last() Day {
	switch d.Precision() {
	case PrecisionYear:
		return Day(d) + "-12-31"
	case PrecisionMonth:
		t, err := time.Parse("2006-01", string(d))
		if err != nil {
			return ""
		}
		return Day(t.AddDate(0, 1, -1).Format(time.DateOnly))
	default:
		return d.First()
	}
}

// Compare orders dates by first day, coarser before finer, no date last.
func (d Date) Compare(e Date) int { return cmp.Compare(d.sortKey(), e.sortKey()) }

// undated sorts behind every date, and behind all of a day that it follows.
const undated = "~"

// sortKey returns a string that sorts as Compare orders.
func (d Date) sortKey() string {
	if d == "" {
		return undated
	}
	key := fmt.Sprintf("%s/%d", d.First(), d.Precision())
	if d.Precision() == PrecisionTime {
		key += string(d[10:])
	}
	return key
}
