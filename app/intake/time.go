package intake

import (
	"fmt"
	"strings"
	"sync"

	"standpoint/store/text"
)

// readTime reads a time of day and its zone.
func (r *dateReader) readTime() bool {
	if r.time != "" || len(r.tokens) == 0 || !r.tokens[0].isOf(1, 6) {
		return false
	}
	hour, rest := r.tokens[0], r.tokens[1:]
	hasDay := r.day != 0
	switch {
	case hour.isOf(6, 6) && hasDay:
		r.setTime(hour.number/10000, hour.number/100%100, append([]dateToken{
			{":", -1}, {s: hour.s[4:], number: hour.number % 100},
		}, rest...))
	case !hour.isOf(1, 2):
		return false
	case r.starts("n", ": h", "n") && rest[1].isOf(2, 2),
		r.starts("n", ".", "n") && hasDay && hour.isOf(2, 2) && rest[1].isOf(2, 2),
		r.starts("n", "uhr", "n") && rest[1].isOf(2, 2):
		r.setTime(hour.number, rest[1].number, rest[2:])
	case r.starts("n", ". :", "n") && r.isMeridian(rest[2:]) && rest[1].isOf(2, 2):
		r.setTime(hour.number, rest[1].number, rest[2:])
	case hasDay && (r.isMeridian(rest) || r.starts("n", "uhr h")):
		if !r.isMeridian(rest) {
			rest = rest[1:]
		}
		r.setTime(hour.number, 0, rest)
	default:
		return false
	}
	return true
}

// setTime takes a time of day, with what follows of it: seconds, half of the
// day and zone.
func (r *dateReader) setTime(hour, minute int, rest []dateToken) {
	r.hours, r.tokens = hour, rest
	r.time = fmt.Sprintf(":%02d", minute)
	if r.starts(":", "n") && r.tokens[1].isOf(2, 2) {
		r.time += ":" + r.tokens[1].s
		r.tokens = r.tokens[2:]
		if r.starts(". ,", "n") && !r.tokens[1].isOf(4, 4) {
			r.time += "." + r.tokens[1].s
			r.tokens = r.tokens[2:]
		}
	} else {
		r.time += ":00"
	}
	if len(r.tokens) > 0 && halves()[r.tokens[0].s] != "" {
		r.half, r.tokens = halves()[r.tokens[0].s], r.tokens[1:]
	}
	if r.isMeridian(r.tokens) {
		r.half = r.tokens[0].s[:1] + "m"
		for r.starts("a p am pm m .") {
			r.tokens = r.tokens[1:]
		}
	}
	r.readZone()
}

// isMeridian reports whether tokens begin with "am", "p.m." and the like.
func (r *dateReader) isMeridian(tokens []dateToken) bool {
	if len(tokens) > 0 && (tokens[0].s == "am" || tokens[0].s == "pm") {
		return true
	}
	return len(tokens) > 2 && (tokens[0].s == "a" || tokens[0].s == "p") && tokens[1].s == "." && tokens[2].s == "m"
}

// halves are the words behind a time of a clock of twelve hours, folded.
var halves = sync.OnceValue(func() map[string]string {
	words := map[string]string{}
	for half, list := range map[string]string{
		"am": "ص صباحا صباحاً صبح بامداد ق_ظ", "pm": "م مساء مساءً ظهرا ظهراً عصر شب بعدازظهر ب_ظ",
	} {
		for word := range strings.FieldsSeq(list) {
			words[text.Fold(strings.ReplaceAll(word, "_", "."))] = half
		}
	}
	return words
})

// clock is the time as RFC 3339 has it, without zone. Its numbers are not checked.
func (r *dateReader) clock() string {
	hours := r.hours
	switch {
	case r.half == "pm" && hours < 12:
		hours += 12
	case r.half == "am" && hours == 12:
		hours = 0
	}
	return fmt.Sprintf("%02d", hours) + r.time
}

// zones are the offsets of zones by their names, folded: those of RFC 5322 and
// those of one meaning only.
var zones = map[string]string{
	"z": "Z", "ut": "Z", "utc": "Z", "gmt": "Z",
	"edt": "-04:00", "est": "-05:00", "cdt": "-05:00", "mdt": "-06:00", "mst": "-07:00", "pdt": "-07:00", "pst": "-08:00",
	"wet": "Z", "west": "+01:00", "cet": "+01:00", "mez": "+01:00", "cest": "+02:00", "mesz": "+02:00", "eet": "+02:00",
	"eest": "+03:00", "msk": "+03:00", "мск": "+03:00", "trt": "+03:00", "jst": "+09:00", "kst": "+09:00", "hkt": "+08:00",
}

// readZone reads an offset, or the name of a zone, or both ("UTC+3").
func (r *dateReader) readZone() {
	if r.starts("uhr uur h hrs hours") {
		r.tokens = r.tokens[1:]
	}
	if r.starts("(") && len(r.tokens) > 1 && (zones[r.tokens[1].s] != "" || r.tokens[1].is("+ -")) {
		r.tokens = r.tokens[1:]
	}
	name := ""
	if len(r.tokens) > 0 && r.tokens[0].number < 0 {
		name = zones[r.tokens[0].s]
	}
	if name != "" {
		r.zone, r.tokens = name, r.tokens[1:]
		if name != "Z" {
			return
		}
	}
	if !r.starts("+ - −", "n") {
		return
	}
	sign, n := r.tokens[0].s, r.tokens[1]
	if sign == "−" {
		sign = "-"
	}
	switch {
	case n.isOf(4, 4):
		r.zone = fmt.Sprintf("%s%02d:%02d", sign, n.number/100, n.number%100)
		r.tokens = r.tokens[2:]
	case n.isOf(1, 2):
		r.tokens = r.tokens[2:]
		minutes := 0
		if r.starts(":", "n") && r.tokens[1].isOf(2, 2) {
			minutes = r.tokens[1].number
			r.tokens = r.tokens[2:]
		}
		r.zone = fmt.Sprintf("%s%02d:%02d", sign, n.number, minutes)
	}
}
