package suggest

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"standpoint/store"
	"standpoint/store/text"
)

// The rules by which expressions of time are read, and how sure they are.
const (
	ruleDay      = "date.day"      // 16 May 2025
	ruleMonth    = "date.month"    // May 2025, in March
	ruleYear     = "date.year"     // 2025
	ruleWeekday  = "date.weekday"  // on Friday
	ruleRelative = "date.relative" // yesterday, last year, two days ago
	ruleCoarse   = "date.coarse"   // last week, the summer of 2030: what holds all of it is longer
)

var dateConfidence = map[string]float64{
	ruleDay: 0.95, ruleMonth: 0.9, ruleYear: 0.9, ruleWeekday: 0.88, ruleRelative: 0.88, ruleCoarse: 0.45,
}

// timed is an expression of time in a text.
type timed struct {
	Moment
	rule string
}

// dates are the words that say when something is.
func (d *document) dates() []Proposal {
	var all []Proposal
	for _, t := range d.times() {
		all = append(all, Proposal{
			Kind: KindDate, Spans: []text.Span{t.Span}, Confidence: dateConfidence[t.rule], Rule: t.rule, When: t.Moment,
		})
	}
	return all
}

// times are the expressions of time of a text, in order.
func (d *document) times() []timed {
	if d.timesRead {
		return d.timesFound
	}
	d.timesRead = true
	c := timeTableFor(d.Language, d.words)
	for _, s := range d.sentences {
		d.timesFound = append(d.timesFound, timesIn(d.words[s[0]:s[1]], c, d.Published)...)
	}
	return d.timesFound
}

// momentIn is the first expression of time among words of the text; zero: none.
func (d *document) momentIn(words []word) Moment {
	within := spanOf(words)
	all := d.times()
	// The first that does not end before them.
	first, end := 0, len(all)
	for first < end {
		if middle := (first + end) / 2; all[middle].Span.Start < within.Start {
			first = middle + 1
		} else {
			end = middle
		}
	}
	if first < len(all) && within.Contains(all[first].Span.Start) {
		return all[first].Moment
	}
	return Moment{}
}

// farthestMoment is how many code points before and after a passage the time is named at most that is offered for it.
const farthestMoment = 4000

// Moments are the expressions of time near a passage, the nearest first, and no more than so many; of those that are the same date the
// nearest. Those outside the passage in its own sentences are nearest: they tell when it was said. A field for a date offers them.
func (t Text) Moments(f Facts, passage text.Span, most int) []Moment {
	passage = t.Body.Trim(passage)
	near := Text{Known: t.Known}
	var start int
	near.Body, start = t.Body.Around(passage, farthestMoment)
	local := passage.Moved(-start)
	own := sentencesAround(near.Body, local)
	distance := func(m timed) int {
		switch {
		case m.Span.Overlaps(local):
			return own.Len()
		case own.Contains(m.Span.Start):
			return max(local.Start-m.Span.End, m.Span.Start-local.End)
		}
		return own.Len() + max(own.Start-m.Span.End, m.Span.Start-own.End)
	}
	all := newDocument(near, f).times()
	slices.SortStableFunc(all, func(a, b timed) int { return cmp.Compare(distance(a), distance(b)) })
	var nearest []Moment
	for _, m := range all {
		isThere := slices.ContainsFunc(nearest, func(other Moment) bool { return other.Date == m.Date })
		if len(nearest) < most && !isThere {
			nearest = append(nearest, Moment{m.Date, m.Span.Moved(start)})
		}
	}
	return nearest
}

// timesIn are the expressions of time in a sentence of an article of that date.
func timesIn(words []word, c *timeTable, published store.Date) []timed {
	r := dateReader{timeTable: c, words: words}
	if day, err := time.Parse(time.DateOnly, string(published.First())); err == nil {
		r.now, r.known = day, published.Precision()
	}
	var all []timed
	for i := 0; i < len(words); i++ {
		value, rule, end := r.read(i)
		if end == i {
			continue
		}
		if date, err := store.ParseDate(value); err == nil && date != "" {
			span := spanOf(words[i:end])
			if numbers, stops := strings.CutSuffix(words[end-1].text, "."); stops && numberOf(numbers[strings.LastIndex(numbers, ".")+1:]) >= 0 {
				span.End-- // that of the sentence
			}
			all = append(all, timed{Moment{Date: date, Span: span}, rule})
		}
		i = end - 1
	}
	return all
}

