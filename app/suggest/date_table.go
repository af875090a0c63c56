package suggest

import (
	"embed"
	"io/fs"
	"strconv"
	"strings"

	"standpoint/assets/calendar"
	"standpoint/store/text"
)

// What is read of the expressions of time of a language stands in a file of its own, too.
//
//go:embed dates/*.txt
var dateFiles embed.FS

// dateClass is what a word may be in an expression of time.
type dateClass uint64

const (
	dateWeekday dateClass = 1 << iota
	dateShortWeekday
	dateMonth
	dateShortMonth
	dateDoubtful // a month that is another word, too
	dateDays     // so many days from today
	dateYears    // so many years from this one
	datePart     // of a day
	dateDay
	dateWeek
	dateMonths
	dateYear
	dateQuarter
	dateHalf
	dateSeason
	dateLast
	dateThis
	dateNext
	dateEdge
	dateBetween
	dateOrdinal
	dateNumber
	dateAgoAfter
	dateLeads
	dateUntil
	dateBy // as “until”, but what is done by then may be done already
	dateFuture
	datePast
	dateBe
	dateAre
	dateTo
	dateAhead
	dateYearWord // stands after a year and says that it is one: “2022 року”
	dateJoins    // two months
	dateAny      // it is no day of this calendar: “every Monday”
	dateNumbers  // what has a number after it that is no year: “resolution 1973”
	dateNever    // what a year is not, that stands before such a word: “2000 tonnes”
	dateIntent   // what was meant to be done later, if “to” or “that” follows: “promised to pay by Friday”
	dateContract // what is to be delivered in a month: “crude for October”
	dateTold     // what makes “the next morning” one of a tale
)

// dateUnits are what is counted, and dateRefs which of it is meant.
const (
	dateUnits = dateDay | dateWeek | dateMonths | dateYear | dateQuarter | dateHalf
	dateRefs  = dateLast | dateThis | dateNext
)

// dateWord is what the rules know of a word.
type dateWord struct {
	class  dateClass
	number int8 // of the weekday from Monday, of the month, of days; which number the word is; 2: several
}

// timeTable are the words of one language by which times are told.
type timeTable struct {
	words    map[string]dateWord
	pastEnds []string
	nextEnds []string // of verbs that say what will be

	goingEnds []string // of verbs that do so behind “is”
	small     map[string]bool
	ago       [][]string // what stands before “two days” and makes it so long ago, word by word
	large     bool       // names of days and months are written large
	follow    bool       // “last” may stand after what it is said of
	// Only what has its year is told: words of one language are months of another.
	yearsOnly bool
	genitive  bool // nothing stands between “the end” and “the year”
}

var timeTables = readTimeTables()

func readTimeTables() map[string]*timeTable {
	all := map[string]*timeTable{}
	files, err := fs.Glob(dateFiles, "dates/*.txt")
	if err != nil {
		panic(err) // the pattern is wrong
	}
	for _, name := range files {
		content, err := dateFiles.ReadFile(name)
		if err != nil {
			panic(err) // it is within the program
		}
		code := strings.TrimSuffix(strings.TrimPrefix(name, "dates/"), ".txt")
		all[code] = newTimeTable(string(content))
	}
	return all
}

// dateSections are the classes of words by the section that they stand in.
var dateSections = map[string]dateClass{
	"monday to sunday": dateWeekday, "mon to sun": dateShortWeekday, "january to december": dateMonth, "jan to dec": dateShortMonth,
	"months that are words": dateDoubtful, "parts of a day": datePart, "day": dateDay, "week": dateWeek, "month": dateMonths,
	"year": dateYear, "quarter": dateQuarter, "half": dateHalf, "seasons": dateSeason, "last": dateLast, "this": dateThis, "next": dateNext,
	"edges": dateEdge, "between": dateBetween, "first to fourth": dateOrdinal, "one to twenty": dateNumber, "joins": dateJoins,
	"are": dateAre, "to": dateTo, "ahead": dateAhead, "any": dateAny, "ago after": dateAgoAfter, "leads": dateLeads,
	"until": dateUntil, "by": dateUntil | dateBy, "future": dateFuture, "past": datePast, "be": dateBe,
	"year words": dateYearWord, "no year before": dateNever, "no year after": dateNumbers,
	"-2 days": dateDays, "-1 days": dateDays, "0 days": dateDays, "1 days": dateDays, "2 days": dateDays,
	"-1 years": dateYears, "0 years": dateYears, "intents": dateIntent, "contracts": dateContract, "of a tale": dateTold,
}

