package intake

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"standpoint/assets/calendar"
	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// dateRead is a date as it was understood.
type dateRead struct {
	store.Date
	left    string    // a time that could not be kept, as its zone is not given or not known
	shows   DateOrder // what stands first, where the figures can be read in one order only
	changed bool      // it says of itself that it is when the article was changed
}

// parseDate reads a date in the project's own form or in one of those that
// articles are dated with: in figures, and with the month spelled out in many
// languages, with or without weekday, time and zone. It makes nothing up: a
// time without a zone is not kept, and a date that can be two days is an error
// that names both.
func parseDate(value string) (dateRead, error) {
	date, ownErr := store.ParseDate(value)
	if ownErr == nil {
		return dateRead{Date: date}, nil
	}
	read, err := parseDateIn(value, OrderUnknown, ownErr)
	if _, isDoubt := errors.AsType[doubtError](err); isDoubt {
		first, dayErr := parseDateIn(value, DayFirst, ownErr)
		second, monthErr := parseDateIn(value, MonthFirst, ownErr)
		if dayErr != nil || monthErr != nil {
			return dateRead{}, errors.Unwrap(err)
		}
		return dateRead{}, doubtError{errors.Unwrap(err), Doubt{Value: strings.TrimSpace(value), DayFirst: first.Date, MonthFirst: second.Date}}
	}
	return read, err
}

// parseDateIn reads a date that is not in the project's own form. ownErr is why not.
func parseDateIn(value string, order DateOrder, ownErr error) (dateRead, error) {
	r := dateReader{order: order}
	if zone := unknownZone.FindStringSubmatch(value); zone != nil && zones[strings.ToLower(zone[1])] == "" {
		value, r.zone = strings.TrimSuffix(value, zone[1]), notKnown
		r.zoneName = " " + zone[1]
	}
	r.persian = strings.ContainsAny(value, persianSet)
	r.tokens = dateTokens(inFigures(value))
	for len(r.tokens) > 0 {
		if !r.step() {
			if r.err == nil {
				r.err = ownErr
			}
			return dateRead{}, r.err
		}
	}
	read, ok := r.date()
	switch {
	case r.err != nil:
		return dateRead{}, r.err
	case !ok:
		return dateRead{}, ownErr
	}
	return read, nil
}

// unknownZone matches a time whose last word may be the name of a zone.
var unknownZone = regexp.MustCompile(`\d[:.h]?\d\d\s+(?:[AaPp]\.?[Mm]\.?\s+)?([A-Z]{3,5}|[ECMP]T)\s*$`)

// notKnown stands for a zone that has a name, but no offset that is certain.
const notKnown = "?"

// dateReader reads a date from the tokens of its value, from the first on.
type dateReader struct {
	tokens           []dateToken
	year, month, day int // 0 if not given
	time             string
	hours            int
	half             string // "am" or "pm" of a clock of twelve hours
	zone             string // as RFC 3339 has it; "" if not given
	zoneName         string // of one that is not known
	order, shows     DateOrder
	jalali           bool // the month is one of the calendar of Iran
	persian          bool // some digits are Persian ones
	opener           opener
	err              error // why it cannot be read, if that needs a sentence of its own
}

// dateToken is a number, a word (folded) or a sign of a date.
type dateToken struct {
	s      string
	number int // -1 if it is none
}

func (t dateToken) is(signs string) bool {
	return t.number < 0 && len(t.s) > 0 && strings.Contains(signs, t.s)
}

// isOf reports whether the token is a number of between so many digits.
func (t dateToken) isOf(least, most int) bool {
	return t.number >= 0 && len(t.s) >= least && len(t.s) <= most
}

// dateTokens takes a value apart. White space only separates, and a sign of
// Chinese, Japanese or Korean for year, month or day is a word of its own.
func dateTokens(value string) []dateToken {
	s := strings.Map(asciiDigit, text.Fold(value))
	var tokens []dateToken
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		end := size
		switch {
		case unicode.IsSpace(r) || unicode.Is(unicode.Cf, r):
			s = s[size:]
			continue
		case isDigit(r):
			end = runLength(s, isDigit)
		case isDateLetter(r) && !strings.ContainsRune(unitSigns, r):
			end = runLength(s, func(r rune) bool { return isDateLetter(r) && !strings.ContainsRune(unitSigns, r) })
		}
		t := dateToken{s: s[:end], number: -1}
		if isDigit(r) {
			if n, err := strconv.Atoi(t.s); err == nil {
				t.number = n
			}
		}
		tokens, s = append(tokens, t), s[end:]
	}
	return tokens
}

