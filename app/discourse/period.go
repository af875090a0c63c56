package discourse

import (
	"fmt"
	"time"

	"standpoint/store"
)

// Unit is a length of time by which positions are counted.
type Unit string

// The units of time.
const (
	Days   Unit = "days"
	Weeks  Unit = "weeks" // from Monday (ISO 8601)
	Months Unit = "months"
	Years  Unit = "years"
)

// Period is a span of whole days: from First to Last, both in it.
type Period struct {
	First, Last store.Day
}

// PeriodOf returns the period of a unit in which a day lies; of a day that is none, an empty period.
func PeriodOf(day store.Day, unit Unit) Period {
	at, err := time.Parse(time.DateOnly, string(day))
	if err != nil {
		return Period{}
	}
	first := unit.floor(at)
	return between(first, unit.add(first, 1))
}

// between is the period from one day to the eve of another.
func between(first, next time.Time) Period {
	return Period{store.Day(first.Format(time.DateOnly)), store.Day(next.AddDate(0, 0, -1).Format(time.DateOnly))}
}

// floor returns the first day of the unit in which a day lies.
func (u Unit) floor(day time.Time) time.Time {
	switch u {
	case Weeks:
		return day.AddDate(0, 0, -(int(day.Weekday())+6)%7)
	case Months:
		return time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC)
	case Years:
		return time.Date(day.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return day
}

// add goes on by a number of units from the first day of one.
func (u Unit) add(first time.Time, n int) time.Time {
	switch u {
	case Weeks:
		return first.AddDate(0, 0, 7*n)
	case Months:
		return first.AddDate(0, n, 0)
	case Years:
		return first.AddDate(n, 0, 0)
	}
	return first.AddDate(0, 0, n)
}

// key is a string that no other period of the unit has.
func (p Period) key() string { return fmt.Sprint(p.First, "/", p.Last) }