// dateReader reads expressions of time in one sentence.
type dateReader struct {
	*timeTable
	words []word
	now   time.Time       // the day of the article
	known store.Precision // of that
}

// at is what is known of a word; nothing outside the sentence.
func (r *dateReader) at(i int) dateWord {
	if i < 0 || i >= len(r.words) || r.words[i].mark {
		return dateWord{}
	}
	known := r.timeTable.words[r.words[i].fold]
	if r.large && !r.words[i].large {
		known.class &^= dateWeekday | dateShortWeekday | dateMonth | dateShortMonth
	}
	if known.class&(dateDays|datePart) == dateDays|datePart {
		// “morgen” and “der Morgen”, “mañana” and “la mañana”
		if r.large && r.words[i].large && i > 0 || i > 0 && r.timeTable.words[r.words[i-1].fold].class&(dateBetween|dateRefs|dateDays) != 0 {
			known.class &^= dateDays
		}
	}
	return known
}

func (r *dateReader) is(i int, class dateClass) bool { return r.at(i).class&class != 0 }

// isMark reports whether there is one of these marks.
func (r *dateReader) isMark(i int, marks string) bool {
	return i >= 0 && i < len(r.words) && r.words[i].isMark(marks)
}

// read reads an expression that begins at a word: its value, by which rule, and where it ends; at the word itself if none does.
func (r *dateReader) read(i int) (value, rule string, end int) {
	w := r.words[i]
	isNumber := !w.mark && w.text != "" && unicode.IsDigit([]rune(w.text)[0])
	if !isNumber && r.at(i).class == 0 && r.agoBefore(i) == 0 && !strings.Contains(w.fold, "-") {
		return "", "", i
	}
	if isNumber {
		if value, end = r.figures(i); end > i {
			return value, ruleDay, end
		}
	}
	for _, try := range []func(int) (string, string, int){
		r.day, r.part, r.month, r.weekday, r.relative, r.ago, r.year, r.dayAlone,
	} {
		if value, rule, end = try(i); end > i {
			return value, rule, end
		}
	}
	return "", "", i
}

// figures reads 2025-05-16, 16.05.2025 and 16/05/2025; not what can be two days.
func (r *dateReader) figures(i int) (string, int) {
	w := r.words[i]
	if day, err := time.Parse(time.DateOnly, w.text); err == nil {
		return day.Format(time.DateOnly), i + 1
	}
	if r.isMark(i+1, "/") && r.isMark(i+3, "/") && i+4 < len(r.words) {
		day, month, year := r.number(i), r.number(i+2), r.number(i+4)
		if !isYear(year) || day <= 12 && month <= 12 && day != month && r.timeTable == timeTables["en"] {
			return "", i
		}
		if day <= 12 && month > 12 {
			day, month = month, day
		}
		return dayOf(year, month, day), r.endOf(i+5, dayOf(year, month, day) != "", i)
	}
	if parts := strings.Split(strings.TrimSuffix(w.text, "."), "."); len(parts) == 3 {
		day, month, year := numberOf(parts[0]), numberOf(parts[1]), numberOf(parts[2])
		value := dayOf(year, month, day)
		return value, r.endOf(i+1, isYear(year) && value != "", i)
	}
	return "", i
}

// endOf is where something ends if it holds, else where it began.
func (r *dateReader) endOf(end int, holds bool, i int) int {
	if holds {
		return end
	}
	return i
}

// number is the number that a word is in figures, with what makes it an ordinal; -1: none.
func (r *dateReader) number(i int) int {
	if i < 0 || i >= len(r.words) || r.words[i].mark {
		return -1
	}
	return numberOf(r.words[i].fold)
}

func numberOf(s string) int {
	digits := strings.TrimRightFunc(s, func(c rune) bool { return !unicode.IsDigit(c) })
	switch s[len(digits):] {
	case "", "st", "nd", "rd", "th", "er", "re", "º", "°", "-го", "-е", "-му", "-м", "-й", "-ого", "-ом", "-ому":
	default:
		return -1
	}
	if len(digits) > 4 {
		return -1
	}
	n, err := strconv.Atoi(digits)
	if err != nil {
		return -1
	}
	return n
}

