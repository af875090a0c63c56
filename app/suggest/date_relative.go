package suggest

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"standpoint/store"
)

// part reads a part of a month or a year: “early 2022”, “the end of May”, “the third quarter of 2030”, “the summer of 2030”.
func (r *dateReader) part(i int) (value, rule string, end int) {
	at := i
	isPart := false
	switch {
	case r.is(i, dateEdge):
		at++
		isPart = true
	case r.is(i, dateOrdinal) && r.is(i+1, dateQuarter|dateHalf):
		at += 2
		rule = ruleCoarse
	case r.is(i, dateSeason):
		at++
		rule = ruleCoarse
	case strings.Contains(r.words[i].fold, "-") && !r.words[i].mark:
		return r.hyphened(i)
	default:
		return "", "", i
	}
	for range 2 {
		if r.is(at, dateBetween) {
			at++
		}
	}
	if year := r.number(at); at < len(r.words) && isYear(year) && !r.isNoYear(at) {
		if rule == "" {
			rule = ruleYear
		}
		return strconv.Itoa(year), rule, r.afterYear(at + 1)
	}
	if !isPart {
		return r.season(i, at)
	}
	if value, rule, end = r.month(at); end > at {
		return value, rule, end
	}
	if value, rule, end = r.relative(at); end > at {
		return value, rule, end
	}
	if r.is(at, dateSeason|dateOrdinal) {
		if value, rule, end = r.part(at); end > at {
			return value, rule, end
		}
	}
	// “the end of the year”
	switch {
	case r.known >= store.PrecisionYear && r.is(at, dateYear) && r.leadsOn(at):
		return strconv.Itoa(r.now.Year()), ruleRelative, at + 1
	case r.known >= store.PrecisionMonth && r.is(at, dateMonths) && r.leadsOn(at):
		return r.now.Format(monthLayout), ruleRelative, at + 1
	}
	return "", "", i
}

// leadsOn reports whether what a word counts is the present one: “the end of the year”, “кінець року”, “fin de l’année”.
func (r *dateReader) leadsOn(at int) bool {
	return r.at(at).number == 1 && (r.genitive || r.is(at-1, dateBetween))
}

// hyphened reads “mid-March”, “mid-2022”, “third-quarter”.
func (r *dateReader) hyphened(i int) (value, rule string, end int) {
	before, after, _ := strings.Cut(r.words[i].fold, "-")
	first := r.timeTable.words[before]
	if first.class&dateOrdinal != 0 && r.timeTable.words[after].class&dateQuarter != 0 && r.known >= store.PrecisionYear {
		return strconv.Itoa(r.now.Year()), ruleCoarse, i + 1
	}
	if first.class&dateEdge == 0 {
		return "", "", i
	}
	if n := numberOf(after); isYear(n) {
		return strconv.Itoa(n), ruleYear, i + 1
	}
	known := r.timeTable.words[after]
	if known.class&dateMonth == 0 {
		return "", "", i
	}
	if year, end := r.yearAfter(i + 1); year != 0 {
		return monthOf(year, int(known.number)), ruleMonth, end
	}
	if r.known < store.PrecisionMonth {
		return "", "", i
	}
	return monthOf(r.yearOfMonth(int(known.number), i, i+1), int(known.number)), ruleMonth, i + 1
}

// season reads a quarter or a season that has no year: the one of this year, or what words of it say.
func (r *dateReader) season(i, at int) (value, rule string, end int) {
	if r.known < store.PrecisionYear {
		return "", "", i
	}
	end = at
	for end > i && r.is(end-1, dateBetween) {
		end--
	}
	ref := r.at(i-1).class & dateRefs
	if ref == 0 {
		ref = r.at(end).class & dateRefs
		if ref != 0 && r.follow {
			end++
		}
	}
	isHalf := r.is(i+1, dateHalf)
	isLed := !isHalf && r.is(i-1, dateLeads) || r.is(i-1, dateBetween) && r.is(i-2, dateLeads) && !isHalf
	switch {
	case r.is(at, dateYear) && at > end:
		end = at + 1
	case ref == 0 && (!isLed || end < len(r.words) && r.words[end].fold == "of"): // “the fall of a king”
		return "", "", i
	}
	return strconv.Itoa(r.yearOfPart(i, end)), ruleCoarse, end
}