const unitSigns = "年月日号년월일"

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isDateLetter(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || r == '\'' || r == '׳' || r == '॰'
}

// asciiDigit is the ASCII digit of the same value, for the digits of all scripts, whose blocks of ten begin at a round place.
func asciiDigit(r rune) rune {
	if r < utf8.RuneSelf || !unicode.Is(unicode.Nd, r) {
		return r
	}
	zero := r
	for unicode.Is(unicode.Nd, zero-1) && r-zero < 9 {
		zero--
	}
	return '0' + r - zero
}

// runLength is how many bytes at the beginning of s are runes of that kind.
func runLength(s string, is func(rune) bool) int {
	if end := strings.IndexFunc(s, func(r rune) bool { return !is(r) }); end >= 0 {
		return end
	}
	return len(s)
}

// step reads the next part of the date; false if it has no place in one.
func (r *dateReader) step() bool {
	t := r.tokens[0]
	switch {
	case r.readGroup(), r.readTime(), r.readUnit():
		return true
	case r.err != nil:
		return false
	case t.is("(") && r.zone != "": // "+0300 (MSK)"
		r.skipBracket()
		return true
	case t.is(",.;:|/-·()[]،°（）"):
		r.tokens = r.tokens[1:]
		return true
	case t.number >= 0:
		return r.readNumber()
	}
	return r.readWord()
}

func (r *dateReader) skipBracket() {
	for len(r.tokens) > 0 && !r.tokens[0].is(")") {
		r.tokens = r.tokens[1:]
	}
}

// starts reports whether the next tokens are of these kinds: "n" is a number,
// any other string one of the words or signs in it, separated by spaces.
func (r *dateReader) starts(kinds ...string) bool {
	if len(r.tokens) < len(kinds) {
		return false
	}
	for i, kind := range kinds {
		t := r.tokens[i]
		if kind == "n" {
			if t.number < 0 {
				return false
			}
			continue
		}
		if t.number >= 0 || !hasField(kind, t.s) {
			return false
		}
	}
	return true
}

// readGroup reads a date in figures: three numbers with the same sign between
// them, or two of which one is a year.
func (r *dateReader) readGroup() bool {
	if r.year+r.month+r.day != 0 || !r.starts("n", ". / -", "n") {
		return false
	}
	first, sign, second := r.tokens[0], r.tokens[1].s, r.tokens[2]
	if r.starts("n", sign, "n", sign, "n") {
		if !r.setGroup(first, second, r.tokens[4], sign) {
			return false
		}
		r.tokens = r.tokens[5:]
		return true
	}
	switch {
	case first.isOf(4, 4) && second.isOf(1, 2):
		r.year, r.month = first.number, second.number
	case second.isOf(4, 4) && first.isOf(1, 2):
		r.year, r.month = second.number, first.number
	default:
		return false
	}
	r.tokens = r.tokens[3:]
	return true
}

// setGroup takes three numbers for a date. With a year of four digits before,
// month and day follow in this order; with stops between them the day is before
// the month; else only a number above twelve tells which is which.
func (r *dateReader) setGroup(first, second, third dateToken, sign string) bool {
	switch {
	case first.isOf(4, 4) && second.isOf(1, 2) && third.isOf(1, 2):
		r.year, r.month, r.day = first.number, second.number, third.number
		return true
	case !first.isOf(1, 2) || !second.isOf(1, 2):
		return false
	case third.isOf(2, 2):
		r.err = say.Errorf("the year has two digits. Write it with four")
		return false
	case !third.isOf(4, 4):
		return false
	}
	r.year, r.month, r.day = third.number, second.number, first.number
	switch {
	case first.number > 12:
		if sign != "." {
			r.shows = DayFirst
		}
		return true
	case sign == "." || first.number == second.number || r.order == DayFirst:
		return true
	case second.number > 12:
		r.shows = MonthFirst
		r.month, r.day = first.number, second.number
		return true
	case r.order == MonthFirst:
		r.month, r.day = first.number, second.number
		return true
	}
	r.err = doubtError{cause: say.Errorf("the day and the month cannot be told apart. Write %s or %s",
		fmt.Sprintf("%04d-%02d-%02d", r.year, r.month, r.day), fmt.Sprintf("%04d-%02d-%02d", r.year, r.day, r.month))}
	return false
}

