package intake

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"standpoint/store/say"
	"standpoint/store/text"
)

// otherMonths are names of months that the data of the common locales lacks: of the Levant, the Maghreb, Austria, and other spellings.
var otherMonths = sync.OnceValue(func() map[string]int {
	months := map[string]int{}
	for i, names := range [12]string{
		"كانون_الثاني جانفي", "شباط فيفري feber", "آذار mrz", "نيسان أفريل افريل", "أيار ماي می", "حزيران جوان", "تموز جويلية", "آب أوت",
		"أيلول सितम्बर", "تشرين_الأول अक्तूबर", "تشرين_الثاني नवम्बर", "كانون_الأول दिसम्बर",
	} {
		for name := range strings.FieldsSeq(names) {
			months[text.Fold(strings.ReplaceAll(name, "_", " "))] = i + 1
		}
	}
	months[text.Fold("फरवरी")] = 2
	return months
})

// jalaliMonths are the months of the calendar of Iran, which is as exact as ours, by their folded names.
var jalaliMonths = sync.OnceValue(func() map[string]int {
	months := map[string]int{}
	for i, name := range strings.Fields("فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند") {
		months[text.Fold(name)] = i + 1
	}
	return months
})

// islamicMonths are words of the names of the months of the Islamic calendar, folded.
var islamicMonths = sync.OnceValue(func() string {
	return text.Fold("محرم صفر ربيع جمادى رجب شعبان رمضان شوال ذو ذي القعدة الحجة")
})

// spokenFillers are words, days of the week among them, in forms that the data of the common locales lacks, folded.
var spokenFillers = sync.OnceValue(func() string {
	return text.Fold("godz uur om l' e го ого число م هـ sonnabend mandagen tisdagen onsdagen torsdagen fredagen lordagen sondagen " +
		"alle all' godzinie klockan horas min 'ta 'te 'da 'de годині у الساعة يوم في בשעה ביום ساعت روز को बजे दिन " +
		"среду пятницу субботу середу п'ятницю п’ятницю суботу неділю " +
		"سه یک دو چهار پنج شنبه سهشنبه یکشنبه دوشنبه چهارشنبه پنجشنبه א' ב' ג' ד' ה' ו' א׳ ב׳ ג׳ ד׳ ה׳ ו׳")
})

var (
	hanNumber  = regexp.MustCompile(`([〇零一二三四五六七八九十]+)\s*([年月日号])`)
	eraYear    = regexp.MustCompile(`(令和|平成|昭和|民國|民国)\s*(\d{1,3}|元)\s*年`)
	hanTime    = regexp.MustCompile(`(\d{1,2})\s*[時时点點시]\s*(?:(\d{1,2})\s*[分분])?(?:\s*\d{1,2}\s*[秒초])?`)
	eraBegins  = map[string]int{"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911} // the year before the first
	persianSet = "۰۱۲۳۴۵۶۷۸۹"
)

// inFigures spells years, days and times of East Asia in figures of ours: 令和7年五月, 14時30分.
func inFigures(value string) string {
	value = strings.Map(asciiDigit, value)
	value = hanNumber.ReplaceAllStringFunc(value, func(found string) string {
		part := hanNumber.FindStringSubmatch(found)
		return strconv.Itoa(hanValue(part[1])) + part[2]
	})
	value = eraYear.ReplaceAllStringFunc(value, func(found string) string {
		part := eraYear.FindStringSubmatch(found)
		n, err := strconv.Atoi(part[2])
		if err != nil {
			n = 1
		}
		return strconv.Itoa(eraBegins[part[1]]+n) + "年"
	})
	return hanTime.ReplaceAllStringFunc(value, func(found string) string {
		part := hanTime.FindStringSubmatch(found)
		if part[2] == "" {
			part[2] = "0"
		}
		return fmt.Sprintf(" %s:%02s", part[1], part[2])
	})
}

// hanValue is a number in signs of Chinese: digits one after another, or with the sign for ten.
func hanValue(s string) int {
	digits := []rune("〇一二三四五六七八九")
	value := 0
	for i, r := range []rune(strings.ReplaceAll(s, "零", "〇")) {
		if r == '十' {
			value = max(value, 1) * 10
			if i > 0 && value == 0 {
				value = 10
			}
			continue
		}
		digit := 0
		for n, d := range digits {
			if d == r {
				digit = n
			}
		}
		if strings.ContainsRune(s, '十') {
			value += digit
		} else {
			value = value*10 + digit
		}
	}
	return value
}

// readOtherWord reads the name of a month of another calendar, or one that two words make.
func (r *dateReader) readOtherWord() bool {
	word, length := r.tokens[0].s, 1
	if len(r.tokens) > 1 && r.tokens[1].number < 0 {
		if both := word + " " + r.tokens[1].s; otherMonths()[both] != 0 {
			word, length = both, 2
		}
	}
	month, jalali := otherMonths()[word], jalaliMonths()[word]
	switch {
	case month != 0 && (r.month == 0 || r.month == month):
		r.month = month
	case jalali != 0 && r.month == 0:
		r.month, r.jalali = jalali, true
	case hasField(islamicMonths(), word):
		r.err = say.Errorf("it is of the Islamic calendar, whose days differ from place to place. Write the day as 2025-05-16")
		return false
	case !hasField(spokenFillers(), word):
		return false
	}
	r.tokens = r.tokens[length:]
	return true
}

// Years of the calendars of Iran and of Islam in which articles are dated; of ours no article is.
const (
	firstOther = 1300
	lastOther  = 1499
)

// turned puts a day of the calendar of Iran into ours; false, with an error for people, where that cannot be done exactly.
func (r *dateReader) turned() bool {
	isOther := r.year >= firstOther && r.year <= lastOther
	switch {
	case !r.jalali && !isOther:
		return true
	case isOther && (r.jalali || r.persian) && r.day != 0:
	default:
		r.err = say.Errorf("its year is of another calendar, in which it cannot be told which day it is. Write it as 2025-05-16")
		return false
	}
	days := r.day
	for m := 1; m < r.month; m++ {
		days += jalaliLength(r.year, m)
	}
	if r.day > jalaliLength(r.year, r.month) {
		return false
	}
	r.year, r.month, r.day = fromJalali(r.year, days)
	return true
}

// jalaliLength is how many days a month of the calendar of Iran has. The rule of 33 years holds from 1244 to 1472 of it.
func jalaliLength(year, month int) int {
	const half, month29 = 6, 12
	isLeap := hasField("1 5 9 13 17 22 26 30", strconv.Itoa(year%33))
	switch {
	case month <= half:
		return 31
	case month == month29 && !isLeap:
		return 29
	}
	return 30
}

// fromJalali is the day of ours that is so many days into a year of the calendar of Iran; the first is 1.
func fromJalali(year, days int) (y, m, d int) {
	const known = 1404 // begins on 21 March 2025
	for ; year > known; year-- {
		for m := 1; m <= 12; m++ {
			days += jalaliLength(year-1, m)
		}
	}
	for ; year < known; year++ {
		for m := 1; m <= 12; m++ {
			days -= jalaliLength(year, m)
		}
	}
	at := time.Date(2025, 3, 20, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days)
	return at.Year(), int(at.Month()), at.Day()
}