// yearOfPart is in which year a quarter or a season is of which nothing more is told.
func (r *dateReader) yearOfPart(i, end int) int {
	const months = 3
	first := months*int(r.at(i).number) - months + 1 // of a quarter; a season begins two later
	if r.is(i, dateSeason) {
		first += 2
	}
	year, now := r.now.Year(), int(r.now.Month())
	switch way := r.isFuture(i, end); {
	case way > 0 && first+months <= now:
		return year + 1
	case way <= 0 && first > now:
		return year - 1
	}
	return year
}

// relative reads what is told from today: “yesterday”, “this morning”, “last night”, “last week”, “next month”, “this year”.
func (r *dateReader) relative(i int) (value, rule string, end int) {
	if known := r.at(i); known.class&dateDays != 0 {
		if r.known < store.PrecisionDay || r.isOfLongerName(i) {
			return "", "", i
		}
		end = i + 1
		for r.is(end, datePart) {
			end++
		}
		end, value = r.withTime(end, r.now.AddDate(0, 0, int(known.number)).Format(time.DateOnly))
		return value, ruleRelative, end
	}
	if known := r.at(i); known.class&dateYears != 0 && r.known >= store.PrecisionYear {
		return strconv.Itoa(r.now.Year() + int(known.number)), ruleRelative, i + 1
	}
	ref, unit := i, i+1
	switch {
	case r.is(i, dateRefs):
	case r.is(i, dateUnits|dateSeason) && r.is(i+1, dateRefs) && r.follow:
		ref, unit = i+1, i
	default:
		return "", "", i
	}
	step := 0
	switch {
	case r.is(ref, dateLast):
		step = -1
	case r.is(ref, dateNext):
		step = 1
	}
	if r.is(unit, dateUnits) && r.at(unit).number > 1 { // “the last years”
		return "", "", i
	}
	end = i + 2
	if r.is(unit, datePart) && ref < unit {
		if r.is(i-1, dateTold) { // “the next morning”
			return "", "", i
		}
		if step < 0 && r.timeTable.words[r.words[unit].fold].class&dateDays != 0 { // “pasado mañana”
			step = 2
		}
		return r.dayAround(step, end, i)
	}
	return r.unit(r.at(unit).class, step, end, i)
}

// isOfLongerName reports whether a word for a day is a part of a name: “Citizens for Tomorrow”.
func (r *dateReader) isOfLongerName(i int) bool {
	return r.isEnglish() && i > 0 && r.words[i].large && !r.words[i].upper && !r.words[i-1].mark
}

func (r *dateReader) isEnglish() bool { return r.timeTable == timeTables["en"] }

// dayAround is today or yesterday: “this morning”, “last night”.
func (r *dateReader) dayAround(days, end, i int) (string, string, int) {
	if r.known < store.PrecisionDay {
		return "", "", i
	}
	return r.now.AddDate(0, 0, days).Format(time.DateOnly), ruleRelative, end
}

// unit is a week, a month or a year so many from the present one.
func (r *dateReader) unit(class dateClass, step, end, i int) (value, rule string, _ int) {
	switch {
	case class&dateYear != 0 && r.known >= store.PrecisionYear:
		return strconv.Itoa(r.now.Year() + step), ruleRelative, end
	case class&dateMonths != 0 && r.known >= store.PrecisionMonth:
		return time.Date(r.now.Year(), r.now.Month()+time.Month(step), 1, 0, 0, 0, 0, time.UTC).Format(monthLayout), ruleRelative, end
	case class&dateWeek != 0 && r.known >= store.PrecisionDay:
		monday := r.now.AddDate(0, 0, 7*step-(int(r.now.Weekday())+6)%7)
		if value := holding(monday, monday.AddDate(0, 0, 6)); value != "" {
			return value, ruleCoarse, end
		}
	case class&dateSeason != 0 && r.known >= store.PrecisionMonth:
		return strconv.Itoa(r.yearOfSeason(step)), ruleCoarse, end
	case class&dateQuarter != 0 && r.known >= store.PrecisionMonth:
		quarter := (int(r.now.Month())-1)/3 + step
		return strconv.Itoa(time.Date(r.now.Year(), time.Month(3*quarter+1), 1, 0, 0, 0, 0, time.UTC).Year()), ruleCoarse, end
	}
	return "", "", i
}