// dateNumbered are the classes of which each line is one, from the first on.
const dateNumbered = dateWeekday | dateShortWeekday | dateMonth | dateShortMonth | dateOrdinal | dateNumber | dateSeason |
	dateDay | dateWeek | dateMonths | dateYear

// newTimeTable reads a file: [section], then its words; in some sections each line has a number.
func newTimeTable(content string) *timeTable {
	c := &timeTable{words: map[string]dateWord{}, small: map[string]bool{}}
	section, line := "", 0
	for row := range strings.Lines(content) {
		row = strings.TrimSpace(row)
		if name, opens := strings.CutPrefix(row, "["); opens {
			section, line = strings.TrimSuffix(name, "]"), 0
			continue
		}
		class := dateSections[section]
		if strings.HasPrefix(row, "#") || row == "" && class != dateShortMonth {
			continue
		}
		line++
		if section == "ago before" {
			c.ago = append(c.ago, strings.Fields(text.Fold(row)))
			continue
		}
		for word := range strings.FieldsSeq(row) {
			if !strings.HasSuffix(section, " ends") { // of which accents are a part: “abrirá”
				word = text.Fold(word)
			}
			c.add(section, class, word, line)
		}
	}
	return c
}

// add adds a word of a line of a section.
func (c *timeTable) add(section string, class dateClass, word string, line int) {
	switch section {
	case "grammar":
		c.large = c.large || word == "large-names"
		c.follow = c.follow || word == "references-follow"
		c.genitive = c.genitive || word == "genitive"
	case "going ends":
		c.goingEnds = append(c.goingEnds, word)
	case "past ends":
		c.pastEnds = append(c.pastEnds, word)
	case "future ends":
		c.nextEnds = append(c.nextEnds, word)
	case "small":
		c.small[word] = true
	default:
		known := c.words[word]
		known.class |= class
		switch {
		case class&dateNumbered != 0:
			known.number = int8(line)
		case class&(dateDays|dateYears) != 0:
			days, _, _ := strings.Cut(section, " ")
			number, err := strconv.Atoi(days)
			if err != nil {
				panic(err) // the table is wrong
			}
			known.number = int8(number)
		}
		c.words[word] = known
	}
}

// timeTableFor is the table of a language, by its tag or else by the small words of the text.
func timeTableFor(language string, words []word) *timeTable {
	if base, _, _ := strings.Cut(strings.ToLower(language), "-"); base != "" {
		if c := timeTables[base]; c != nil {
			return c
		}
		return anyTable
	}
	best := anyTable
	most := 0.0
	for _, code := range []string{"en", "de", "fr", "es", "uk", "ru"} {
		c := timeTables[code]
		small, all := 0, 0
		for _, w := range words[:min(len(words), wordsOfSample/4)] {
			if !w.mark {
				all++
				if c.small[w.fold] {
					small++
				}
			}
		}
		if share := float64(small) / float64(max(all, 1)); share > most && share >= leastSmall {
			best, most = c, share
		}
	}
	return best
}

// leastSmall is which share of the first words must be small ones of a language.
const leastSmall = 0.08

// anyTable is for languages that have no table of their own: it knows the months of many, beside a year.
var anyTable = func() *timeTable {
	c := &timeTable{words: map[string]dateWord{}, yearsOnly: true}
	for i, names := range calendar.Months {
		for name := range strings.FieldsSeq(names) {
			c.words[name] = dateWord{dateMonth | dateDoubtful, int8(i + 1)}
		}
	}
	for between := range strings.FieldsSeq("de del di d' of the le den") {
		c.words[between] = dateWord{class: dateBetween}
	}
	return c
}()