const firstYear, lastYear = 1500, 2150

func isYear(n int) bool { return n >= firstYear && n <= lastYear }

// dayOf is a day as a date is written; "" if there is none.
func dayOf(year, month, day int) string {
	d := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if day < 1 || month < 1 || month > 12 || d.Day() != day {
		return ""
	}
	return d.Format(time.DateOnly)
}

const monthLayout = "2006-01"

func monthOf(year, month int) string {
	return time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC).Format(monthLayout)
}

// monthAt reads the name of a month with its stop: which it is, and where it ends. One that is cut short stands beside a number or has a
// stop.
func (r *dateReader) monthAt(i int) (month, end int) {
	known := r.at(i)
	switch {
	case known.class&dateMonth != 0:
		return int(known.number), i + 1
	case known.class&dateShortMonth != 0:
		if r.isMark(i+1, ".") {
			return int(known.number), i + 2
		}
		if r.isDayNumber(i+1) || r.isDayNumber(i-1) || isYear(r.number(i+1)) {
			return int(known.number), i + 1
		}
	}
	return 0, i
}

func (r *dateReader) isDayNumber(i int) bool { n := r.number(i); return n >= 1 && n <= 31 }

// day reads a day of a month, with its day of the week and its year where they are there: “Friday, 16 May 2025”, “May 16”.
func (r *dateReader) day(i int) (value, rule string, end int) {
	at := i
	if r.is(i, dateWeekday|dateShortWeekday) {
		at++
		for r.isMark(at, ",.") || r.is(at, dateBetween) && at < i+3 {
			at++
		}
	}
	var day, month int
	switch {
	case r.isDayNumber(at):
		day = r.number(at)
		at++
		if r.isMark(at, ".") {
			at++
		}
		for range 2 {
			if r.is(at, dateBetween) {
				at++
			}
		}
		if month, end = r.monthAt(at); month == 0 {
			return "", "", i
		}
		at = end
	default:
		if month, end = r.monthAt(at); month == 0 || !r.isDayNumber(end) || r.isMark(end+1, ":") || r.isCounted(end) {
			return "", "", i
		}
		day = r.number(end)
		at = end + 1
	}
	year, end := r.yearAfter(at)
	if year == 0 && !r.yearsOnly {
		year = r.yearOfDay(month, day, i, at)
	}
	if year == 0 {
		return "", "", i
	}
	value = dayOf(year, month, day)
	end, value = r.withTime(end, value)
	return value, ruleDay, r.endOf(end, value != "", i)
}

// dayAlone reads “on the 15th”.
func (r *dateReader) dayAlone(i int) (value, rule string, end int) {
	const leastOfOrdinal = 3
	day := r.number(i)
	if day < 1 || day > 31 || len(r.words[i].fold) < leastOfOrdinal || r.known < store.PrecisionDay || !r.is(i-1, dateBetween) ||
		!r.is(i-2, dateLeads) || i+1 < len(r.words) && !r.words[i+1].mark && r.at(i+1).class == 0 {
		return "", "", i
	}
	step := 0
	switch future := r.isFuture(i-1, i+1); {
	case future >= 0 && day < r.now.Day():
		step = 1
	case future < 0 && day > r.now.Day():
		step = -1
	}
	month := time.Date(r.now.Year(), r.now.Month()+time.Month(step), 1, 0, 0, 0, 0, time.UTC)
	value = dayOf(month.Year(), int(month.Month()), day)
	return value, ruleWeekday, r.endOf(i+1, value != "", i)
}

// isCounted reports whether a number counts what follows: “May 10 percent of it”.
func (r *dateReader) isCounted(i int) bool {
	return i+1 < len(r.words) && (r.isMark(i+1, "%") || r.words[i+1].fold == "percent" || r.words[i+1].fold == "million")
}

// yearAfter reads a year that stands there, after a comma or a small word; 0 if none does.
func (r *dateReader) yearAfter(at int) (year, end int) {
	next := at
	if r.isMark(next, ",") {
		next++
	}
	for range 2 {
		if r.is(next, dateBetween) {
			next++
		}
	}
	if n := r.number(next); isYear(n) && !r.isNoYear(next) {
		return n, r.afterYear(next + 1)
	}
	return 0, at
}