// yearOfSeason is this year; but the last season in the first months may be of the year before: then nobody knows more than the year that
// most of it lies in.
func (r *dateReader) yearOfSeason(step int) int {
	const spring, autumn = time.April, time.September
	switch {
	case step < 0 && r.now.Month() < spring:
		return r.now.Year() - 1
	case step > 0 && r.now.Month() > autumn:
		return r.now.Year() + 1
	}
	return r.now.Year()
}

// holding is the finest date that holds two days: a month, else a year, else none.
func holding(a, b time.Time) string {
	switch {
	case a.Year() == b.Year() && a.Month() == b.Month():
		return a.Format(monthLayout)
	case a.Year() == b.Year():
		return strconv.Itoa(a.Year())
	}
	return ""
}

// ago reads “two days ago”, and where the word stands first, “vor zwei Tagen”.
func (r *dateReader) ago(i int) (value, rule string, end int) {
	at := i + r.agoBefore(i)
	first := at > i
	n := r.number(at)
	if n < 0 && r.is(at, dateNumber) {
		n = int(r.at(at).number)
	}
	unit := at + 1
	if n < 0 && r.is(at, dateUnits) && !first && r.genitive { // “тиждень тому”
		n, unit = 1, at
	}
	if n < 1 || !r.is(unit, dateUnits) {
		return "", "", i
	}
	end = unit + 1
	if !first {
		if !r.is(end, dateAgoAfter) {
			return "", "", i
		}
		end++
	}
	class := r.at(unit).class
	switch {
	case class&dateDay != 0 && r.known >= store.PrecisionDay:
		return r.now.AddDate(0, 0, -n).Format(time.DateOnly), ruleRelative, end
	case class&dateWeek != 0 && r.known >= store.PrecisionDay:
		day := r.now.AddDate(0, 0, -7*n)
		return holding(day.AddDate(0, 0, -3), day.AddDate(0, 0, 3)), ruleCoarse, end
	case class&(dateMonths|dateYear) != 0:
		return r.unit(class, -n, end, i)
	}
	return "", "", i
}

// agoBefore is how many words stand there that make what follows so long ago.
func (r *dateReader) agoBefore(i int) int {
	for _, phrase := range r.timeTable.ago {
		if i+len(phrase) > len(r.words) {
			continue
		}
		stands := true
		for n, word := range phrase {
			stands = stands && r.words[i+n].fold == word
		}
		if stands {
			return len(phrase)
		}
	}
	return 0
}

// withTime reads the time of day after a day where it has its zone, and makes it a part of the date.
func (r *dateReader) withTime(end int, day string) (int, string) {
	at := end
	if r.isMark(at, ",") {
		at++
	}
	if at < len(r.words) && r.words[at].fold == "at" {
		at++
	}
	hour := r.number(at)
	if at >= len(r.words) || hour < 0 || hour > 24 || day == "" {
		return end, day
	}
	at++
	minute := 0
	if r.isMark(at, ":") && r.number(at+1) >= 0 && r.number(at+1) < 60 {
		minute = r.number(at + 1)
		at += 2
	}
	if at < len(r.words) {
		switch strings.ReplaceAll(r.words[at].fold, ".", "") {
		case "am":
			hour %= 12
			at++
		case "pm":
			hour = hour%12 + 12
			at++
		}
	}
	if at >= len(r.words) || hour > 23 {
		return end, day
	}
	offset, ok := timeZones[r.words[at].fold]
	if !ok || !r.words[at].upper {
		return end, day
	}
	date, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return end, day
	}
	zone := time.FixedZone("", offset*60)
	if offset == 0 {
		zone = time.UTC
	}
	return at + 1, time.Date(date.Year(), date.Month(), date.Day(), hour, minute, 0, 0, zone).Format(time.RFC3339)
}

// timeZones are how many minutes the zones are before Greenwich that have one name everywhere.
var timeZones = map[string]int{
	"gmt": 0, "utc": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180, "edt": -240, "est": -300, "pdt": -420,
	"pst": -480,
}

// isOfThing reports whether a month tells of when something is that it stands before: “a June survey”.
func (r *dateReader) isOfThing(i, end int) bool {
	if !r.isEnglish() || i == 0 || !r.words[i].large || end >= len(r.words) || r.words[end].mark || r.words[end].large {
		return false
	}
	isArticle := r.words[i-1].fold == "a" || r.words[i-1].fold == "an"
	return isArticle && r.at(end).class == 0 && unicode.IsLetter([]rune(r.words[end].fold)[0])
}
