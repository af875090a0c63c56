package words

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"standpoint/store"
)

// Date writes a date for people, no more exact than it is: "16 May 2025", "May 2025", "2025", and with its hour
// and offset "16 May 2025, 09:30 UTC+03:00". A date that cannot be read is given as it is, and none is "".
func Date(d store.Date) string {
	if d.Precision() == store.PrecisionNone {
		return string(d)
	}
	layouts := map[store.Precision]string{
		store.PrecisionYear: "2006", store.PrecisionMonth: "2006-01", store.PrecisionDay: time.DateOnly, store.PrecisionTime: time.RFC3339,
	}
	t, err := time.Parse(layouts[d.Precision()], string(d))
	if err != nil {
		return string(d)
	}
	switch d.Precision() {
	case store.PrecisionYear:
		return string(d)
	case store.PrecisionMonth:
		return inMonth("date.month", t)
	case store.PrecisionDay:
		return inMonth("date.day", t)
	}
	return atTime(inMonth("date.day", t), strings.TrimSuffix(t.Format("15:04 UTC-07:00"), "+00:00"))
}

// Day writes the day of a date without its hour.
func Day(d store.Date) string {
	if d.Precision() == store.PrecisionTime {
		return Date(store.Date(d.First()))
	}
	return Date(d)
}

// Weekday writes a date for people with the day of the week, if the day is known: "Friday, 16 May 2025".
func Weekday(d store.Date) string {
	day, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return Date(d)
	}
	return lang.X("date.weekday."+strconv.Itoa(int(day.Weekday())), "{{.Day}}", map[string]any{"Day": Date(d)})
}

// Moment writes when something was done here: "2 Jan 2026, 15:04".
func Moment(t time.Time) string {
	t = t.Local()
	return atTime(inMonth("date.short", t), t.Format("15:04"))
}

// MomentToSecond is Moment for what may be made several times a minute.
func MomentToSecond(t time.Time) string {
	t = t.Local()
	return atTime(inMonth("date.short", t), t.Format(time.TimeOnly))
}

// inMonth writes a date in a form that has a text for each month, as names of months are bent in many languages.
func inMonth(form string, t time.Time) string {
	return lang.X(form+"."+strconv.Itoa(int(t.Month())), t.Format(time.DateOnly), map[string]any{"Day": t.Day(), "Year": t.Year()})
}

func atTime(day, hour string) string {
	return lang.X("date.time", "{{.Day}}, {{.Time}}", map[string]any{"Day": day, "Time": hour})
}

// Days writes a first and a last date as people do: "10–19 May 2025", "10 May 2025 – 3 June 2026".
func Days(first, last store.Date) string {
	from, to := Day(first), Day(last)
	switch {
	case from == to:
		return from
	case first.Precision() >= store.PrecisionDay && last.Precision() >= store.PrecisionDay && first[:7] == last[:7]:
		day := strings.TrimPrefix(string(first[8:10]), "0")
		return lang.X("date.days", "{{.First}}–{{.Last}}", map[string]any{"First": day, "Last": to})
	}
	return lang.X("date.range", "{{.First}} – {{.Last}}", map[string]any{"First": from, "Last": to})
}

// Period writes from when to when something was so; either may be open.
func Period(from, to store.Date) string {
	switch {
	case to == "":
		return Sentence("since %s", Date(from))
	case from == "":
		return Sentence("until %s", Date(to))
	}
	return Days(from, to)
}

// Ago writes how long ago something was, roughly.
func Ago(d time.Duration) string {
	switch {
	case d < time.Minute:
		return lang.L("just now")
	case d < time.Hour:
		return Counted(int(d.Minutes()), "{{.Count}} min ago")
	case d < 24*time.Hour:
		return Counted(int(d.Hours()), "{{.Count}} h ago")
	}
	return Counted(int(d.Hours()/24), "{{.Count}} days ago")
}