// afterYear passes over the word that says that a year is one.
func (r *dateReader) afterYear(at int) int {
	if r.is(at, dateYearWord) {
		at++
		if r.isMark(at, ".") && at+1 < len(r.words) && len([]rune(r.words[at-1].fold)) == 1 {
			at++
		}
	}
	return at
}

// month reads a month, with its year where that is there: “May 2025”, “in March”, “last May”.
func (r *dateReader) month(i int) (value, rule string, end int) {
	at, ref := i, dateClass(0)
	if r.is(i, dateRefs) {
		ref = r.at(i).class & dateRefs
		at++
	}
	month, end := r.monthAt(at)
	if month == 0 {
		return "", "", i
	}
	if year, after := r.yearAfter(end); year != 0 {
		return monthOf(year, month), ruleMonth, after
	}
	if r.is(end, dateRefs) && ref == 0 && r.follow {
		ref = r.at(end).class & dateRefs
		end++
	}
	if value, after := r.monthOfYear(month, ref, end); value != "" {
		return value, ruleMonth, after
	}
	isOf := ref == 0 && r.isOfThing(i, end)
	if r.is(i-1, dateAny) && ref == 0 && !isOf || r.isFirstName(i, end) {
		return "", "", i
	}
	isAlone := ref == 0 && !isOf && !r.is(i-1, dateLeads) && !r.is(i-1, dateEdge)
	if r.known < store.PrecisionMonth || isAlone && (r.is(at, dateDoubtful) || r.is(at, dateShortMonth)) {
		return "", "", i
	}
	now := int(r.now.Month())
	year := r.now.Year()
	switch {
	case ref == dateLast && month >= now:
		year--
	case ref == dateNext && month <= now:
		year++
	case ref == 0:
		year = r.yearOfMonth(month, i, end)
	}
	return monthOf(year, month), ruleMonth, end
}

// monthOfYear reads what follows a month and says of which year it is: “April last year”; "" if nothing does.
func (r *dateReader) monthOfYear(month int, ref dateClass, end int) (value string, after int) {
	if ref != 0 || r.follow || !r.is(end, dateRefs) || r.at(end+1).class&dateYear == 0 || r.known < store.PrecisionYear {
		return "", end
	}
	year := r.now.Year()
	switch {
	case r.is(end, dateLast):
		year--
	case r.is(end, dateNext):
		year++
	}
	return monthOf(year, month), end + 2
}

// isFirstName reports whether a month is the first word of somebody's name: “her mother, June Kessel”.
func (r *dateReader) isFirstName(i, end int) bool {
	isLed := r.is(i, dateRefs|dateEdge) || r.is(i-1, dateLeads|dateEdge|dateBetween)
	return r.large && !isLed && end < len(r.words) && r.words[end].large && !r.words[end].mark && r.at(end).class == 0
}

// yearOfMonth is in which year a month is of which a sentence tells nothing more: the last one, but for what is still to come.
func (r *dateReader) yearOfMonth(month, i, end int) int {
	now, year := int(r.now.Month()), r.now.Year()
	ahead := (month - now + 12) % 12
	const near = 2 // months
	isNext := r.isFuture(i, end)
	if r.is(end, dateJoins) || r.isMark(end, "-–—") { // “from March to August 2011”
		if last, after := r.monthAt(end + 1); last != 0 {
			if year, _ := r.yearAfter(after); year != 0 {
				return year
			}
		}
	}
	if ahead == 0 || isNext == 0 && ahead <= near {
		isNext = 1
	}
	if isNext > 0 {
		if month < now {
			year++
		}
		return year
	}
	if month > now {
		year--
	}
	return year
}

