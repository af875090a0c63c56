package words

import (
	"math"
	"strings"

	"fyne.io/fyne/v2/lang"
	"golang.org/x/text/number"

	"standpoint/store/say"
)

// Error says an error in the language of the window: whole sentences, one on a line. Every error that a person sees is said here.
func Error(err error) string { return say.Tell(err, windowLanguage{}) }

// Told says in the language of the window what a package without one has to say.
func Told(list []say.Sentence) []string {
	told := make([]string, len(list))
	for i, s := range list {
		told[i] = s.In(windowLanguage{})
	}
	return told
}

// windowLanguage is what the window's translations make of English sentences.
type windowLanguage struct{}

// Translate looks a sentence up by its English format.
func (windowLanguage) Translate(format string) string { return lang.L(format) }

// TranslateMany does so for one whose form hangs on a number.
func (windowLanguage) TranslateMany(format string, n int) string { return inForm(format, n) }

// TranslateWord looks up a word that stands by itself.
func (windowLanguage) TranslateWord(w say.Word) string { return lang.X("word."+string(w), string(w)) }

// GiveAdvice names what the window has for it.
func (windowLanguage) GiveAdvice(a say.Advice) string { return Advice(a) }

// WriteNumber writes a number as the language does.
func (windowLanguage) WriteNumber(n say.Number) string { return spoken.printer.Sprintf("%d", int(n)) }

// Decimal writes a number as the window's language does, with at most so many digits behind the point, and a minus, not a hyphen.
func Decimal(x float64, digits int) string { return decimal(x, 0, digits) }

// Fixed is Decimal with just so many digits behind the point, for numbers that are compared.
func Fixed(x float64, digits int) string { return decimal(x, digits, digits) }

func decimal(x float64, least, most int) string {
	unit := math.Pow10(most)
	x = math.Round(x*unit)/unit + 0 // no minus before a zero
	said := spoken.printer.Sprint(number.Decimal(x, number.MinFractionDigits(least), number.MaxFractionDigits(most)))
	return strings.Replace(said, "-", "−", 1)
}