// readUnit reads a number with the sign for year, month or day after it.
func (r *dateReader) readUnit() bool {
	if len(r.tokens) < 2 || r.tokens[0].number < 0 {
		return false
	}
	field, most := &r.year, 4
	switch r.tokens[1].s {
	case "年", "년":
	case "月", "월":
		field, most = &r.month, 2
	case "日", "号", "일":
		field, most = &r.day, 2
	default:
		return false
	}
	if *field != 0 || !r.tokens[0].isOf(1, most) || most == 4 && !r.tokens[0].isOf(4, 4) {
		return false
	}
	*field = r.tokens[0].number
	r.tokens = r.tokens[2:]
	return true
}

// readNumber reads a number that stands alone: a day, a year, or both with the
// month between them.
func (r *dateReader) readNumber() bool {
	t := r.tokens[0]
	switch {
	case t.isOf(8, 8) && r.year+r.month+r.day == 0:
		r.year, r.month, r.day = t.number/10000, t.number/100%100, t.number%100
	case t.isOf(4, 4) && r.year == 0:
		r.year = t.number
	case t.isOf(1, 2) && r.day == 0:
		r.day = t.number
		if r.starts("n", "st nd rd th er re e o a го") {
			r.tokens = r.tokens[1:]
		}
	default:
		return false
	}
	r.tokens = r.tokens[1:]
	return true
}

// readWord reads the name of a month, and passes over that of a weekday and the
// small words of dates.
func (r *dateReader) readWord() bool {
	word := r.tokens[0].s
	month := monthOf(word)
	switch {
	case month != 0 && (r.month == 0 || r.month == month):
		r.month = month
	case hasField(amWords, word):
		r.half = "am"
	case hasField(pmWords, word):
		r.half = "pm"
	case !isWeekday(word) && !hasField(dateFillers, word) && !r.readOpener(word):
		return r.readOtherWord()
	}
	r.tokens = r.tokens[1:]
	return true
}

// Words before a time of a clock of twelve hours.
const (
	amWords = "午前 上午 오전"
	pmWords = "午後 下午 오후"
)

// dateFillers are words that stand in dates and times and say nothing of their own.
const dateFillers = "t de del d' of the le den dne dnia am on at a à as às la las ore kl klo o в во о об um uhr h hrs hours saat le les " +
	"du " +
	"г года год р рік року r roku rok m d gada g в. г. ב anno el dia 月 日 일"

// isWeekday reports whether a folded word is, or is in, the name of a day of the week.
func isWeekday(word string) bool {
	if hasField(calendar.Weekdays, word) {
		return true
	}
	for _, sign := range []string{"星期", "周", "礼拜", "禮拜", "週"} {
		if strings.HasPrefix(word, sign) {
			return true
		}
	}
	return strings.HasSuffix(word, "曜") || strings.HasSuffix(word, "요") || hasField("火 水 木 金 土 화 수 목 금 토", word)
}

// monthOf is the number of a month by its folded name in any of the languages, or 0. In Catalan and Hebrew a preposition
// may be one word with it.
func monthOf(word string) int {
	for _, preposition := range []string{"", "d'", "ב"} {
		for i, names := range calendar.Months {
			if name, ok := strings.CutPrefix(word, preposition); ok && hasField(names, name) {
				return i + 1
			}
		}
	}
	return 0
}

// date puts together what was read; false if that is no date.
func (r *dateReader) date() (dateRead, bool) {
	if r.opener == opensDate || !r.turned() || r.year == 0 || r.day != 0 && r.month == 0 || r.time != "" && r.day == 0 {
		return dateRead{}, false
	}
	s := fmt.Sprintf("%04d", r.year)
	if r.month != 0 {
		s += fmt.Sprintf("-%02d", r.month)
	}
	if r.day != 0 {
		s += fmt.Sprintf("-%02d", r.day)
	}
	read := dateRead{shows: r.shows, changed: r.opener == opensChange}
	clock := ""
	switch {
	case r.time == "":
	case r.zone == "" || r.zone == notKnown:
		read.left = r.clock() + r.zoneName
	default:
		clock = "T" + r.clock() + r.zone
	}
	date, err := store.ParseDate(s + clock)
	read.Date = date
	return read, err == nil
}