// yearOfDay is in which year a day of a month is of which a sentence tells nothing more; 0: nobody knows.
func (r *dateReader) yearOfDay(month, day, i, end int) int {
	if r.known < store.PrecisionDay {
		if r.known == store.PrecisionNone {
			return 0
		}
		return r.now.Year()
	}
	year := r.now.Year()
	best, least := 0, math.Inf(1)
	future := r.isFuture(i, end)
	// What is on the other side of today than the verb says is taken only if it is much nearer.
	farther := 6.0
	if r.is(i-1, dateUntil) {
		farther = 60
	}
	for _, y := range []int{year - 1, year, year + 1} {
		d := time.Date(y, time.Month(month), day, 0, 0, 0, 0, time.UTC)
		if d.Day() != day {
			continue
		}
		away := d.Sub(r.now)
		apart := away.Abs().Hours()
		if future > 0 && away < 0 || future < 0 && away > 0 {
			apart *= farther
		}
		if apart < least {
			best, least = y, apart
		}
	}
	return best
}

// isParts reports whether a word is for several parts of days: “nights”.
func (r *dateReader) isParts(i int) bool {
	one, isMany := strings.CutSuffix(r.words[i].fold, "s")
	return isMany && r.timeTable.words[one].class&datePart != 0
}

// weekday reads a day of the week: “Friday”, “last Friday evening”.
func (r *dateReader) weekday(i int) (value, rule string, end int) {
	at, ref := i, dateClass(0)
	if r.is(i, dateRefs) {
		ref = r.at(i).class & dateRefs
		at++
	}
	if !r.is(at, dateWeekday) || r.known < store.PrecisionDay || r.is(i-1, dateAny) || r.isOfName(at) {
		return "", "", i
	}
	number := int(r.at(at).number)
	end = at + 1
	if ref == 0 && r.is(end, dateRefs) && r.follow {
		ref = r.at(end).class & dateRefs
		end++
	}
	ahead := (number - (int(r.now.Weekday())+6)%7 - 1 + 7) % 7
	switch {
	case ref == dateNext:
		if ahead == 0 {
			ahead = 7
		}
	case ref == dateLast:
		ahead -= 7
	case ahead != 0 && (ref == dateThis && r.isFuture(i, end) >= 0 || ref == 0 && r.isFuture(i, end) > 0):
	case ahead != 0:
		ahead -= 7
	}
	if end < len(r.words) && r.isParts(end) { // “on Saturday nights”
		return "", "", i
	}
	for r.is(end, datePart) {
		end++
	}
	value = r.now.AddDate(0, 0, ahead).Format(time.DateOnly)
	end, value = r.withTime(end, value)
	return value, ruleWeekday, end
}

// isOfName reports whether a day of the week is a part of a name: “the Sunday Times”, “Saturday Night Live”.
func (r *dateReader) isOfName(i int) bool {
	if !r.large || i+1 >= len(r.words) || !r.words[i+1].large {
		return false
	}
	return r.is(i+1, datePart) && i+2 < len(r.words) && r.words[i+2].large || !r.is(i+1, datePart) && r.is(i-1, dateBetween)
}

// year reads a year in figures.
func (r *dateReader) year(i int) (value, rule string, end int) {
	n := r.number(i)
	const decade = 10
	if !isYear(n) || r.isNoYear(i) || r.words[i].owns && n%decade == 0 {
		return "", "", i
	}
	const old, ahead = 1900, 40
	isUsual := n >= old && (r.known == store.PrecisionNone || n <= r.now.Year()+ahead)
	if !r.is(i-1, dateLeads|dateEdge|dateSeason) && !r.is(i+1, dateYearWord) && !isUsual {
		return "", "", i
	}
	return strconv.Itoa(n), ruleYear, r.afterYear(i + 1)
}

// isNoYear reports whether a number of four figures is one of something else: of money, of pages, of what is counted.
func (r *dateReader) isNoYear(i int) bool {
	if r.isMark(i-1, "$€£#№§+-−/:.") && r.words[i-1].end == r.words[i].span.Start {
		return true
	}
	if r.is(i-1, dateNumbers) {
		return true
	}
	if i+1 >= len(r.words) {
		return false
	}
	next := r.words[i+1]
	if next.isMark("%°$€£/") && next.span.Start == r.words[i].end {
		return true
	}
	return r.is(i+1, dateNever) || r.is(i+1, dateUnits) && !r.is(i+1, dateYearWord) ||
		r.number(i)%100 == 0 && !next.mark && !next.large && r.at(i+1).class == 0 && !r.is(i-1, dateLeads)
}
